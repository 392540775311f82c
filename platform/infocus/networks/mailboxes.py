"""A partner's functional mailbox, which outlives its people: it counts once somebody who reads it has confirmed it."""

from datetime import timedelta

from flask_babel import gettext as _
from sqlalchemy import select

from infocus.accounts.letters import post
from infocus.accounts.services import checked_email
from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.core.limits import limits
from infocus.core.permissions import Permission, require
from infocus.core.secrets import digest, new_key
from infocus.networks.audit import note
from infocus.networks.models import Partner

LIFE = timedelta(days=14)
PER_PARTNER = "5/hour"


def mailbox_of(partner: Partner | None) -> str:
    """Where mail to this partner goes when no person answers; empty while nobody has confirmed the address."""
    return partner.mailbox if partner is not None and partner.mailbox_confirmed_at is not None else ""


def set_mailbox(actor: Actor, partner: Partner, address: str) -> None:
    """Store the address; another one than before is asked to confirm. Raises ``Invalid`` beside ``mailbox``."""
    try:
        address = checked_email(address) if address.strip() else ""
    except Invalid as error:
        raise Invalid({"mailbox": " ".join(error.fields.values())}) from None
    if address == partner.mailbox:
        return
    partner.mailbox = address
    partner.mailbox_confirmed_at = partner.mailbox_asked_at = partner.mailbox_key_hash = None
    if address:
        _send(actor, partner)


def ask_again(actor: Actor, partner: Partner) -> None:
    """Send the question again, with a new link. Raises ``Conflict`` when there is nothing to ask."""
    require(actor, Permission.EDIT_PARTNER, partner)
    if not partner.mailbox or partner.mailbox_confirmed_at is not None:
        raise Conflict(_("There is no address that waits to be confirmed."))
    _send(actor, partner)


def find(key: str) -> Partner:
    """The partner whose mailbox got this link; looking confirms nothing. Raises ``NotFound``."""
    partner = db.session.scalar(select(Partner).where(Partner.mailbox_key_hash == digest(key)))
    if partner is None or partner.mailbox_asked_at is None or partner.mailbox_asked_at + LIFE < clock.now():
        raise NotFound
    return partner


def confirm(key: str) -> Partner:
    """Somebody who reads the mailbox pressed the button; pressing it twice is once. Raises ``NotFound``."""
    partner = find(key)
    if partner.mailbox_confirmed_at is None:
        partner.mailbox_confirmed_at = clock.now()
        note(Actor(), "partners.confirm-mailbox", "partner", partner.id, partner.network_id)
    return partner


def _send(actor: Actor, partner: Partner) -> None:
    limits().hit(PER_PARTNER, "mailbox", partner.id)
    key = new_key()
    partner.mailbox_key_hash, partner.mailbox_asked_at = digest(key), clock.now()
    post(
        partner.mailbox,
        actor.language,
        "mailbox_confirm",
        name="",
        city=partner.label,
        network=partner.network.name,
        key=key,
        days=LIFE.days,
    )

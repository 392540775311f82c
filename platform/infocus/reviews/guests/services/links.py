"""Making a link and taking it back."""

from datetime import date, timedelta

from flask_babel import gettext as _

from infocus.accounts.guests import LABEL, GuestState, end_of_link, today_in
from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid
from infocus.core.ids import new_id
from infocus.core.permissions import Permission, require
from infocus.core.secrets import digest
from infocus.library.signing import keyed
from infocus.networks.audit import note
from infocus.records.services import check_updates
from infocus.reviews.guests import queries
from infocus.reviews.guests.models import GUEST_ROLES, GuestLink
from infocus.reviews.guests.services.admitting import part
from infocus.reviews.models import Review

LINKS = 20


def key_of(link: GuestLink) -> str:
    """The link's key: 192 bits that only this installation can make again."""
    return keyed("guest-link", link.id)


def usual_end(review: Review) -> date:
    """The last day of a link by default: the day after the review, or tomorrow when that is over."""
    day = date.fromisoformat(review.held_on) + timedelta(days=1)
    return max(day, today_in(review.time_zone) + timedelta(days=1))


def make_link(actor: Actor, review: Review, role: str, label: str = "", last_day: str = "") -> GuestLink:
    """A link to this review, good to the end of ``last_day`` where the review is held.

    Raises ``NotAllowed``, ``Invalid``, ``Conflict``.
    """
    require(actor, Permission.EDIT_REVIEW, review)
    check_updates(review.network)
    if not queries.takes_guests(review):
        raise Conflict(_("This review is over: nobody comes to it any more."))
    if len(queries.links(actor, review)) >= LINKS:
        raise Conflict(_("There are %(most)s links already: take one back first.", most=LINKS))
    if role not in set(GUEST_ROLES):
        raise Invalid({"role": _("A link gives one of these seats only.")})
    if len(label) > LABEL:
        raise Invalid({"label": _("At most %(most)s characters.", most=LABEL)})
    own = new_id()
    link = GuestLink(
        id=own,
        review=review,
        key_hash="",
        role=role,
        label=label,
        created_by=actor.person,
        expires_at=end_of_link(last_day, usual_end(review), review.time_zone),
    )
    link.key_hash = digest(key_of(link))
    db.session.add(link)
    note(actor, "guests.link", "review", review.id, review.network_id, role=role, until=link.expires_at.isoformat())
    return link


def revoke(actor: Actor, review: Review, link_id: str) -> None:
    """Take a link back: nobody comes in by it any more, and who came by it leaves at once."""
    link = queries.get_link(actor, review, link_id)
    link.revoked_at = clock.now()
    for guest in queries.guests(review.id, GuestState.WAITING, GuestState.ADMITTED):
        if guest.link_id == link.id:
            part(actor, guest, GuestState.GONE)
    note(actor, "guests.revoke", "review", review.id, review.network_id)

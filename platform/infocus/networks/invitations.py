"""Invitations by mail: sent by a coordinator or the lead, accepted once, within 14 days."""

from datetime import timedelta

from flask_babel import gettext as _
from sqlalchemy import select

from infocus.accounts.letters import post
from infocus.accounts.models import Account
from infocus.accounts.services import Profile, checked_email, create_account
from infocus.core import clock
from infocus.core.actor import Actor, Role
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid, NetworkClosed, NotAllowed, NotFound
from infocus.core.i18n import LANGUAGES
from infocus.core.limits import limits
from infocus.core.permissions import Permission, allows, require
from infocus.core.secrets import digest, new_key
from infocus.networks.audit import note
from infocus.networks.models import Invitation, Network, Partner
from infocus.networks.policy import takes_updates
from infocus.networks.services import add_member, check_place
from infocus.networks.words import role_name

LIFE = timedelta(days=14)
BY_COORDINATOR = (Role.OFFICER, Role.ULG)
PER_PERSON = "60/hour"


def roles_to_give(actor: Actor, network: Network) -> list[Role]:
    """The roles this person may invite to: a coordinator the own city's people, the lead everybody."""
    if allows(actor, Permission.INVITE, network):
        return list(Role)
    return list(BY_COORDINATOR) if places_to_fill(actor, network) else []


def places_to_fill(actor: Actor, network: Network) -> list[Partner]:
    """The partners whose people this person may invite."""
    return [partner for partner in network.partners if allows(actor, Permission.INVITE, partner)]


def invite(
    actor: Actor,
    network: Network,
    partner: Partner | None,
    role: Role,
    email: str,
    name: str = "",
    language: str = "en",
) -> Invitation:
    """Invite somebody; a waiting invitation to the same role is replaced. The letter is in their language.

    Raises:
        NotAllowed: neither the partner's coordinator nor the lead, or a role a coordinator does not give.
        Invalid: not an address, or a role that does not fit the place.
        RateLimited: more than 60 in an hour.
    """
    require(actor, Permission.INVITE, partner or network)
    if role not in roles_to_give(actor, network):
        raise NotAllowed(_("The lead partner invites to this role."))
    check_place(network, role, partner)
    if language not in LANGUAGES:
        raise Invalid({"language": _("Choose one of the ten languages.")})
    email = checked_email(email)
    limits().hit(PER_PERSON, "invite", actor.person)
    for earlier in _waiting(network):
        if (earlier.email, earlier.role, earlier.partner_id) == (email, role, partner.id if partner else None):
            earlier.withdrawn_at = clock.now()
    invitation = Invitation(
        network=network,
        partner=partner,
        role=role,
        email=email,
        name=name.strip()[:120],
        language=language,
        invited_by=actor.person,
        key_hash="",
        created_at=clock.now(),
        expires_at=clock.now() + LIFE,
    )
    _send(invitation, actor.name)
    note(actor, "invitations.send", "invitation", invitation.id, network.id, role=role, email=email)
    return invitation


def resend(actor: Actor, invitation: Invitation) -> None:
    """Send the letter again with a new link; the 14 days begin anew. Raises ``NotAllowed``, ``Conflict``."""
    _require_waiting(actor, invitation)
    limits().hit(PER_PERSON, "invite", actor.person)
    invitation.expires_at = clock.now() + LIFE
    _send(invitation, actor.name)
    note(actor, "invitations.resend", "invitation", invitation.id, invitation.network_id)


def withdraw(actor: Actor, invitation: Invitation) -> None:
    """Take an invitation back. Raises ``NotAllowed``, ``Conflict`` when it was accepted or withdrawn already."""
    _require_waiting(actor, invitation)
    invitation.withdrawn_at = clock.now()
    note(actor, "invitations.withdraw", "invitation", invitation.id, invitation.network_id)


def listed(actor: Actor, network: Network) -> list[Invitation]:
    """The open invitations this person may see: the lead's all, a coordinator's own city's. The newest first."""
    if not places_to_fill(actor, network) and not allows(actor, Permission.INVITE, network):
        raise NotAllowed
    return [row for row in _waiting(network) if allows(actor, Permission.INVITE, row.partner or row.network)]


def get(actor: Actor, network: Network, invitation_id: str) -> Invitation:
    """One invitation of the network that this person may handle. Raises ``NotFound``."""
    invitation = db.session.get(Invitation, invitation_id)
    if invitation is None or invitation.network_id != network.id:
        raise NotFound
    if not allows(actor, Permission.INVITE, invitation.partner or network):
        raise NotFound
    return invitation


def find(key: str) -> Invitation | None:
    """The invitation of this link, if it still works; looking uses nothing up."""
    found = db.session.scalar(select(Invitation).where(Invitation.key_hash == digest(key)))
    return found if found is not None and is_waiting(found) else None


def is_waiting(invitation: Invitation) -> bool:
    """Whether it can still be accepted."""
    return (
        invitation.accepted_at is None
        and invitation.withdrawn_at is None
        and invitation.expires_at > clock.now()
        and takes_updates(invitation.network)
    )


def accept(key: str, account: Account) -> Invitation:
    """Give the person of this account the role.

    Raises:
        NotFound: the link was used, withdrawn or ran out.
    """
    invitation = find(key)
    if invitation is None:
        raise NotFound
    invitation.accepted_at = clock.now()
    role = Role(invitation.role)
    inviter = Actor(person_id=invitation.invited_by)
    add_member(inviter, account.person, invitation.network, role, invitation.partner)
    if invitation.partner is not None and not account.person.city:
        account.person.city = invitation.partner.label
    return invitation


def accept_as_new(key: str, profile: Profile, password: str) -> Account:
    """Make an account for the invited address and give it the role.

    Raises:
        NotFound: the link does not work any more.
        Invalid: a weak password, no name.
        Conflict: there is an account with this address; its person signs in first.
    """
    invitation = find(key)
    if invitation is None:
        raise NotFound
    account = create_account(invitation.email, profile, password)
    accept(key, account)
    return account


def _send(invitation: Invitation, inviter: str) -> None:
    key = new_key()
    invitation.key_hash, invitation.sent_at = digest(key), clock.now()
    db.session.add(invitation)
    db.session.flush()
    place = invitation.partner.label if invitation.partner else ""
    post(
        invitation.email,
        invitation.language,
        "invitation",
        name=invitation.name,
        inviter=inviter,
        network=invitation.network.name,
        place=place,
        role=invitation.role,
        role_name=role_name,
        key=key,
        days=LIFE.days,
    )


def _waiting(network: Network) -> list[Invitation]:
    rows = select(Invitation).where(
        Invitation.network_id == network.id, Invitation.accepted_at.is_(None), Invitation.withdrawn_at.is_(None)
    )
    return list(db.session.scalars(rows.order_by(Invitation.created_at.desc(), Invitation.id.desc())))


def _require_waiting(actor: Actor, invitation: Invitation) -> None:
    if not takes_updates(invitation.network):
        raise NetworkClosed
    require(actor, Permission.INVITE, invitation.partner or invitation.network)
    if invitation.accepted_at or invitation.withdrawn_at:
        raise Conflict(_("This invitation was answered or withdrawn meanwhile."))

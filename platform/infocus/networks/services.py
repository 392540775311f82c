"""What happens to networks, partners and roles. Who may do what is never changed without a line in the audit log."""

from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import func, select

from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.actor import CITY_ROLES, Actor, Role
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid, NotAllowed
from infocus.core.events import emit
from infocus.core.permissions import Permission, allows, require
from infocus.networks import mailboxes
from infocus.networks.audit import note
from infocus.networks.events import MembershipChanged, NetworkStateChanged, PartnerChanged
from infocus.networks.models import MembershipRow, Network, NetworkState, Partner
from infocus.networks.priorities import Priorities
from infocus.vocabularies.registry import unknown

_STATES = list(NetworkState)
_VOCABULARY = {"ecosystems": "ecosystems", "nace": "nace", "nabs": "nabs", "objectives": "policy_objectives"}
MOST_PEOPLE = 100_000_000
MOST_PRIORITIES = 12


@dataclass(frozen=True, slots=True)
class PartnerValues:
    """What a coordinator may say about the partner; ``population``: how many people live there."""

    mailbox: str
    priorities: Priorities
    population: int | None = None


def edit_partner(actor: Actor, partner: Partner, values: PartnerValues, expected_version: int | None) -> None:
    """Store a partner's mailbox, priorities and size.

    Raises:
        NotAllowed: neither its coordinator nor the lead, or the network is closed.
        Conflict: somebody saved meanwhile (``expected_version`` is not the present one).
        Invalid: codes that no vocabulary has, a year that cannot be, too many priorities, no mail address.
    """
    require(actor, Permission.EDIT_PARTNER, partner)
    if expected_version is not None and partner.version != expected_version:
        raise Conflict(_("Somebody else saved this profile meanwhile."), current=partner.version)
    _check(values.priorities)
    if values.population is not None and not 0 < values.population <= MOST_PEOPLE:
        raise Invalid({"population": _("Write how many people live there, for example 214000.")})
    partner.population = values.population
    partner.priorities = values.priorities.as_json()
    mailboxes.set_mailbox(actor, partner, values.mailbox)
    db.session.flush()
    note(actor, "partners.edit", "partner", partner.id, partner.network_id, version=partner.version)
    emit(PartnerChanged(partner.id, partner.network_id))


def _check(priorities: Priorities) -> None:
    if unknown("work_areas", priorities.themes):
        raise Invalid({"themes": _("Choose from the list.")})
    if len(priorities.items) > MOST_PRIORITIES:
        raise Invalid(_("At most %(most)s priorities.", most=MOST_PRIORITIES))
    this_year = clock.now().year
    for item in priorities.items:
        if item.year is not None and not 1990 <= item.year <= this_year + 1:
            raise Invalid(_("The year of a priority lies between 1990 and now."))
        for name, vocabulary in _VOCABULARY.items():
            if unknown(vocabulary, getattr(item, name)):
                raise Invalid(_("A priority names a code that is on no list."))


def change_state(actor: Actor, network: Network, state: NetworkState, reason: str = "") -> None:
    """Move a network on, or back with a reason.

    Raises:
        NotAllowed: not the lead.
        Invalid: back without a reason.
    """
    require(actor, Permission.MANAGE_NETWORK, network)
    before = NetworkState(network.state)
    if before == state:
        return
    if _STATES.index(state) < _STATES.index(before) and not reason.strip():
        raise Invalid({"reason": _("Say why the network goes back; it is written down.")})
    network.state = state
    note(actor, "networks.state", "network", network.id, network.id, before=before, after=state, reason=reason.strip())
    emit(NetworkStateChanged(network.id, state))


def add_member(actor: Actor, person: Person, network: Network, role: Role, partner: Partner | None) -> MembershipRow:
    """Give a person a role; the same role twice is one. The caller has checked the right (an accepted invitation).

    Raises:
        Invalid: a city's role without a partner of this network, or the other way round.
    """
    check_place(network, role, partner)
    partner_id = partner.id if partner else None
    known = db.session.scalar(
        select(MembershipRow).where(
            MembershipRow.person_id == person.id,
            MembershipRow.network_id == network.id,
            MembershipRow.role == role,
            MembershipRow.partner_id.is_(None) if partner_id is None else MembershipRow.partner_id == partner_id,
            MembershipRow.ended_at.is_(None),
        )
    )
    if known is not None:
        return known
    row = MembershipRow(person_id=person.id, network_id=network.id, partner_id=partner_id, role=role)
    db.session.add(row)
    db.session.flush()
    note(actor, "members.add", "membership", row.id, network.id, role=role, partner=partner_id, person=person.id)
    emit(MembershipChanged(person.id, network.id, ended=False))
    return row


def check_place(network: Network, role: Role, partner: Partner | None) -> None:
    """Raise ``Invalid`` unless a city's role has a partner of this network, and any other role none."""
    if (role in CITY_ROLES) != (partner is not None) or (partner is not None and partner.network_id != network.id):
        raise Invalid({"partner": _("A city’s role needs its city; the other roles belong to the network.")})


def may_end(actor: Actor, row: MembershipRow) -> bool:
    """The lead ends every role; a coordinator those of the own partner's officers and local group."""
    if allows(actor, Permission.MANAGE_NETWORK, row.network):
        return True
    return row.role in {Role.OFFICER, Role.ULG} and allows(actor, Permission.INVITE, row.partner)


def end_membership(actor: Actor, row: MembershipRow) -> None:
    """End a role at once; what the person wrote stays.

    Raises:
        NotAllowed: neither the lead nor the partner's coordinator.
        Conflict: it is the network's last lead; somebody must run it.
    """
    if not may_end(actor, row):
        raise NotAllowed
    if row.role == Role.LEAD and _count(row.network_id, Role.LEAD) == 1:
        raise Conflict(_("This is the network’s only lead. Give the role to a successor first."))
    row.ended_at = clock.now()
    note(actor, "members.end", "membership", row.id, row.network_id, role=row.role, person=row.person_id)
    emit(MembershipChanged(row.person_id, row.network_id, ended=True))


def hand_over(actor: Actor, row: MembershipRow) -> None:
    """Make an officer or local group member the partner's coordinator; who was it becomes an officer.

    Raises:
        NotAllowed: neither the present coordinator nor the lead.
        Invalid: the role is not one of the city's people.
    """
    if row.partner is None or row.role not in {Role.OFFICER, Role.ULG}:
        raise Invalid(_("A successor is one of the city’s own people."))
    require(actor, Permission.INVITE, row.partner)
    now = clock.now()
    present = select(MembershipRow).where(
        MembershipRow.partner_id == row.partner_id,
        MembershipRow.role == Role.COORDINATOR,
        MembershipRow.ended_at.is_(None),
    )
    for former in db.session.scalars(present).all():
        former.ended_at = now
        add_member(actor, former.person, row.network, Role.OFFICER, row.partner)
        emit(MembershipChanged(former.person_id, row.network_id, ended=True))
    row.ended_at = now
    add_member(actor, row.person, row.network, Role.COORDINATOR, row.partner)
    note(actor, "members.hand_over", "partner", row.partner.id, row.network_id, person=row.person_id)


def _count(network_id: str, role: Role) -> int:
    held = (
        select(func.count())
        .select_from(MembershipRow)
        .where(MembershipRow.network_id == network_id, MembershipRow.role == role, MembershipRow.ended_at.is_(None))
    )
    return db.session.scalar(held) or 0

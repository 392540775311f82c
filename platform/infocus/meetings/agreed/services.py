"""Note what was decided and who does what by when; close actions, and open them again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import select

from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Invalid, NotFound
from infocus.core.events import emit
from infocus.core.ids import is_id
from infocus.core.permissions import Permission, require
from infocus.meetings.agreed.events import Marked
from infocus.meetings.models import Decision, Meeting, MeetingAction
from infocus.meetings.services import partner_of
from infocus.meetings.values import check
from infocus.networks.models import MembershipRow, Network, Partner
from infocus.records import services as records


@dataclass(frozen=True, slots=True)
class Task:
    """What is typed of an action: ``partner`` a slug or id, ``person`` an id, ``due`` a stated date."""

    what: str
    partner: str = ""
    person: str = ""
    due: str = ""
    section: str = ""


def add_decision(actor: Actor, meeting: Meeting, text: str, agreed: str = "", section: str = "") -> Decision:
    """Note a decision. Raises ``Invalid`` for an empty or over-long text."""
    require(actor, Permission.WRITE_MINUTES, meeting)
    given = {"text": text, "agreed": agreed, "section": section}
    decision = Decision(meeting_id=meeting.id, **check(given, tuple(given), needs=("text",)))
    db.session.add(decision)
    _saved(meeting, decision.section)
    return decision


def add_action(actor: Actor, meeting: Meeting, task: Task) -> MeetingAction:
    """Note an action. Raises ``Invalid`` with what is wrong beside each field."""
    require(actor, Permission.WRITE_MINUTES, meeting)
    action = MeetingAction(meeting_id=meeting.id, **_checked(meeting.network, task))
    db.session.add(action)
    _saved(meeting, action.section)
    return action


def edit_action(actor: Actor, action: MeetingAction, task: Task) -> None:
    """Say anew what is to be done, by whom and when. Raises ``Invalid``."""
    require(actor, Permission.WRITE_MINUTES, action.meeting)
    for name, value in _checked(action.meeting.network, task).items():
        if name != "section":
            setattr(action, name, value)
    _saved(action.meeting, action.section)


def settle_action(actor: Actor, action: MeetingAction, *, done: bool = True, dropped_because: str = "") -> bool:
    """Close an action, as done or (with a reason) as dropped, or open it again; by whoever writes the minutes.

    ``False``: it stood so already, for instance because two people closed it; who was first stays named.
    """
    require(actor, Permission.WRITE_MINUTES, action.meeting)
    db.session.refresh(action, with_for_update={"of": MeetingAction})
    reason = check({"reason": dropped_because}, ("reason",), needs=())["reason"]
    if done == (action.done_at is not None):
        return False
    action.done_at = clock.now() if done else None
    action.closed_by = actor.person if done else None
    action.dropped, action.reason = done and bool(reason), reason if done else ""
    _saved(action.meeting, action.section)
    return True


def get_action(actor: Actor, action_id: str) -> MeetingAction:
    """An action of a meeting the actor may read. Raises ``NotFound``."""
    action = db.session.get(MeetingAction, action_id) if is_id(action_id) else None
    if action is None:
        raise NotFound
    require(actor, Permission.READ_RECORD, action.meeting)
    return action


def _saved(meeting: Meeting, section: str) -> None:
    records.save(meeting)
    db.session.expire(meeting, ["decisions", "actions"])
    emit(Marked(meeting.id, section))


def _checked(network: Network, task: Task) -> Mapping[str, Any]:
    given = {"what": task.what, "due": task.due, "section": task.section}
    checked = check(given, tuple(given), needs=("what",))
    partner = partner_of(network, task.partner)
    person = _person(network, task.person)
    if person is not None and partner is None:
        partner = person[1]
    return checked | {"partner_id": partner.id if partner else None, "person_id": person[0].id if person else None}


def _person(network: Network, person_id: str) -> tuple[Person, Partner | None] | None:
    """A member of the network, with the city they belong to. Raises ``Invalid`` when they are none."""
    if not person_id:
        return None
    own = select(MembershipRow).where(
        MembershipRow.network_id == network.id, MembershipRow.person_id == person_id, MembershipRow.ended_at.is_(None)
    )
    row = db.session.scalars(own.order_by(MembershipRow.partner_id.is_(None))).first() if is_id(person_id) else None
    person = db.session.get(Person, person_id) if row is not None else None
    if row is None or person is None:
        raise Invalid({"person": _("This is not somebody of the network.")})
    return person, row.partner

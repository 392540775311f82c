"""Reminders of actions: the day before they are due, and once when they are a week late."""

from collections.abc import Iterable
from datetime import timedelta

from sqlalchemy import select

from infocus.core import clock
from infocus.core.actor import Role
from infocus.core.db import db, unit_of_work
from infocus.core.schedule import periodic
from infocus.meetings.models import Meeting, MeetingAction
from infocus.networks.models import MembershipRow
from infocus.networks.policy import takes_updates
from infocus.notifications.services import notify
from infocus.records.models import Record
from infocus.records.urls import record_path

WEEK = timedelta(days=7)
DUE, LATE = "due-tomorrow", "action-late"


@periodic("meetings.remind-actions", timedelta(hours=1))
def remind() -> None:
    """Tell who has to do it; each action in its own transaction, and of each due day once."""
    today = clock.now().date()
    tomorrow, week_ago = today + timedelta(days=1), today - WEEK
    for due, kind, mark in ((tomorrow, DUE, f"{tomorrow}"), (week_ago, LATE, f"late {week_ago:%m-%d}")):
        waiting = select(MeetingAction.id).join(Meeting, Meeting.id == MeetingAction.meeting_id)
        waiting = waiting.where(
            MeetingAction.due == due.isoformat(),
            MeetingAction.done_at.is_(None),
            MeetingAction.reminded != mark,
            Record.removed_at.is_(None),
        )
        for action_id in list(db.session.scalars(waiting)):
            with unit_of_work():
                _remind_of(action_id, kind, mark)


def _remind_of(action_id: str, kind: str, mark: str) -> None:
    action = db.session.get(MeetingAction, action_id, with_for_update={"of": MeetingAction}, populate_existing=True)
    if action is None or action.done_at or action.reminded == mark or not takes_updates(action.meeting.network):
        return
    action.reminded = mark
    for person_id in people_to_remind(action):
        path, words = f"{record_path(action.meeting)}#a-{action.id}", {"what": action.what}
        notify(person_id, kind, action.meeting, path=path, words=words)


def people_to_remind(action: MeetingAction) -> Iterable[str]:
    """Who is named, while they belong to the network; else the coordinators of the city."""
    members = select(MembershipRow.person_id).where(
        MembershipRow.network_id == action.meeting.network_id, MembershipRow.ended_at.is_(None)
    )
    if action.person_id:
        found = list(db.session.scalars(members.where(MembershipRow.person_id == action.person_id).distinct()))
        if found:
            return found
    city = members.where(
        MembershipRow.partner_id == action.partner_id,
        MembershipRow.role == Role.COORDINATOR,
    )
    return sorted(set(db.session.scalars(city)))

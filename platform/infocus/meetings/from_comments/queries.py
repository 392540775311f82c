"""What can be made of comments, and what was: always for an actor."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from infocus.comments.making import Made, Offer
from infocus.comments.models import Comment
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.permissions import Permission, allows
from infocus.meetings.from_comments.models import ActionSource
from infocus.meetings.models import Meeting, MeetingAction, Output
from infocus.records.models import Record
from infocus.records.urls import record_path

MOST = 100
"""Sources shown on a meeting's page."""


def meeting_of(record: Record) -> Meeting | None:
    """The meeting that comments on this record belong to; ``None`` for records of other kinds."""
    if isinstance(record, Output):
        return record.meeting
    return record if isinstance(record, Meeting) else None


def offers(actor: Actor, comments: Sequence[Comment]) -> Mapping[str, Offer]:
    """An action, of every comment on a meeting whose minutes this person writes, or on one of its outputs."""
    found: dict[str, Offer] = {}
    may: dict[str, bool] = {}
    for comment in comments:
        if comment.record_id not in may:
            meeting = meeting_of(comment.record)
            may[comment.record_id] = meeting is not None and allows(actor, Permission.WRITE_MINUTES, meeting)
        if may[comment.record_id]:
            found[comment.id] = Offer(str(_("Make an action of it")), f"/comments/{comment.id}/action")
    return found


def made(actor: Actor, comments: Sequence[Comment]) -> Mapping[str, Sequence[Made]]:
    """The actions made of these comments, for who reads the meeting."""
    found: dict[str, list[Made]] = defaultdict(list)
    if not any(meeting_of(comment.record) for comment in comments):
        return found
    rows = select(ActionSource).where(ActionSource.comment_id.in_([comment.id for comment in comments]))
    loaded = rows.options(selectinload(ActionSource.action).selectinload(MeetingAction.meeting))
    for source in db.session.scalars(loaded.order_by(ActionSource.action_id)).unique():
        action = source.action
        if allows(actor, Permission.READ_RECORD, action.meeting):
            label = _("Action, done:") if action.done_at else _("Action:")
            found[source.comment_id].append(
                Made(str(label), f"{record_path(action.meeting)}#a-{action.id}", action.what)
            )
    return found


def sources(meeting: Meeting) -> list[ActionSource]:
    """Actions of a meeting with the comments they were made of, the newest first; not of removed words."""
    own = select(ActionSource).join(ActionSource.action).join(ActionSource.comment)
    own = own.where(MeetingAction.meeting_id == meeting.id, Comment.removed_at.is_(None))
    loaded = own.options(selectinload(ActionSource.action), selectinload(ActionSource.comment))
    return list(db.session.scalars(loaded.order_by(ActionSource.action_id.desc()).limit(MOST)).unique())

"""Make an action of a comment."""

from infocus.comments.models import Comment
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.meetings.agreed.services import Task, add_action
from infocus.meetings.from_comments.models import ActionSource
from infocus.meetings.from_comments.queries import meeting_of
from infocus.meetings.models import Meeting, MeetingAction


def meeting_for(comment: Comment) -> Meeting:
    """The meeting an action of this comment belongs to. Raises ``NotFound`` for none, or removed words."""
    meeting = meeting_of(comment.record)
    if meeting is None or comment.removed_at is not None:
        raise NotFound
    return meeting


def make_action(actor: Actor, comment: Comment, task: Task) -> MeetingAction:
    """An action of the comment's meeting, which keeps what it was made of. Raises as ``add_action`` does."""
    action = add_action(actor, meeting_for(comment), task)
    db.session.flush()
    db.session.add(ActionSource(action_id=action.id, comment_id=comment.id))
    return action

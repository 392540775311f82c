"""Which comment an action was made of."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.comments.models import Comment
from infocus.core.db import Model
from infocus.meetings.models import MeetingAction


class ActionSource(Model):
    """An action and the comment it was made of; it goes with either."""

    __tablename__ = "meeting_action_sources"

    action_id: Mapped[str] = mapped_column(ForeignKey("meeting_actions.id", ondelete="CASCADE"), primary_key=True)
    comment_id: Mapped[str] = mapped_column(ForeignKey("comments.id", ondelete="CASCADE"), index=True)

    action: Mapped[MeetingAction] = relationship()
    comment: Mapped[Comment] = relationship()

"""Whom and what an address to answer at belongs to."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from infocus.core import clock
from infocus.core.db import Model


class ReplyAddress(Model):
    """``key`` is a signature over the other columns, made again when a mail comes: a row alone opens nothing."""

    __tablename__ = "reply_addresses"

    key: Mapped[str] = mapped_column(String(32), primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"), index=True)
    record_id: Mapped[str] = mapped_column(ForeignKey("records.id", ondelete="CASCADE"), index=True)
    comment_id: Mapped[str] = mapped_column(String(26), default="")
    made_at: Mapped[datetime] = mapped_column(default=clock.now)

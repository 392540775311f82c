"""What was answered to a request that may be sent again."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from infocus.core import clock
from infocus.core.db import Id, Model
from infocus.core.ids import new_id

KEY_LIMIT = 200


class IdempotencyKey(Model):
    """One ``Idempotency-Key`` of one person on one path.

    ``fingerprint`` is of the body. ``status`` is empty while the first request runs, then it is what was answered, with
    ``body`` (JSON as text) and ``etag``, written in the very transaction that made the change.
    """

    __tablename__ = "idempotency_keys"
    __table_args__ = (
        UniqueConstraint("person_id", "method", "path", "key"),
        Index("ix_idempotency_keys_created", "created_at"),
    )

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id", ondelete="CASCADE"))
    method: Mapped[str] = mapped_column(String(8))
    path: Mapped[str] = mapped_column(String(200))
    key: Mapped[str] = mapped_column(String(KEY_LIMIT))
    fingerprint: Mapped[str] = mapped_column(String(64))
    status: Mapped[int | None]
    body: Mapped[str] = mapped_column(Text, default="")
    etag: Mapped[str] = mapped_column(String(40), default="")
    created_at: Mapped[datetime] = mapped_column(default=clock.now)

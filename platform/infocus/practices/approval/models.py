"""The question to a manager whether a practice may be read beyond its network, and what was answered."""

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.accounts.asked import AskedByMail
from infocus.core.db import Id
from infocus.core.ids import new_id
from infocus.practices.models import Practice


class PracticeApproval(AskedByMail):
    """One question. ``fingerprint`` is of what would leave (`leaving`), ``revision`` the version it is known by.

    ``visibility`` is the audience it is for: ``all`` networks, or the ``public``, which includes all.
    """

    __tablename__ = "practice_approvals"

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    practice_id: Mapped[str] = mapped_column(ForeignKey("practices.id", ondelete="CASCADE"), index=True)
    visibility: Mapped[str] = mapped_column(String(8))
    fingerprint: Mapped[str] = mapped_column(String(64))
    revision: Mapped[int]

    practice: Mapped[Practice] = relationship()

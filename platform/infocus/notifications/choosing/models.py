"""What a person chose about mail, besides how often the digest comes (``Account.digest``)."""

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from infocus.core.db import Model


class MailChoice(Model):
    """``direct``: mail at once when somebody names or invites them. Quiet from one hour to another, in their own time.

    The two hours alike: no quiet hours.
    """

    __tablename__ = "mail_choices"

    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    direct: Mapped[bool] = mapped_column(default=True)
    quiet_from: Mapped[int] = mapped_column(default=21)
    quiet_until: Mapped[int] = mapped_column(default=7)

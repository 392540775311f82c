"""Notes, their clusters, and the dots on them."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from infocus.accounts.models import Person
from infocus.core.db import Id, Model
from infocus.core.ids import new_id
from infocus.networks.models import Partner
from infocus.reviews.models import Review
from infocus.reviews.vocabulary import NoteState, Signed


class Note(Model):
    """A note on a plan under review, hidden until all notes appear together.

    ``section`` is the key of a section of the plan and ``section_title`` its heading when the note was written;
    ``question`` the number of a guiding question (0: none), ``importance`` 1 to 3 (0: not said). ``key_hash`` is a hash
    of the writer's key: a retry finds its note by it, and it is all that ties an anonymous note to the device it came
    from. Such a note has no ``person_id``, ``partner_id`` and ``created_at`` from the first moment on. A shown note's
    ``seq`` is its entry's; ``cluster`` the ``seq`` of the entry that founded its cluster.
    """

    __tablename__ = "review_notes"
    __table_args__ = (UniqueConstraint("review_id", "key_hash"), Index("ix_review_notes_state", "review_id", "state"))

    id: Mapped[str] = mapped_column(Id, primary_key=True, default=new_id)
    review_id: Mapped[str] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"))
    key_hash: Mapped[str] = mapped_column(String(64))
    fingerprint: Mapped[str] = mapped_column(String(64), default="")
    person_id: Mapped[str | None] = mapped_column(ForeignKey("persons.id"))
    partner_id: Mapped[str | None] = mapped_column(ForeignKey("partners.id"))
    role: Mapped[str] = mapped_column(String(16), default="")
    signed: Mapped[str] = mapped_column(String(10), default=Signed.NAME)
    kind: Mapped[str] = mapped_column(String(12))
    importance: Mapped[int] = mapped_column(default=0)
    section: Mapped[str] = mapped_column(String(32), default="")
    section_title: Mapped[str] = mapped_column(String(300), default="")
    question: Mapped[int] = mapped_column(default=0)
    quote: Mapped[str] = mapped_column(String(300), default="")
    text: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(10), default=NoteState.SENT)
    seq: Mapped[int | None]
    cluster: Mapped[int | None]
    created_at: Mapped[datetime | None]

    review: Mapped[Review] = relationship()
    person: Mapped[Person | None] = relationship(lazy="joined")
    partner: Mapped[Partner | None] = relationship(lazy="joined")


class Cluster(Model):
    """Notes put together under a title; ``seq`` is the entry that founded it. Dissolved: without notes and title."""

    __tablename__ = "review_clusters"

    review_id: Mapped[str] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    title: Mapped[str] = mapped_column(String(120), default="")


class Vote(Model):
    """How many of a person's dots are on a target: the ``seq`` of a cluster, or of a note that is in none."""

    __tablename__ = "review_votes"

    review_id: Mapped[str] = mapped_column(ForeignKey("reviews.id", ondelete="CASCADE"), primary_key=True)
    person_id: Mapped[str] = mapped_column(ForeignKey("persons.id"), primary_key=True)
    target: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    dots: Mapped[int] = mapped_column(default=0)

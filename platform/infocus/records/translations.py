"""Records that are the same text in other languages: each translation names its original, and who made it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from flask_babel import gettext as _
from sqlalchemy import ForeignKey, String, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from infocus.core.actor import Actor
from infocus.core.db import Model, db
from infocus.core.errors import Invalid
from infocus.records.models import Record
from infocus.records.policy import readable


class How(StrEnum):
    """Who wrote a language version."""

    ORIGINAL = "original"
    HUMAN = "human"
    MACHINE = "machine"


class RecordTranslation(Model):
    """One record is a translation of another of its kind; ``of_version`` the version it follows, where it has any."""

    __tablename__ = "record_translations"

    record_id: Mapped[str] = mapped_column(ForeignKey("records.id", ondelete="CASCADE"), primary_key=True)
    original_id: Mapped[str] = mapped_column(ForeignKey("records.id", ondelete="CASCADE"), index=True)
    how: Mapped[str] = mapped_column(String(8))
    of_version: Mapped[int | None]


@dataclass(frozen=True, slots=True)
class LanguageVersion:
    """A record of the family; ``of_version`` as above."""

    record: Record
    how: How
    of_version: int | None = None


def language_versions(actor: Actor, record: Record) -> list[LanguageVersion]:
    """The original and its translations that the actor may read, this record among them; empty where it is alone."""
    own = db.session.get(RecordTranslation, record.id)
    original = own.original_id if own else record.id
    links = {
        link.record_id: link
        for link in db.session.scalars(select(RecordTranslation).where(RecordTranslation.original_id == original))
    }
    if not links:
        return []
    family = select(Record).where(or_(Record.id == original, Record.id.in_(links)), readable(actor))
    found = sorted(db.session.scalars(family).unique(), key=lambda each: (each.id != original, each.language, each.id))
    return [_version(each, links.get(each.id)) for each in found] if len(found) > 1 else []


def link_translation(record: Record, original: Record, how: How, of_version: int | None = None) -> None:
    """Say that ``record`` is ``original`` in another language. That the actor may, the caller has decided.

    Raises:
        Invalid: the same record, another kind or network, the same language, or a translation of a translation.
    """
    own = db.session.get(RecordTranslation, original.id)
    if own is not None:
        raise Invalid({"original": _("That one is a translation itself. Name its original.")})
    if record.id == original.id or record.type != original.type or record.network_id != original.network_id:
        raise Invalid({"original": _("Choose another record of the same kind.")})
    if record.language == original.language:
        raise Invalid({"original": _("Both are in the same language.")})
    if db.session.scalar(select(RecordTranslation.record_id).where(RecordTranslation.original_id == record.id)):
        raise Invalid({"original": _("This one has translations of its own. Unlink them first.")})
    link = db.session.get(RecordTranslation, record.id) or RecordTranslation(record_id=record.id)
    link.original_id, link.how, link.of_version = original.id, how, of_version
    db.session.add(link)


def unlink_translation(record: Record) -> None:
    """The record stands alone again."""
    link = db.session.get(RecordTranslation, record.id)
    if link is not None:
        db.session.delete(link)


def originals(records: Sequence[Record]) -> list[Record]:
    """Those of the records that are no translations."""
    ids = [record.id for record in records]
    held = select(RecordTranslation.record_id).where(RecordTranslation.record_id.in_(ids))
    translated = set(db.session.scalars(held))
    return [record for record in records if record.id not in translated]


def _version(record: Record, link: RecordTranslation | None) -> LanguageVersion:
    return LanguageVersion(record, How(link.how), link.of_version) if link else LanguageVersion(record, How.ORIGINAL)

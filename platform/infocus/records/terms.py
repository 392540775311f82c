"""Terms of controlled vocabularies on any record: what filters, matrices and facets count."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, ForeignKey, Index, String, delete, exists, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from infocus.core.db import Model, db
from infocus.records.models import Record


class RecordTerm(Model):
    """One code of one vocabulary on one record."""

    __tablename__ = "record_terms"
    __table_args__ = (Index("ix_record_terms_code", "vocabulary", "code", "record_id"),)

    record_id: Mapped[str] = mapped_column(ForeignKey("records.id", ondelete="CASCADE"), primary_key=True)
    vocabulary: Mapped[str] = mapped_column(String(24), primary_key=True)
    code: Mapped[str] = mapped_column(String(60), primary_key=True)


def set_terms(record: Record, terms: Mapping[str, Iterable[str]]) -> None:
    """Replace the terms of these vocabularies on a stored record."""
    for vocabulary, codes in terms.items():
        own = (RecordTerm.record_id == record.id) & (RecordTerm.vocabulary == vocabulary)
        db.session.execute(delete(RecordTerm).where(own), execution_options={"synchronize_session": False})
        rows = [{"record_id": record.id, "vocabulary": vocabulary, "code": code} for code in dict.fromkeys(codes)]
        if rows:
            db.session.execute(insert(RecordTerm), rows)


def has_term(vocabulary: str, codes: Sequence[str]) -> ColumnElement[bool]:
    """The condition that a record carries one of these codes."""
    term = (RecordTerm.vocabulary == vocabulary) & RecordTerm.code.in_(codes)
    return exists().where(RecordTerm.record_id == Record.id, term)


def terms_of(record_ids: Sequence[str]) -> dict[str, dict[str, list[str]]]:
    """Record id → vocabulary → codes, in one query."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    if record_ids:
        terms = select(RecordTerm.record_id, RecordTerm.vocabulary, RecordTerm.code)
        for record_id, vocabulary, code in db.session.execute(terms.where(RecordTerm.record_id.in_(record_ids))):
            found[record_id][vocabulary].append(code)
    return found

"""The statements of a record's dates, for whoever reads the record."""

from collections.abc import Sequence

from sqlalchemy import select

from infocus.core.db import db
from infocus.meetings.models import DateStatement, StatementKind

MOST = 100


def statements_of(record_id: str) -> Sequence[DateStatement]:
    """All of them, the latest first; more than a hundred nobody reads."""
    query = select(DateStatement).where(DateStatement.record_id == record_id)
    return list(db.session.scalars(query.order_by(DateStatement.at.desc(), DateStatement.id.desc()).limit(MOST)))


def others_of(record_id: str) -> Sequence[DateStatement]:
    """What other sources say that nobody has decided on."""
    return [each for each in statements_of(record_id) if each.kind == StatementKind.OTHER]

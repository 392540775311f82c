"""The earlier statement of a record's dates, kept whenever another one takes its place."""

from infocus.core.db import db
from infocus.meetings.models import DateStatement, Meeting, Output, StatementKind

Dated = Meeting | Output


def keep_earlier(record: Dated, by: str | None) -> None:
    """Note what stands on the record now, before it is changed; nothing when it says nothing. ``by``: a person's id."""
    starts, ends = dates_of(record)
    if starts:
        db.session.add(
            DateStatement(
                record_id=record.id,
                kind=StatementKind.EARLIER,
                starts=starts,
                ends=ends,
                source=record.date_source,
                confirmed=record.date_confirmed,
                by_id=by,
            )
        )


def dates_of(record: Dated) -> tuple[str, str]:
    """First and last day as stated; either may be empty."""
    return (record.starts, record.ends) if isinstance(record, Meeting) else (record.dated, "")

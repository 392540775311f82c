"""Correct a date, note what another source says, decide between the two: each statement keeps its source."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Invalid, NotFound
from infocus.core.permissions import Permission, require
from infocus.meetings.models import DateStatement, Meeting, StatementKind
from infocus.meetings.statements import Dated, dates_of, keep_earlier
from infocus.meetings.values import check
from infocus.records import services as records


def permission_of(record: Dated) -> Permission:
    """Who changes a record corrects its dates; in a closed network that is the lead."""
    return Permission.EDIT_MEETING if isinstance(record, Meeting) else Permission.EDIT_OUTPUT


def correct(actor: Actor, record: Dated, values: Mapping[str, Any], *, expected: int | None = None) -> None:
    """Let a date stand that a source states; the earlier statement is kept with its own source.

    ``values``: ``starts``, ``ends`` (meetings), ``date_source`` (required), ``date_confirmed``.
    Raises ``Invalid``, ``NotAllowed``, ``Stale``.
    """
    require(actor, permission_of(record), record)
    records.check_version(record, expected)
    stated = _checked(record, values)
    if (stated["starts"], stated["ends"], stated["date_source"]) == (*dates_of(record), record.date_source):
        record.date_confirmed = stated["date_confirmed"]
    else:
        keep_earlier(record, actor.person)
        _put(record, stated["starts"], stated["ends"], stated["date_source"], confirmed=stated["date_confirmed"])
    records.save(record)


def note_other(actor: Actor, record: Dated, values: Mapping[str, Any]) -> DateStatement:
    """Note what another source says, without deciding: both are shown side by side. Raises as ``correct``."""
    require(actor, permission_of(record), record)
    stated = _checked(record, values)
    if (stated["starts"], stated["ends"]) == dates_of(record):
        raise Invalid({"starts": _("This is the date that stands already; the sources agree.")})
    other = DateStatement(
        record_id=record.id,
        kind=StatementKind.OTHER,
        starts=stated["starts"],
        ends=stated["ends"],
        source=stated["date_source"],
        confirmed=stated["date_confirmed"],
        by_id=actor.person,
    )
    db.session.add(other)
    records.save(record)
    return other


def decide(actor: Actor, record: Dated, statement_id: str, *, holds: bool) -> None:
    """Say whether the other source is right: then its date stands; either way both are in the history afterwards.

    Raises ``NotFound`` for a statement that is not this record's, or is decided already.
    """
    require(actor, permission_of(record), record)
    other = db.session.get(DateStatement, statement_id)
    if other is None or other.record_id != record.id or other.kind != StatementKind.OTHER:
        raise NotFound
    if holds:
        keep_earlier(record, actor.person)
        _put(record, other.starts, other.ends, other.source, confirmed=True)
        db.session.delete(other)
    else:
        other.kind = StatementKind.EARLIER
    records.save(record)


def _put(record: Dated, starts: str, ends: str, source: str, *, confirmed: bool) -> None:
    if isinstance(record, Meeting):
        record.starts, record.ends = starts, ends
    else:
        record.dated = starts
    record.date_source, record.date_confirmed = source, confirmed


def _checked(record: Dated, values: Mapping[str, Any]) -> dict[str, Any]:
    names = ("starts", "ends", "date_source") if isinstance(record, Meeting) else ("starts", "date_source")
    try:
        checked = check(values, names, needs=("starts", "date_source"))
    except Invalid as error:
        if "date_source" in error.fields:
            why = _("Say where the date was read: a date without a source is one more rumour.")
            raise Invalid({**error.fields, "date_source": why}) from None
        raise
    return {"ends": "", "date_confirmed": bool(values.get("date_confirmed", True)), **checked}

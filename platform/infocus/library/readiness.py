"""What /readyz says of the index and the files."""

from datetime import timedelta

from flask import current_app
from sqlalchemy import func, select

from infocus.core import changes, clock
from infocus.core.changes import Change
from infocus.core.db import db
from infocus.engines.bound import engines
from infocus.engines.search.port import SearchUnavailable
from infocus.library.models import DocumentVersion, ReadingState

LATE = timedelta(minutes=2)
"""Once all was ready, younger work is everyday work: an upload does not take the server out of service."""
_CAUGHT_UP = "infocus.library.caught_up"


def index_is_current() -> str | None:
    """``None`` when the index follows the change log; else how far it is."""
    index = engines().search
    try:
        cursor = index.cursor
    except SearchUnavailable:
        return "damaged; the worker builds it anew"
    behind = changes.last_seq() - cursor
    if behind <= 0:
        _note_well("index")
        return None
    if cursor == 0:
        return f"being built: {index.count()} records so far"
    oldest = db.session.scalar(select(func.min(Change.at)).where(Change.seq > cursor))
    if _was_well("index") and oldest is not None and clock.now() - oldest < LATE:
        return None
    return f"{behind} changes behind"


def files_are_read() -> str | None:
    """``None`` when every file is read or failed; else how many are still to read."""
    unread = (ReadingState.PENDING, ReadingState.READING)
    waiting = DocumentVersion.state.in_(unread)
    oldest = db.session.scalar(select(func.min(DocumentVersion.created_at)).where(waiting))
    if oldest is None:
        _note_well("files")
        return None
    if _was_well("files") and clock.now() - oldest < LATE:
        return None
    count = db.session.scalar(select(func.count()).where(waiting))
    return f"{count} still to read"


def _note_well(name: str) -> None:
    current_app.extensions.setdefault(_CAUGHT_UP, set()).add(name)


def _was_well(name: str) -> bool:
    return name in current_app.extensions.get(_CAUGHT_UP, ())

"""What /readyz says of the index and the files."""

from datetime import timedelta

import structlog
from flask import current_app
from sqlalchemy import func, select

from infocus.core import changes, clock
from infocus.core.changes import Change
from infocus.core.db import db
from infocus.core.health import Notice
from infocus.engines.bound import engines
from infocus.engines.search.port import SearchUnavailable, State
from infocus.library.feed import feed_facts
from infocus.library.models import DocumentVersion, ReadingState
from infocus.library.seat import FeedState

log = structlog.get_logger()
LATE = timedelta(minutes=2)
"""Once all was ready, younger work is everyday work: an upload does not take the server out of service."""
_CAUGHT_UP = "infocus.library.caught_up"
_WHY = {FeedState.FULL: "disk full", FeedState.BUSY: "another process writes"}


def index_is_current() -> str | None:
    """``None`` when the index follows the change log; else how far it is, and why.

    A server that was ready once stays in service whatever becomes of its index: pages, files and the room do not need
    it, and a search answers from what is there. It also does so where nothing but the writing fails.
    """
    found = _index_trouble()
    if found is None:
        _note_well("index")
        return None
    return Notice(found) if found and (_was_well("index") or _cannot_write()) else found or None


def _index_trouble() -> str | None:
    """``None``: up to date; empty: behind, but no more than every day."""
    index = engines().search
    try:
        cursor = index.cursor
    except SearchUnavailable:
        return "damaged; the worker builds it anew"
    behind = changes.last_seq() - cursor
    if behind <= 0:
        return None
    facts = feed_facts()
    if facts.state != FeedState.WELL:
        return f"{_WHY.get(facts.state, facts.reason)}, {behind} changes behind"
    if cursor == 0:
        return f"being built: {index.count()} records so far"
    oldest = db.session.scalar(select(func.min(Change.at)).where(Change.seq > cursor))
    young = oldest is not None and clock.now() - oldest < LATE
    return "" if young and _was_well("index") else f"{behind} changes behind"


def _cannot_write() -> bool:
    """Whether only the writing fails: what was indexed before is found."""
    return feed_facts().state != FeedState.WELL and engines().search.state == State.READY


def note_index_state() -> None:
    """Say in the log of a process that starts whether the index can be read; the worker mends it."""
    state = engines().search.state
    if state == State.CORRUPT or (state == State.MISSING and changes.last_seq()):
        log.warning("index_not_readable", state=state.value)


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

"""The time, in one place, so that tests can set it."""

from datetime import UTC, datetime, timedelta

_offset = timedelta()


def now() -> datetime:
    """The present instant, aware, in UTC."""
    return datetime.now(UTC) + _offset


def shift(by: timedelta) -> None:
    """Move the clock for tests and rehearsals; ``timedelta(0)`` puts it right again."""
    global _offset
    _offset = by

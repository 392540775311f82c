"""Which statements were sent to the database."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import event

from infocus.core.db import db


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements sent inside."""
    sent: list[str] = []

    def note(_connection, _cursor, statement: str, *_more) -> None:
        sent.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(db.engine, "before_cursor_execute", note)

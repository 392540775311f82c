"""One database a worker and kind, emptied after every test of what the test wrote.

Tests commit for real: services, workers and sockets in other threads see what a test stored, as they do in production.
"""

import re
from collections.abc import Sequence

from sqlalchemy import Engine, MetaData, Row, event, insert, select, text

_WRITES = re.compile(r'^\s*(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\s+"?(\w+)"?', re.IGNORECASE)

# References between tables are looked at when the transaction ends, or not at all: the order of deletion is free.
_UNCHECKED = {
    "sqlite": "PRAGMA defer_foreign_keys = ON",
    "postgresql": "SET LOCAL session_replication_role = replica",
}


def keep_nothing(engine: Engine) -> None:
    """A test's database need not outlive a power cut: SQLite does not wait for the disk, as the run's PostgreSQL."""
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", lambda connection, _record: connection.execute("PRAGMA synchronous=OFF"))
    engine.dispose()  # connections from now on


class Cleaner:
    """Notes the tables that are written through ``engine`` and puts them back as they were at the start."""

    def __init__(self, engine: Engine, metadata: MetaData) -> None:
        self._engine = engine
        self._tables = metadata.tables
        with engine.connect() as connection:
            self._first: dict[str, Sequence[Row]] = {
                name: rows for name, table in self._tables.items() if (rows := connection.execute(select(table)).all())
            }
        self._written: set[str] = set()
        event.listen(engine, "before_cursor_execute", self._note)

    def _note(self, _connection, _cursor, statement: str, *_rest) -> None:
        if found := _WRITES.match(statement):
            self._written.add(found[1])

    def clean(self) -> None:
        """Empty every table written since the last call, or give it back its first rows."""
        written = sorted(self._written & self._tables.keys())
        if not written:
            return
        with self._engine.begin() as connection:
            connection.exec_driver_sql(_UNCHECKED[connection.dialect.name])
            for name in written:
                connection.execute(text(f'DELETE FROM "{name}"'))
            for name in written:
                if rows := self._first.get(name):
                    connection.execute(insert(self._tables[name]), [row._asdict() for row in rows])
        self._written.clear()

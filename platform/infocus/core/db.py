"""The database: typed base, column types, and the one unit of work that commits."""

import contextlib
import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

import structlog
from flask import Flask
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import Connection, CursorResult, DateTime, Engine, Executable, MetaData, String, event
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import DeclarativeBase
from sqlalchemy.orm import registry as orm_registry
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.types import JSON, TypeDecorator

from infocus.core.errors import Conflict
from infocus.core.ids import LENGTH

SQLITE_WAIT_SECONDS = 20.0
log = structlog.get_logger()
_jitter = random.SystemRandom()
_WRITE = "infocus_write"
_AFTER = "infocus_after_commit"


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: aware, in UTC, in and out, on every database."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a naive time; store UTC."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """SQLite forgets the zone: put it back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


Id = String(LENGTH)


class Base(DeclarativeBase):
    """What all tables share: constraint names that migrations can rely on, and the types of annotations."""

    registry = orm_registry(
        metadata=MetaData(
            naming_convention={
                "ix": "ix_%(table_name)s_%(column_0_N_name)s",
                "uq": "uq_%(table_name)s_%(column_0_N_name)s",
                "ck": "ck_%(table_name)s_%(constraint_name)s",
                "fk": "fk_%(table_name)s_%(column_0_N_name)s",
                "pk": "pk_%(table_name)s",
            }
        ),
        type_annotation_map={
            datetime: UtcDateTime,
            dict[str, Any]: JSON,
            list[str]: JSON,
            list[dict[str, Any]]: JSON,
        },
    )


db = SQLAlchemy(model_class=Base, disable_autonaming=True)

if TYPE_CHECKING:

    class Model(Base):
        """Base of every table, as type checkers see it."""

        __abstract__ = True
else:
    Model = db.Model


def after_commit(action: Callable[[], None]) -> None:
    """Run ``action`` once the present unit of work has committed; it is dropped on a rollback.

    What was committed stays so: an action that fails is noted in the log and holds up nobody.
    Raises ``RuntimeError`` outside a unit of work.
    """
    info = db.session.info
    if not info.get("in_unit_of_work"):
        raise RuntimeError("after_commit needs a unit of work")
    info[_AFTER].append(action)


def in_unit_of_work() -> bool:
    """Whether a unit of work is open: what it changed is not committed yet."""
    return bool(db.session.info.get("in_unit_of_work"))


def directly(
    statement: Executable, values: Mapping[str, Any] | Sequence[Mapping[str, Any]]
) -> CursorResult[*tuple[Any, ...]]:
    """Carry out a statement of plain columns on the session's connection, in its transaction, at half the cost.

    For what every event of an open line asks. What is pending is flushed first; no object is loaded or brought up to
    date by it.
    """
    session = db.session()
    session.flush()
    return session.connection().execute(statement, values)


@contextlib.contextmanager
def unit_of_work() -> Iterator[None]:
    """The only place that commits: at the edge of a request, a socket event, a job, a command.

    What was read before it is forgotten, so that everything inside is read under the lock. Nested use joins the outer
    one. An exception rolls everything back and goes on; a row that another transaction changed first is a ``Conflict``.
    """
    session = db.session()
    if session.info.get("in_unit_of_work"):
        yield
        return
    session.rollback()
    session.info["in_unit_of_work"] = True
    session.info[_AFTER] = []
    try:
        session.connection(execution_options={_WRITE: True})
        yield
        for hook in _BEFORE_COMMIT:
            hook()
        session.commit()
    except BaseException as error:
        session.rollback()
        session.info[_AFTER] = []
        if isinstance(error, StaleDataError):
            raise Conflict from error
        raise
    finally:
        session.info["in_unit_of_work"] = False
    for action in session.info.pop(_AFTER, []):
        try:
            action()
        except Exception:
            log.exception("after_commit_failed")


_BEFORE_COMMIT: list[Callable[[], None]] = []


def before_commit(hook: Callable[[], None]) -> Callable[[], None]:
    """Register ``hook`` to run in every unit of work just before its commit (the change log numbers its rows there)."""
    if hook not in _BEFORE_COMMIT:
        _BEFORE_COMMIT.append(hook)
    return hook


def prepare_engine(engine: Engine) -> None:
    """Give SQLite foreign keys, WAL, and write transactions that begin immediate and wait without stopping the loop."""
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def _connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # we say BEGIN ourselves
        cursor = connection.cursor()
        for pragma in (
            "busy_timeout=5",
            "journal_mode=WAL",
            "foreign_keys=ON",
            "synchronous=FULL",
            "cache_size=-4000",
            "secure_delete=ON",  # what is deleted is overwritten: its words are in no free page of the file
        ):
            _retry_busy(partial(cursor.execute, f"PRAGMA {pragma}"))
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITE, False)
        _retry_busy(lambda: connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN"))


def _retry_busy(action: Callable[[], object]) -> None:
    """SQLite's own wait would stop the whole gevent loop; a sleep lets everybody else go on."""
    deadline = time.monotonic() + SQLITE_WAIT_SECONDS
    while True:
        try:
            action()
        except Exception as error:
            if "locked" not in str(error) and "busy" not in str(error):
                raise
            if time.monotonic() > deadline:
                raise
            time.sleep(_jitter.uniform(0.002, 0.012))
        else:
            return


def init_app(app: Flask) -> None:
    """Bind the database to the app and prepare its engine."""
    db.init_app(app)
    with app.app_context():
        prepare_engine(db.engine)


def checkpoint() -> None:
    """SQLite: bring the write-ahead log into the file and empty it, so that it keeps no copy of what was deleted.

    Readers that are busy at this moment leave a part of it for the next time.
    """
    if db.engine.dialect.name != "sqlite":
        return
    db.session.rollback()
    raw = db.engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        raw.close()


def is_unavailable(error: Exception) -> bool:
    """Whether the database did not answer (as against: refused what was asked)."""
    return isinstance(error, OperationalError)

"""How Alembic reaches the database of the present application and compares it with the models."""

from alembic import context
from flask import current_app
from sqlalchemy import MetaData

from infocus.core.db import UtcDateTime


def _metadata() -> MetaData:
    return current_app.extensions["migrate"].db.metadata


def _render(kind, item, _context) -> str | bool:
    """Versions name plain column types, so that they outlive our own."""
    return "sa.DateTime(timezone=True)" if kind == "type" and isinstance(item, UtcDateTime) else False


def _write_script() -> None:
    """``--sql``: print the statements instead of running them."""
    url = current_app.config["SQLALCHEMY_DATABASE_URI"]
    context.configure(url=url, target_metadata=_metadata(), literal_binds=True, render_as_batch=True)
    with context.begin_transaction():
        context.run_migrations()


def _run() -> None:
    """All steps in one transaction: a failing one leaves the database as it was.

    SQLite changes a table by making it anew, which foreign keys would take for a deletion: they are off meanwhile.
    """
    database = current_app.extensions["migrate"].db
    sqlite = database.engine.dialect.name == "sqlite"
    options = current_app.extensions["migrate"].configure_args
    with database.engine.connect() as connection:
        if sqlite:
            _foreign_keys(connection, on=False)
        context.configure(connection=connection, target_metadata=_metadata(), render_item=_render, **options)
        with context.begin_transaction():
            context.run_migrations()
        if sqlite:
            _foreign_keys(connection, on=True)


def _foreign_keys(connection, *, on: bool) -> None:
    """SQLite obeys this only outside of a transaction, so it is said on the bare connection."""
    connection.connection.driver_connection.execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")


if context.is_offline_mode():
    _write_script()
else:
    _run()

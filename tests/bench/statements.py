"""How many statements each page sends to the database."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from flask import Flask
from sqlalchemy import event

from infocus.app import create_app
from infocus.core.db import db
from infocus.settings import load
from tests.bench.seed import EMAIL, PASSWORD


def query_counts(instance: Path, paths: Mapping[str, str]) -> dict[str, int]:
    """Statements of each page by its name, counted in this process for a reader who is signed in and comes again."""
    app = create_app(load({"INFOCUS_INSTANCE": str(instance)}))
    app.config["WTF_CSRF_ENABLED"] = False
    client = app.test_client()
    client.post("/sign-in", data={"email": EMAIL, "password": PASSWORD})
    counts: dict[str, int] = {}
    for name, path in paths.items():
        client.get(path)
        counts[name] = _statements(app, partial(client.get, path))
    return counts


def _statements(app: Flask, act: Callable[[], object]) -> int:
    seen: list[str] = []

    def note(_connection, _cursor, statement: str, *_rest) -> None:
        seen.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    act()
    event.remove(engine, "before_cursor_execute", note)
    return sum(not statement.startswith(("BEGIN", "PRAGMA")) for statement in seen)

"""Fixtures: the application on each database, its session, a client and a worker.

The application is made once by each worker process for each database; after every test the tables it wrote, its search
index, its mails, the rate limits and the clock are as they were.
"""

import threading
from collections.abc import Callable, Iterator
from contextvars import Context
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask, has_app_context
from flask.testing import FlaskClient
from flask_sqlalchemy.session import Session
from sqlalchemy.orm import scoped_session
from werkzeug.serving import make_server
from werkzeug.test import TestResponse

from infocus.app import create_app
from infocus.core import clock, limits
from infocus.core.db import Base, db
from infocus.engines.bound import engines
from infocus.settings import Settings
from infocus.worker import Worker
from tests.support import servers
from tests.support.databases import Cleaner, keep_nothing

DATABASES = ("sqlite", "postgresql")
SettingsMaker = Callable[..., Settings]


class Client(FlaskClient):
    """A browser's worth of cookies. Each request has a context of its own, as in production.

    The test's own transaction ends before the request, so that afterwards the test reads what the request wrote.
    """

    def open(self, *args: Any, **kwargs: Any) -> TestResponse:
        """Answer one request; the arguments are Werkzeug's."""
        if has_app_context():
            db.session.rollback()
        return Context().run(super().open, *args, **kwargs)


class Applications:
    """The applications of one worker process, by kind of database."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[str, tuple[Flask, Cleaner]] = {}

    def get(self, kind: str) -> tuple[Flask, Cleaner]:
        """The application on this kind of database; made at the first call. Ends the test where there is no server."""
        if kind not in self._made:
            address = servers.postgresql_database("app") if kind == "postgresql" else ""
            instance = self._folder / kind
            app = create_app(
                Settings(instance=instance, database_url=address, secret_key="for tests only", search_check=1.0)
            )
            app.config.update(TESTING=True, WTF_CSRF_ENABLED=False)
            app.test_client_class = Client
            with app.app_context():
                keep_nothing(db.engine)
                db.create_all()
                self._made[kind] = app, Cleaner(db.engine, Base.metadata)
        return self._made[kind]

    def close(self) -> None:
        """Let go of the files and connections."""
        for app, _ in self._made.values():
            with app.app_context():
                engines().search.close()
                db.engine.dispose()


@pytest.fixture(scope="session")
def applications(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Applications]:
    """The applications of this worker process."""
    found = Applications(tmp_path_factory.mktemp("instances"))
    yield found
    found.close()


@pytest.fixture(params=DATABASES)
def app(request: pytest.FixtureRequest, applications: Applications) -> Iterator[Flask]:
    """The application, once on SQLite and once on PostgreSQL."""
    found, cleaner = applications.get(request.param)
    yield found
    with found.app_context():
        _put_right(found, cleaner)


@pytest.fixture
def any_app(applications: Applications) -> Flask:
    """The application, for tests that look at how it is made and touch no record."""
    return applications.get("sqlite")[0]


def _put_right(app: Flask, cleaner: Cleaner) -> None:
    cleaner.clean()
    clock.shift(timedelta(0))
    limits.init_app(app, app.extensions["infocus.settings"])
    if engines().search.cursor:
        engines().search.reset()
    for mail in (Path(app.instance_path) / "mail").rglob("*.eml"):
        mail.unlink()


@pytest.fixture
def session(app: Flask) -> Iterator[scoped_session[Session]]:
    """The session of the test's own application context; what the test arranges it commits with ``unit_of_work``."""
    with app.app_context():
        yield db.session


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Somebody who is not signed in."""
    return app.test_client()


@pytest.fixture
def work(app: Flask) -> Callable[[], None]:
    """Does what a worker would: runs the outbox and feeds the index until nothing is due."""

    def drain() -> None:
        if has_app_context():
            db.session.rollback()
        Context().run(Worker(app).drain)

    return drain


@pytest.fixture
def settings(tmp_path: Path) -> SettingsMaker:
    """Makes settings with an instance folder of the test's own; the arguments are their fields."""

    def make(**values: Any) -> Settings:
        chosen: dict[str, Any] = {"instance": tmp_path / "instance", "secret_key": "for tests only"}
        return Settings(**(chosen | values))

    return make


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database of the test's own: once on SQLite, once on PostgreSQL."""
    if request.param == "postgresql":
        return servers.postgresql_database("own")
    return f"sqlite:///{tmp_path / 'own.sqlite'}"


@pytest.fixture
def served(app: Flask) -> Iterator[str]:
    """The address of the application, served by threads of this process."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()

"""Every version of the database goes up and down, on both databases, and ends where the models are."""

import pytest
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask_migrate import check, downgrade, upgrade
from sqlalchemy import inspect

from infocus.app import create_app
from infocus.core.db import Base, db
from infocus.engines.bound import engines
from tests.support.house import ROOT


@pytest.fixture
def installation(settings, database_url):
    """An application on an empty database of its own, inside its context."""
    app = create_app(settings(database_url=database_url))
    with app.app_context():
        yield app
        engines().search.close()
        db.session.remove()
        db.engine.dispose()


def _tables():
    return set(inspect(db.engine).get_table_names()) - {"alembic_version"}


def _version():
    with db.engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def test_there_is_one_newest_version():
    assert len(ScriptDirectory(str(ROOT / "migrations")).get_heads()) == 1


def test_from_nothing_to_the_models(installation):
    upgrade()
    assert _tables() == set(Base.metadata.tables)
    check()


def test_down_to_nothing_and_up_again(installation):
    upgrade()
    newest = _version()
    downgrade(revision="base")
    assert _tables() == set()
    upgrade()
    assert _version() == newest


def test_each_step_can_be_taken_back(installation):
    for script in reversed(list(ScriptDirectory(str(ROOT / "migrations")).walk_revisions())):
        upgrade(revision=script.revision)
        downgrade(revision="-1")
        upgrade(revision=script.revision)
    assert _version() is not None


def test_the_newest_version_finds_no_drift_twice(installation):
    upgrade()
    upgrade()
    check()

"""Fixtures of the reviews' tests."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from flask import Flask

from infocus.core import clock
from infocus.core.db import db
from infocus.reviews.vocabulary import NAMESPACE
from tests.reviews.tables import Table, lay
from tests.support.lines import Line, connected
from tests.support.world import World


@pytest.fixture
def table(world: World) -> Table:
    """The people and the plan; the review comes with ``open`` or ``start``."""
    return lay(world)


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock stands still unless the test moves it: seconds of grace last however busy the machine is."""
    moment = clock.now()
    monkeypatch.setattr(clock, "now", lambda: moment + clock._offset)


@pytest.fixture
def line(app: Flask, table: Table) -> Iterator[Callable[..., Line]]:
    """Opens lines for people of the table; without a name, for nobody."""
    made: list[Line] = []

    def connect(who: str | None = None, **options: Any) -> Line:
        db.session.rollback()
        client = table.world.client(table.people[who]) if who else app.test_client()
        made.append(connected(app, NAMESPACE, client, **options))
        return made[-1]

    yield connect
    for one in made:
        if one.open:
            one.close()

"""What the fixtures promise to every other test."""

import time
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.limits import limits
from infocus.core.outbox import OutboxRow

KIND = "workshop.nothing"


def _add():
    with unit_of_work():
        db.session.add(OutboxRow(kind=KIND, payload={}))


def _count():
    return db.session.scalar(select(func.count()).select_from(OutboxRow).where(OutboxRow.kind == KIND))


def test_both_databases_are_real(app, session):
    assert session.get_bind().dialect.name in app.config["SQLALCHEMY_DATABASE_URI"]


@pytest.mark.parametrize("turn", [1, 2])
def test_each_test_begins_with_an_empty_database(session, turn):
    assert _count() == 0
    _add()
    assert _count() == 1


@pytest.mark.parametrize("turn", [1, 2])
def test_each_test_begins_at_the_present_and_without_counted_tries(app, session, turn):
    assert abs(clock.now().timestamp() - time.time()) < timedelta(days=1).total_seconds()
    clock.shift(timedelta(days=3))
    limits().hit("1/hour", "workshop")


def test_a_request_sees_what_the_test_committed(session, client):
    _add()
    assert _count() == 1
    assert b'infocus_outbox_rows{state="waiting"} 1.0' in client.get("/metrics").data


def test_a_request_has_a_context_of_its_own(session, client):
    assert client.get("/healthz").headers["X-Request-ID"] != client.get("/healthz").headers["X-Request-ID"]


def test_a_worker_leaves_the_test_its_own_session(session, work):
    _add()
    assert _count() == 1
    work()
    row = session.scalar(select(OutboxRow))
    assert row is not None
    assert (row.attempts, row.error) == (1, f"KeyError: '{KIND}'")

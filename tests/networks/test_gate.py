"""Who is let onto an open line, and asked again at every event."""

from contextvars import Context
from datetime import timedelta

from infocus.accounts import sessions, tokens
from infocus.core import clock
from infocus.core.actor import Role
from infocus.core.db import unit_of_work
from infocus.engines.realtime.port import Badge
from infocus.networks.gate import SessionGate, actor_from_bearer
from tests.support.there import there


def admitted(app, cookie_of=None, token=None):
    headers = {"Cookie": f"infocus={cookie_of.get_cookie('infocus').value}"} if cookie_of else {}

    def connect():
        with app.test_request_context("/socket.io/", headers=headers):
            return SessionGate().admit(token)

    return Context().run(connect)  # a connection of its own, outside the test's application context


def test_a_cookie_admits_until_its_session_ends(app, world, session):
    person = world.person(Role.LEAD, world.network())
    browser = world.client(person)
    badge = admitted(app, browser)
    assert badge is not None
    assert badge.person == person.id
    assert there(SessionGate().actor(badge)).person_id == person.id
    with unit_of_work():
        sessions.end(person.id, badge.session)
    assert SessionGate().actor(badge) is None
    assert admitted(app, browser) is None


def test_nobody_without_cookie_or_token_and_no_cookie_makes_up_for_a_wrong_token(app, world, session):
    browser = world.client(world.person())
    assert admitted(app) is None
    assert admitted(app, browser, token="ife_wrong") is None
    assert admitted(app, browser, token="") is None


def test_a_token_admits_with_its_scopes_until_it_runs_out(app, world, session):
    person = world.person(Role.LEAD, world.network())
    with unit_of_work():
        _, key = tokens.create(person.account, "room", ["read"], 1)
    badge = admitted(app, token=key)
    actor = there(SessionGate().actor(badge))
    assert actor.scopes == frozenset({"read"})
    assert not actor.may_write()
    clock.shift(timedelta(days=1, seconds=1))
    assert SessionGate().actor(badge) is None


def test_a_role_that_ends_is_missing_at_the_next_event(app, world, session):
    network = world.network()
    person = world.person(Role.LEAD, network)
    badge = admitted(app, world.client(person))
    assert there(SessionGate().actor(badge)).has(network.id, Role.LEAD)
    with unit_of_work():
        session.connection().exec_driver_sql("UPDATE memberships SET ended_at = created_at")
    assert not there(SessionGate().actor(badge)).has(network.id, Role.LEAD)


def test_an_unknown_badge_is_nobody(session):
    assert SessionGate().actor(Badge("x", "x")) is None
    assert SessionGate().actor(Badge("x", "token:x")) is None


def test_a_bearer_header_acts_with_the_tokens_scopes(world, session):
    person = world.person()
    header = world.bearer(person, "read")["Authorization"]
    assert there(actor_from_bearer(header)).person_id == person.id
    assert there(actor_from_bearer(header.replace("Bearer", "bearer"))).scopes == frozenset({"read"})
    for wrong in ("", "Bearer", "Bearer ", "Basic " + header[7:], header + "x", header[7:]):
        assert actor_from_bearer(wrong) is None
    session.rollback()
    assert tokens.listed(person.id)[0].last_used_at is not None

"""The Socket.IO adapter on an app of its own: admission, validation, refusals, limits, unexpected errors, draining."""

from typing import Any

import pytest
from flask import Flask
from flask_socketio import SocketIOTestClient

from infocus.core.actor import Actor
from infocus.core.errors import Conflict, RateLimited
from infocus.core.permissions import Permission
from infocus.engines.realtime.bucket import Bucket
from infocus.engines.realtime.handshake import without_extensions
from infocus.engines.realtime.opening import open_realtime
from infocus.engines.realtime.port import (
    Badge,
    Limits,
    Payload,
    SocketContext,
    SocketEvent,
    SocketNamespace,
    SocketRegistry,
    Why,
)
from infocus.engines.realtime.roll import Seat
from infocus.engines.realtime.socketio import SocketIORealtime

SPACE = "/test"


class Words(Payload):
    """What the events of this test carry."""

    word: str


class Door:
    """Admits every token but "stranger"; `gone` are sessions that have ended meanwhile."""

    def __init__(self) -> None:
        self.gone: set[str] = set()

    def admit(self, token: str | None) -> Badge | None:
        return None if token in {None, "stranger"} else Badge(f"person of {token}", f"session of {token}")

    def actor(self, badge: Badge) -> Actor | None:
        if badge.session in self.gone:
            return None
        return Actor(badge.person, scopes=frozenset({"read"}) if "reader" in badge.person else None)


def echo(context: SocketContext, payload: Words) -> dict[str, Any]:
    context.realtime.enter(SPACE, "hall", Seat(context.sid, "hall", context.badge.person, context.badge.session))
    context.realtime.push(SPACE, "hall", "said", {"word": payload.word}, skip=context.sid)
    return {"word": payload.word, "who": context.actor.person}


def refuse(context: SocketContext, payload: Words) -> dict[str, Any]:
    raise {"conflict": Conflict("No."), "slow": RateLimited(3)}.get(payload.word) or ZeroDivisionError


EVENTS = (
    SocketEvent("echo", Permission.ENTER_ROOM, Words, echo),
    SocketEvent("write", Permission.WRITE_IN_ROOM, Words, echo),
    SocketEvent("refuse", Permission.ENTER_ROOM, Words, refuse),
)


class House:
    """An app with the adapter, and lines into it."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.app, self.door = Flask(__name__), Door()
        self.left: list[str] = []
        registry = SocketRegistry()
        registry.add(SocketNamespace(SPACE, EVENTS, lambda seats, realtime: self.left.extend(s.room for s in seats)))
        self.realtime: SocketIORealtime = open_realtime(self.app, registry, self.door, limits=limits)

    def line(self, token: str | None) -> SocketIOTestClient:
        auth = {"token": token} if token else None
        return self.app.extensions["socketio"].test_client(self.app, namespace=SPACE, auth=auth)


@pytest.fixture
def house() -> House:
    return House()


def ask(line: SocketIOTestClient, event: str, *payload: Any) -> dict[str, Any]:
    answer = line.emit(event, *payload, namespace=SPACE, callback=True)
    assert isinstance(answer, dict)
    return answer


def heard(line: SocketIOTestClient, name: str) -> list[Any]:
    return [event["args"][0] for event in line.queue if event["name"] == name]


def test_strangers_stay_outside(house: House) -> None:
    assert house.line("ana").is_connected(SPACE)
    for token in (None, "stranger"):
        assert not house.line(token).is_connected(SPACE)
    assert house.realtime.open_lines == 1


def test_an_event_is_answered_and_pushed_to_the_others(house: House) -> None:
    ana, rui = house.line("ana"), house.line("rui")
    assert ask(rui, "echo", {"word": "first"})["ok"]
    assert ask(ana, "echo", {"word": "hello"}) == {"ok": True, "word": "hello", "who": "person of ana"}
    assert (heard(rui, "said"), heard(ana, "said")) == ([{"word": "hello"}], [])
    assert [seat.person for seat in house.realtime.members(SPACE, "hall")] == ["person of rui", "person of ana"]
    ana.disconnect(SPACE)
    assert house.left == ["hall"]
    assert [seat.person for seat in house.realtime.members(SPACE, "hall")] == ["person of rui"]


@pytest.mark.parametrize(
    "payload", [(), (None,), ({},), ({"word": 1},), ({"word": "a", "more": 1},), ({"word": "a"}, 2)]
)
def test_a_wrong_payload_is_named(house: House, payload: tuple[Any, ...]) -> None:
    answer = ask(house.line("ana"), "echo", *payload)
    assert (answer["ok"], answer["error"]["code"]) == (False, "invalid")
    assert answer["error"]["message"]


def test_refusals_keep_their_code_and_surprises_show_nothing(house: House) -> None:
    line = house.line("ana")
    assert ask(line, "refuse", {"word": "conflict"})["error"] == {"code": "conflict", "message": "No."}
    assert ask(line, "refuse", {"word": "slow"})["error"]["retry_after"] == 3
    surprise = ask(line, "refuse", {"word": "x"})["error"]
    assert surprise["code"] == "internal"
    assert "Zero" not in surprise["message"]
    assert ask(line, "nonsense", {})["error"]["code"] == "invalid"


def test_a_reading_token_writes_nothing(house: House) -> None:
    line = house.line("reader")
    assert ask(line, "echo", {"word": "a"})["ok"]
    assert ask(line, "write", {"word": "a"})["error"]["code"] == "not_allowed"


def test_a_session_that_ended_ends_the_line(house: House) -> None:
    line = house.line("ana")
    house.door.gone.add("session of ana")
    assert ask(line, "echo", {"word": "a"})["error"]["code"] == "unauthenticated"
    assert heard(line, "closed") == [{"reason": "signed_out"}]
    assert not line.is_connected(SPACE)


def test_lines_are_closed_by_person_session_and_room(house: House) -> None:
    ana, rui, gia = (house.line(name) for name in ("ana", "rui", "gia"))
    ask(rui, "echo", {"word": "in the hall"})
    house.realtime.disconnect(Why.SIGNED_OUT, session="session of ana")
    house.realtime.disconnect(Why.RIGHTS_LOST, person="person of rui", room="hall")
    house.realtime.disconnect(Why.RIGHTS_LOST, person="person of gia", room="hall")  # she is not in the hall
    assert [line.is_connected(SPACE) for line in (ana, rui, gia)] == [False, False, True]
    assert (heard(ana, "closed"), heard(rui, "closed")) == ([{"reason": "signed_out"}], [{"reason": "rights_lost"}])


def test_a_draining_process_tells_its_lines_and_takes_no_more(house: House) -> None:
    line = house.line("ana")
    house.realtime.drain()
    assert not house.line("rui").is_connected(SPACE)
    for _ in range(200):
        if heard(line, "closed"):
            break
        house.app.extensions["socketio"].sleep(0.01)
    assert heard(line, "closed") == [{"reason": "draining"}]


def test_one_line_cannot_flood_and_does_not_hold_up_others() -> None:
    house = House(Limits(per_second=0.5, burst=3))
    line = house.line("ana")
    answers = [ask(line, "echo", {"word": str(n)}) for n in range(5)]
    assert [answer["ok"] for answer in answers] == [True, True, True, False, False]
    assert 0 < answers[-1]["error"]["retry_after"] <= 2.1
    assert ask(house.line("rui"), "echo", {"word": "a"})["ok"]


def test_a_bucket_says_how_long_to_wait() -> None:
    bucket = Bucket(per_second=10, burst=2)
    assert [bucket.take(1), bucket.take(1)] == [0.0, 0.0]
    assert 0 < bucket.take(1) <= 0.1


def test_no_websocket_extension_is_offered() -> None:
    seen: dict[str, Any] = {}

    def app(environ: dict[str, Any], start: object) -> list[bytes]:
        seen.update(environ)
        return []

    environ = {"HTTP_SEC_WEBSOCKET_EXTENSIONS": "permessage-deflate", "PATH_INFO": "/"}
    without_extensions(app)(environ, lambda status, headers, error=None: print)
    assert seen == {"PATH_INFO": "/"}


def test_a_namespace_is_declared_once() -> None:
    registry = SocketRegistry()
    registry.add(SocketNamespace(SPACE, EVENTS))
    with pytest.raises(ValueError, match="twice"):
        registry.add(SocketNamespace(SPACE, ()))

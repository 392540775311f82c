"""One contract for the roll, on every adapter: in memory, and in Redis as two processes see it."""

from collections.abc import Callable

import pytest

from infocus.engines.realtime import redis_roll
from infocus.engines.realtime.redis_roll import RedisRoll
from infocus.engines.realtime.roll import MemoryRoll, Roll, Seat, one_each
from tests.support import servers

ROOM = "/reviews|review:1"


def seat(sid: str, person: str, room: str = ROOM, since: float = 1.0) -> Seat:
    return Seat(sid, room, person, f"session-of-{person}", since, {"name": person.title()})


@pytest.fixture(params=["memory", "redis"])
def roll(request: pytest.FixtureRequest) -> Roll:
    if request.param == "memory":
        return MemoryRoll()
    return RedisRoll(servers.redis(), prefix=f"test:{request.node.name}:")


@pytest.fixture
def other(request: pytest.FixtureRequest) -> Callable[[], RedisRoll]:
    """Another process's view of the same roll."""
    return lambda: RedisRoll(servers.redis(), prefix=f"test:{request.node.name}:")


def test_a_person_comes_once_and_leaves_once(roll: Roll) -> None:
    assert roll.enter(seat("a1", "ana"))
    assert not roll.enter(seat("a2", "ana", since=2.0))
    assert roll.enter(seat("b1", "rui", since=3.0))
    assert [each.person for each in one_each(roll.seats(ROOM))] == ["ana", "rui"]
    assert not roll.leave(ROOM, "a1")
    assert roll.leave(ROOM, "a2")
    assert not roll.leave(ROOM, "a2")
    assert [each.person for each in roll.seats(ROOM)] == ["rui"]


def test_entering_again_keeps_the_place(roll: Roll) -> None:
    roll.enter(seat("a1", "ana", since=1.0))
    roll.enter(seat("b1", "rui", since=2.0))
    assert not roll.enter(seat("a1", "ana", since=9.0))
    assert [(each.person, each.since) for each in roll.seats(ROOM)] == [("ana", 1.0), ("rui", 2.0)]


def test_a_line_that_ends_leaves_every_room(roll: Roll) -> None:
    for room in ("x", "y"):
        roll.enter(seat("a1", "ana", room))
    roll.enter(seat("a2", "ana", "y"))
    assert roll.rooms("a1") == ["x", "y"]
    assert [each.room for each in roll.drop("a1")] == ["x"]  # in y there is another line of hers
    assert (roll.rooms("a1"), roll.drop("a1")) == ([], [])
    assert roll.seats("x") == []


def test_what_is_shown_of_a_person_comes_back(roll: Roll) -> None:
    roll.enter(seat("a1", "ana"))
    (found,) = roll.seats(ROOM)
    assert (found.shown, found.session) == ({"name": "Ana"}, "session-of-ana")


def test_processes_see_each_other(other: Callable[[], RedisRoll]) -> None:
    one, two = other(), other()
    assert one.enter(seat("a1", "ana"))
    assert not two.enter(seat("a2", "ana", since=2.0))
    assert two.enter(seat("b1", "rui", since=3.0))
    assert [each.sid for each in one.seats(ROOM)] == ["a1", "a2", "b1"]
    assert not one.leave(ROOM, "a1")
    assert [each.person for each in two.drop("a2")] == ["ana"]
    assert [each.sid for each in one.seats(ROOM)] == ["b1"]


def test_lines_of_a_killed_process_are_forgotten(
    other: Callable[[], RedisRoll], monkeypatch: pytest.MonkeyPatch
) -> None:
    dead, alive = other(), other()
    dead.enter(seat("a1", "ana"))
    alive.enter(seat("b1", "rui", since=2.0))
    monkeypatch.setattr(redis_roll, "STALE_SECONDS", -1.0)
    assert [each.sid for each in alive.seats(ROOM)] == ["b1"]


def test_without_redis_each_process_knows_its_own(other: Callable[[], RedisRoll]) -> None:
    alone = RedisRoll(f"redis://127.0.0.1:{servers.free_port()}/0")
    assert alone.enter(seat("a1", "ana"))
    alone.touch("a1")
    assert [each.sid for each in alone.seats(ROOM)] == ["a1"]
    assert [each.person for each in alone.drop("a1")] == ["ana"]

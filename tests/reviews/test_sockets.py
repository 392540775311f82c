"""The room over its socket: who gets in, what is answered, what reaches the others."""

import uuid
from typing import Any

import pytest

from infocus.accounts.models import SignInSession
from infocus.core.db import db, unit_of_work
from infocus.engines.bound import engines
from infocus.engines.realtime import bucket
from infocus.engines.realtime.port import Why
from infocus.reviews.room.sockets import EVENTS
from infocus.reviews.vocabulary import Mode, Seating
from tests.reviews.tables import Table, new_key
from tests.support.lines import Line, code

WRONG_KEYS = ("", "1", "not-a-uuid", 7, None, str(uuid.uuid4()) + "0")


@pytest.fixture
def room(table: Table) -> Table:
    """An open review that is live."""
    return table.start(Mode.OPEN)


def say(line: Line, room: Table, text: str = "A line.") -> dict:
    """A message under a fresh key."""
    return line.ask("say", {"review": room.review_id, "key": new_key(), "text": text})


def test_nobody_and_bad_tokens_are_refused_at_the_door(line, room: Table) -> None:
    assert not line().open
    assert not line(auth={"token": "ifx_wrong"}).open
    assert not line("lead", auth={"token": "wrong"}).open  # a cookie does not make up for a wrong token


def test_a_token_opens_the_line_and_its_scopes_count(line, room: Table) -> None:
    for scopes, written in ((("read",), False), (("read", "write"), True)):
        header = room.world.bearer(room.people[Seating.FRIEND], *scopes)["Authorization"]
        one = line(auth={"token": header.removeprefix("Bearer ")})
        assert one.ask("join", {"review": room.review_id})["ok"]
        assert one.ask("sync", {"review": room.review_id, "after": 0})["ok"]
        assert say(one, room)["ok"] is written


def test_a_message_reaches_everybody_in_the_room_and_nobody_else(line, room: Table) -> None:
    friend, host, officer = line(Seating.FRIEND), line(Seating.HOST), line("officer")
    outside = line(Seating.EXPERT)
    for one in (friend, host):
        assert one.ask("join", {"review": room.review_id})["ok"]
    assert code(officer.ask("join", {"review": room.review_id})) == "not_allowed"
    answer = say(friend, room, "Hello, all.")
    assert answer == {"ok": True, "seq": 2}
    (entry,) = host.heard("entry")
    assert {name: entry[name] for name in ("seq", "kind", "text", "review")} == {
        "seq": 2, "kind": "message", "text": "Hello, all.", "review": room.review_id,
    }  # fmt: skip
    assert entry["author"]["id"] == room.people[Seating.FRIEND].id
    assert entry["partner"]["label"] == "Porto"
    assert friend.heard("entry") == [entry]
    assert officer.heard("entry") == outside.heard("entry") == []


def test_join_says_where_the_room_stands_and_who_is_here(line, table: Table) -> None:
    table.start()
    table.move(to="round")
    host, friend = line(Seating.HOST), line(Seating.FRIEND)
    host.ask("join", {"review": table.review_id})
    answer = friend.ask("join", {"review": table.review_id})
    assert {"ok", "last_seq", "phase", "ends_at", "server_time", "members", "you"} <= set(answer)
    assert (answer["last_seq"], answer["phase"]) == (3, "round")  # the queue of the round is an entry too
    assert {m["role"] for m in answer["members"]} == {"host", "critical-friend"}
    assert answer["you"]["person"] == table.people[Seating.FRIEND].id
    assert "say" in answer["you"]["may"]["round"]
    assert "say" not in answer["you"]["may"]["pitch"]
    (change,) = host.heard("presence")
    assert ([m["name"] for m in change["joined"]], change["here"]) == ([table.people[Seating.FRIEND].name], 2)
    friend.close()
    (change,) = host.heard("presence")
    assert (change["left"], change["here"]) == ([table.people[Seating.FRIEND].id], 1)


def test_two_tabs_are_one_person(line, room: Table) -> None:
    watcher, first, second = line(Seating.HOST), line(Seating.FRIEND), line(Seating.FRIEND)
    watcher.ask("join", {"review": room.review_id})
    for tab in (first, second):
        assert len(tab.ask("join", {"review": room.review_id})["members"]) == 2
    first.close()
    assert [change["left"] for change in watcher.heard("presence")] == [[]]  # came once, has not left


def test_the_phase_is_pushed_and_judged_at_once(line, table: Table) -> None:
    table.start()
    chair, host = line(Seating.FACILITATOR), line(Seating.HOST)
    for one in (chair, host):
        one.ask("join", {"review": table.review_id})
    assert code(say(host, table)) == "phase_closed"
    moved = chair.ask("phase", {"review": table.review_id, "key": new_key(), "to": "pitch"})
    assert {"ok", "seq", "phase", "ends_at"} <= set(moved)
    assert [clock["phase"] for clock in host.heard("clock")] == ["pitch"]
    assert say(host, table)["ok"]
    assert code(host.ask("phase", {"review": table.review_id, "key": new_key(), "to": "close"})) == "not_allowed"


def test_heartbeat_and_sync_find_what_no_push_brought(line, room: Table) -> None:
    friend = line(Seating.FRIEND)
    for number in range(5):
        say(friend, room, f"Line {number}.")
    late = line(Seating.HOST)
    beat = late.ask("heartbeat", {"review": room.review_id, "seq": 0})
    assert (beat["ok"], beat["last_seq"]) == (True, 6)
    page = late.ask("sync", {"review": room.review_id, "after": 1, "limit": 3})
    assert ([item["seq"] for item in page["items"]], page["more"]) == ([2, 3, 4], True)


def test_typing_is_told_to_the_others_only(line, room: Table) -> None:
    friend, host, observer = line(Seating.FRIEND), line(Seating.HOST), line(Seating.OBSERVER)
    for one in (friend, host, observer):
        one.ask("join", {"review": room.review_id})
    assert friend.ask("typing", {"review": room.review_id, "on": True}) == {"ok": True}
    assert [data["person"] for data in host.heard("typing")] == [room.people[Seating.FRIEND].id]
    assert friend.heard("typing") == []
    assert observer.ask("typing", {"review": room.review_id, "on": True})["ok"] is False


@pytest.mark.parametrize("event", [event.name for event in EVENTS])
def test_no_payload_breaks_an_event(line, room: Table, event: str) -> None:
    one = line(Seating.FACILITATOR)
    target = say(one, room)["seq"]
    right = {
        "review": room.review_id, "key": new_key(), "text": "x", "target": target, "emoji": "👍", "on": True,
        "after": 0, "seq": 0, "speaker": room.people[Seating.HOST].id, "to": "pitch",
    }  # fmt: skip
    fields = next(each for each in EVENTS if each.name == event).schema.model_fields
    needed = {name: right[name] for name, field in fields.items() if field.is_required()}
    broken: list[tuple[Any, ...]] = [(), (None,), (7,), ([],), ("x",), (needed, needed), ({},)]
    broken += [({**needed, "surplus": 1},), ({**needed, "review": "x" * 65},), ({**needed, "review": 5},)]
    broken += [({name: value for name, value in needed.items() if name != left_out},) for left_out in needed]
    if "key" in needed:
        broken += [({**needed, "key": key},) for key in WRONG_KEYS]
    if "text" in needed:
        broken += [({**needed, "text": text},) for text in (None, 5, ["x"], "\ud800")]
    for arguments in broken:
        assert code(one.ask(event, *arguments)) == "invalid", arguments
    assert [row.text for row in room.log()] == [None, "A line."]


def test_unknown_events_and_reviews_are_answered(line, room: Table) -> None:
    one = line(Seating.FRIEND)
    assert code(one.ask("explode", {"review": room.review_id})) == "invalid"
    for review in ("nope", "0" * 26):
        assert code(one.ask("join", {"review": review})) == "not_found"
        assert code(one.ask("say", {"review": review, "key": new_key(), "text": "x"})) == "not_found"
    assert code(line("stranger").ask("join", {"review": room.review_id})) == "not_found"


def test_long_text_and_floods_are_refused_with_a_reason(line, room: Table, monkeypatch) -> None:
    monkeypatch.setattr(bucket, "monotonic", lambda: 0.0)  # however slow the machine is: a hundred at once
    one = line(Seating.FRIEND)
    assert code(say(one, room, "x" * 4_001)) == "too_long"
    refusals = [one.ask("say", {})["error"] for _ in range(100)]
    assert [error["code"] for error in refusals[:50]] == ["invalid"] * 50
    limited = [error for error in refusals if error["code"] == "rate_limited"]
    assert len(limited) > 20
    assert all(0 < error["retry_after"] < 5 for error in limited)
    assert code(say(one, room)) == "rate_limited"
    assert say(line(Seating.HOST), room)["ok"]  # others are not held up by it


def test_signing_out_closes_the_line(line, room: Table) -> None:
    one, other = line(Seating.FRIEND), line(Seating.HOST)
    for each in (one, other):
        each.ask("join", {"review": room.review_id})
    with unit_of_work():
        session = db.session.query(SignInSession).filter_by(person_id=room.people[Seating.FRIEND].id).one()
        engines().realtime.disconnect(Why.SIGNED_OUT, session=session.id)
    assert one.heard("closed") == [{"reason": "signed_out"}]
    assert not one.open
    assert other.open


def test_a_session_that_ended_elsewhere_is_noticed_at_the_next_event(line, room: Table) -> None:
    one = line(Seating.FRIEND)
    with unit_of_work():
        db.session.delete(db.session.query(SignInSession).filter_by(person_id=room.people[Seating.FRIEND].id).one())
    assert code(say(one, room)) == "unauthenticated"
    assert not one.open


def test_losing_the_seat_closes_the_line(line, room: Table) -> None:
    friend, host = line(Seating.FRIEND), line(Seating.HOST)
    for one in (friend, host):
        one.ask("join", {"review": room.review_id})
    room.take(Seating.LEAD, Seating.FRIEND)
    assert friend.heard("closed") == [{"reason": "rights_lost"}]
    assert not friend.open
    say(host, room, "They are gone.")
    assert host.heard("entry")

"""Odd days: two press at once, the review is called off, rights end, texts are too long, through open lines."""

from typing import Any

import pytest
from flask import Flask

from infocus.core.actor import Role
from infocus.core.db import db, unit_of_work
from infocus.networks import services as networks
from infocus.networks.models import MembershipRow
from infocus.reviews.models import LogEntry, Review, RoomVisit
from infocus.reviews.room.services import phases
from infocus.reviews.services import planning
from infocus.reviews.vocabulary import Kind, Mode, Phase, ReviewState, Seating
from tests.reviews.tables import Table, in_threads, new_key
from tests.support.lines import code

CHAIR, FRIEND, HOST, LEAD = Seating.FACILITATOR, Seating.FRIEND, Seating.HOST, Seating.LEAD


@pytest.mark.parametrize("wanted", [("pitch", "pitch"), ("pitch", "clarify")])
def test_two_facilitators_at_once_make_one_course(app: Flask, table: Table, wanted: tuple[str, str]) -> None:
    table.start()
    actors = (table.actor(CHAIR), table.actor(LEAD))
    seqs: list[int] = []

    def press(number: int) -> None:
        with unit_of_work():
            seqs.append(phases.move(actors[number], table.review_id, new_key(), to=wanted[number]).seq)

    in_threads(app, [lambda: press(0), lambda: press(1)])
    moves = [row for row in table.log() if row.kind == Kind.PHASE]
    assert len(moves) == 1 + len(set(wanted))
    assert sorted(set(seqs)) == [row.seq for row in moves[1:]]
    assert table.review.room.phase == moves[-1].data["phase"]


def test_who_waits_in_the_room_sees_that_the_review_is_called_off_and_nothing_is_taken(line, table: Table) -> None:
    table.open()
    friend = line(FRIEND)
    assert friend.ask("join", {"review": table.review_id})["state"] == "preparing"
    with unit_of_work():
        review = db.session.get(Review, table.review_id)
        assert review is not None
        planning.cancel_review(table.actor(LEAD), review)
    assert [told["state"] for told in friend.heard("clock")] == ["cancelled"]
    note = {"review": table.review_id, "key": new_key(), "kind": "concern", "text": "x"}
    assert code(friend.ask("note", note)) == "phase_closed"
    move = {"review": table.review_id, "key": new_key(), "to": "pitch"}
    assert code(line(CHAIR).ask("phase", move)) in {"phase_closed", "not_allowed"}
    assert table.review.state == ReviewState.CANCELLED
    assert table.log() == []


def test_an_ended_membership_ends_the_line_at_once(line, table: Table) -> None:
    table.start(Mode.OPEN)
    friend = line(FRIEND)
    friend.ask("join", {"review": table.review_id})
    with unit_of_work():
        person = table.people[FRIEND].id
        row = db.session.query(MembershipRow).filter_by(person_id=person, role=Role.OFFICER).one()
        networks.end_membership(table.actor(LEAD), row)
    assert friend.heard("closed") == [{"reason": "rights_lost"}]
    assert not friend.open


def test_twenty_thousand_characters_are_refused_and_the_line_stays_open(line, table: Table) -> None:
    table.start(Mode.OPEN)
    friend = line(FRIEND)
    for event, more in (("say", {}), ("note", {"kind": "concern"}), ("recommend", {})):
        ask = {"review": table.review_id, "key": new_key(), "text": "x" * 20_000, **more}
        assert code(friend.ask(event, ask)) == "too_long", event
    assert friend.open
    assert len(table.log()) == 1


def test_a_whole_review_goes_over_the_line(line, table: Table) -> None:
    table.start()
    lines: dict[str, Any] = {who: line(who) for who in (CHAIR, FRIEND, HOST, Seating.RAPPORTEUR)}
    for one in lines.values():
        assert one.ask("join", {"review": table.review_id})["ok"]

    def ask(who: str, event: str, **payload) -> dict:
        answer = lines[who].ask(event, {"review": table.review_id, "key": new_key(), **payload})
        assert answer["ok"], answer
        return answer

    ask(CHAIR, "phase", to="notes")
    assert "seq" not in ask(FRIEND, "note", kind="concern", text="Who owns the hill?", importance=3)
    ask(HOST, "note", kind="question", text="Is it clear?", signed="anonymous")
    assert [each["text"] for each in line(FRIEND).ask("join", {"review": table.review_id})["you"]["notes"]] == [
        "Who owns the hill?"
    ]
    ask(CHAIR, "phase", to="cluster")
    notes = [entry for entry in lines[HOST].heard("entry") if entry["kind"] == "note"]
    assert {entry["author"]["id"] if entry["author"] else None for entry in notes} == {table.people[FRIEND].id, None}
    cluster = ask(Seating.RAPPORTEUR, "cluster", title="The hill", notes=[entry["seq"] for entry in notes])["seq"]
    assert ask(HOST, "vote", target=cluster, dots=2)["dots"] == {str(cluster): 2}
    ask(CHAIR, "phase", to=Phase.ROUND)
    ask(CHAIR, "floor", give=table.people[FRIEND].id)
    ask(HOST, "hand", hear=True)
    made = ask(Seating.RAPPORTEUR, "recommend", text="Find out who owns the hill.", source=notes[0]["seq"])
    assert made["number"] == 1
    ask(CHAIR, "off_record", on=True)
    assert lines[FRIEND].ask("aside", {"review": table.review_id, "text": "Between us."}) == {"ok": True}
    assert [heard["text"] for heard in lines[HOST].heard("ephemeral")] == ["Between us."]
    late = line(HOST).ask("join", {"review": table.review_id})
    assert (late["off_record"], late["floor"]["speaker"]["id"]) == (True, table.people[FRIEND].id)
    assert late["you"]["dots"] == {str(cluster): 2}


def test_the_unread_mark_grows_only_and_is_ones_own(line, table: Table) -> None:
    table.start(Mode.OPEN)
    friend = line(FRIEND)
    for _ in range(3):
        friend.ask("say", {"review": table.review_id, "key": new_key(), "text": "A line."})
    for read, kept in ((2, 2), (1, 2), (99, 4)):
        assert friend.ask("heartbeat", {"review": table.review_id, "seq": 4, "read": read})["ok"]
        assert friend.ask("join", {"review": table.review_id})["you"]["read"] == kept
    assert line(HOST).ask("join", {"review": table.review_id})["you"]["read"] == 0
    assert [visit.person_id for visit in db.session.query(RoomVisit)] == [table.people[FRIEND].id]
    assert db.session.query(LogEntry).count() == 4

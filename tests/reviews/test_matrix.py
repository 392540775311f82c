"""Every event of the room × seat × phase × mode × state, through the handlers of the socket, against the protocol.

What a seat may do is written out in `test_policy.py`; here it is asked of the events themselves, with real payloads.
"""

from typing import Any, NoReturn

import pytest
from flask import Flask

from infocus.core.db import db, unit_of_work
from infocus.core.errors import AppError
from infocus.engines.bound import engines
from infocus.engines.realtime.port import Badge, SocketContext
from infocus.reviews.models import LogEntry, Review
from infocus.reviews.notes.models import Note
from infocus.reviews.room.policy import Act
from infocus.reviews.vocabulary import NAMESPACE, Mode, NoteState, Phase, ReviewState, Seating
from tests.reviews.tables import Table, new_key
from tests.reviews.test_policy import LETTERS, PANEL, expected

SEATS = {seat.value: letter for letter, seat in LETTERS.items()}
OUTSIDERS = {"officer": "not_allowed", "secretariat": "not_allowed", "stranger": "not_found"}
PHASES: list[tuple[Mode, Phase | None]] = [*((Mode.GUIDED, phase) for phase in Phase), (Mode.OPEN, None)]
WRITING = {
    "say": Act.SAY, "spoken": Act.SPOKEN, "edit": Act.EDIT, "remove": Act.REMOVE, "react": Act.REACT, "note": Act.NOTE,
    "cluster": Act.CLUSTER, "vote": Act.VOTE, "hand": Act.HAND, "cannot_hear": Act.CANNOT_HEAR, "floor": Act.FLOOR,
    "recommend": Act.RECOMMEND, "off_record": Act.OFF_RECORD, "phase": Act.PHASE,
}  # fmt: skip
WAITING = ("say", "spoken", "edit", "react", "note", "recommend")
OUTSIDE = {
    (ReviewState.PREPARING, "note"): PANEL,
    (ReviewState.PREPARING, "phase"): "fl",
    (ReviewState.FINISHED, "remove"): PANEL + "h",
    (ReviewState.FINISHED, "recommend"): "frn",
}
NOTE = 1


class _UndoneError(Exception):
    pass


def undo() -> NoReturn:
    """End a unit of work that went well as one that did not."""
    raise _UndoneError


class Matrix:
    """A table at which everything is tried and nothing stays: a note is entry 1, then comes a line of each person."""

    def __init__(self, app: Flask, table: Table, mode: Mode) -> None:
        self.table = table.open(mode)
        (namespace,) = (each for each in app.extensions["infocus.sockets"].namespaces if each.name == NAMESPACE)
        self.events = {event.name: event for event in namespace.events}
        self.actors = {who: table.actor(who) for who in (*SEATS, *OUTSIDERS)}
        self.lines = {who: seq for seq, who in enumerate(self.actors, start=NOTE + 1)}
        rows = [LogEntry(seq=NOTE, kind="note", key=new_key(), role="", text="A note.")]
        rows += [
            LogEntry(seq=self.lines[who], kind="message", key=new_key(), role="", text=who, person_id=actor.person)
            for who, actor in self.actors.items()
        ]
        with unit_of_work():
            for row in rows:
                row.review_id = table.review_id
                db.session.add(row)
            note = Note(review_id=table.review_id, key_hash="x", kind="concern", text="A note.", seq=NOTE)
            note.state = NoteState.SHOWN
            db.session.add(note)

    def stand(self, state: ReviewState, phase: Phase | None, *, off_record: bool = False) -> "Matrix":
        """The room as if it had come here long ago."""
        with unit_of_work():
            review = db.session.get(Review, self.table.review_id)
            assert review is not None
            review.state, review.room.phase, review.room.off_record = state, phase, off_record
            review.room.last_seq = NOTE + len(self.lines)
        return self

    def code(self, event: str, who: str, phase: Phase | None = None) -> str:
        """`ok`, or the code of the refusal; what was stored is undone."""
        declared = self.events["hand" if event == "cannot_hear" else event]
        payload = {"review": self.table.review_id, **self._payload(event, who, phase)}
        ask = declared.schema.model_validate(payload if event == "aside" else {**payload, "key": new_key()})
        actor = self.actors[who]
        context = SocketContext(actor, Badge(actor.person, "session"), "sid", NAMESPACE, engines().realtime)
        try:
            with unit_of_work():
                declared.handler(context, ask)
                undo()
        except _UndoneError:
            return "ok"
        except AppError as refusal:
            return refusal.code

    def _payload(self, event: str, who: str, phase: Phase | None) -> dict[str, Any]:
        host = self.table.people[Seating.HOST].id
        payloads: dict[str, dict[str, Any]] = {
            "say": {"text": "x"}, "aside": {"text": "x"}, "spoken": {"speaker": host, "text": "x"},
            "edit": {"target": self.lines[who], "text": "x"}, "remove": {"target": self.lines[who]},
            "react": {"target": self.lines[Seating.HOST], "emoji": "👍", "on": True},
            "note": {"kind": "concern", "text": "x"}, "cluster": {"title": "x", "notes": [NOTE]},
            "vote": {"target": NOTE, "dots": 1}, "hand": {"up": True}, "cannot_hear": {"hear": True},
            "floor": {"queue": []}, "recommend": {"text": "x"}, "off_record": {"on": True},
            "phase": {"to": Phase.PITCH if phase is not Phase.PITCH else Phase.CLARIFY},
        }  # fmt: skip
        return payloads[event]


def wanted(act: Act, mode: Mode, phase: Phase | None, who: str) -> str:
    """What the protocol answers in a live review."""
    if who in OUTSIDERS:
        return OUTSIDERS[who]
    if expected(act, mode, phase, SEATS[who]):
        return "ok"
    phases: list[Phase | None] = [*Phase] if mode is Mode.GUIDED else [None]
    later = any(expected(act, mode, each, SEATS[who]) for each in phases)
    return "phase_closed" if later else "not_allowed"


@pytest.mark.parametrize(("mode", "phase"), PHASES)
def test_every_event_does_what_the_protocol_lets_each_seat_do(
    app: Flask, table: Table, mode: Mode, phase: Phase | None
) -> None:
    matrix = Matrix(app, table, mode).stand(ReviewState.LIVE, phase)
    found = {(event, who): matrix.code(event, who, phase) for event in WRITING for who in matrix.actors}
    assert found == {(event, who): wanted(WRITING[event], mode, phase, who) for event, who in found}


@pytest.mark.parametrize(("mode", "phase"), [each for each in PHASES if each[1] in {None, Phase.ROUND, Phase.NOTES}])
def test_off_the_record_what_would_be_kept_waits_and_asides_are_heard(
    app: Flask, table: Table, mode: Mode, phase: Phase | None
) -> None:
    matrix = Matrix(app, table, mode).stand(ReviewState.LIVE, phase)
    assert {matrix.code("aside", who) for who in SEATS} <= {"phase_closed", "not_allowed"}  # on the record
    matrix.stand(ReviewState.LIVE, phase, off_record=True)
    for event in WAITING:
        for who in matrix.actors:
            right = wanted(WRITING[event], mode, phase, who)
            assert matrix.code(event, who, phase) == ("phase_closed" if right == "ok" else right), (event, who)
    for who in matrix.actors:
        assert matrix.code("aside", who) == wanted(Act.ASIDE, mode, phase, who), who


@pytest.mark.parametrize("state", [ReviewState.PREPARING, ReviewState.FINISHED, ReviewState.CANCELLED])
def test_outside_the_live_part_next_to_nothing_can_be_done(app: Flask, table: Table, state: ReviewState) -> None:
    matrix = Matrix(app, table, Mode.GUIDED).stand(state, None)
    for event in WRITING:
        may = OUTSIDE.get((state, event), "")
        allowed = {who for who in matrix.actors if matrix.code(event, who) == "ok"}
        assert allowed == {who for who, letter in SEATS.items() if letter in may}, event


def test_the_matrix_asks_for_every_event_that_writes(app: Flask, table: Table) -> None:
    matrix = Matrix(app, table, Mode.OPEN)
    reading = {"join", "leave", "sync", "heartbeat", "typing"}
    assert set(matrix.events) - reading - {"rewrite", "aside"} == set(WRITING) - {"cannot_hear"}

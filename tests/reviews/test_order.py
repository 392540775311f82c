"""Many at once: one gapless order, nothing lost, nothing doubled, on SQLite and on PostgreSQL."""

import random
import threading
import time
import uuid
from datetime import datetime, timedelta

from flask import Flask

from infocus.core.db import db, unit_of_work
from infocus.reviews.room import queries
from infocus.reviews.room.errors import PhaseClosed
from infocus.reviews.room.services import phases, talk
from infocus.reviews.room.services.turn import GRACE
from infocus.reviews.vocabulary import Mode, Phase, Seating
from tests.reviews.tables import Table, in_threads

WRITERS, LINES = 6, 12
BETWEEN = timedelta(seconds=30)
"""On a busy machine a thread may wait long between the judging of a line and its date; ten thousand lines take longer.
How long the grace is: see ``room/test_saying.py``, which sets the clock."""


def test_writers_at_once_make_one_order(app: Flask, table: Table) -> None:
    room = table.start(Mode.OPEN)
    actor = room.actor(Seating.FRIEND)
    chance = random.Random(7)
    answered: dict[str, set[int]] = {}

    def writer(number: int) -> None:
        for line in range(LINES):
            key = str(uuid.UUID(int=number * 1000 + line))
            for _ in range(chance.choice((1, 1, 2))):  # some sends go out twice
                with unit_of_work():
                    seq = talk.say(actor, room.review_id, key, f"{number}:{line}").seq
                answered.setdefault(key, set()).add(seq)

    in_threads(app, [lambda number=number: writer(number) for number in range(WRITERS)])
    rows = room.log()
    assert [row.seq for row in rows] == list(range(1, WRITERS * LINES + 2))
    assert sorted(row.text or "" for row in rows[1:]) == sorted(
        f"{n}:{i}" for n in range(WRITERS) for i in range(LINES)
    )
    stored = {row.key: row.seq for row in rows[1:]}
    assert answered == {key: {seq} for key, seq in stored.items()}


def test_the_same_key_at_the_same_moment_is_stored_once(app: Flask, table: Table) -> None:
    room = table.start(Mode.OPEN)
    actor = room.actor(Seating.FRIEND)
    key, seqs = str(uuid.uuid4()), []
    barrier = threading.Barrier(5)

    def send() -> None:
        barrier.wait()
        with unit_of_work():
            seqs.append(talk.say(actor, room.review_id, key, "Once.").seq)

    in_threads(app, [send] * 5)
    assert seqs == [2] * 5
    assert len(room.log()) == 2


def test_no_line_is_stored_after_the_phase_that_forbids_it_and_its_grace(app: Flask, table: Table) -> None:
    room = table.start()
    room.move(to="dialogue")
    host, facilitator = room.actor(Seating.HOST), room.actor(Seating.FACILITATOR)
    closed, moved = threading.Event(), threading.Event()

    def write() -> None:
        for line in range(10_000):
            try:
                with unit_of_work():
                    talk.say(host, room.review_id, str(uuid.uuid4()), str(line))
            except PhaseClosed:
                closed.set()
                return
            if moved.is_set():
                time.sleep(0.05)

    def move() -> None:
        for phase in (Phase.CLARIFY, Phase.ROUND):
            with unit_of_work():
                phases.move(facilitator, room.review_id, str(uuid.uuid4()), to=phase)
        moved.set()

    in_threads(app, [write, move])
    assert closed.is_set()
    db.session.rollback()  # the test's own view is older than what the threads wrote
    entries = queries.transcript(facilitator, room.review_id)
    the_round = next(datetime.fromisoformat(entry["at"]) for entry in entries if entry.get("phase") == "round")
    last = max(datetime.fromisoformat(entry["at"]) for entry in entries if entry["kind"] == "message")
    assert last - the_round < GRACE + BETWEEN

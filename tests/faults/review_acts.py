"""What people do in a guided review while everything breaks, and what the log must be like afterwards."""

import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from infocus.reviews.room.policy import Act, writers
from infocus.reviews.vocabulary import Kind, Mode, Phase, Seating
from tests.faults.room_client import Deed, RoomClient

ACT_OF = {Kind.MESSAGE: Act.SAY, Kind.VOTE: Act.VOTE, Kind.REACTION: Act.REACT, Kind.SPOKEN: Act.SPOKEN}
GRACE = timedelta(seconds=2)
MOST = 500
PATIENCE = 120.0
Entry = dict[str, Any]


def deeds_of(who: str, chance: random.Random, is_over: Callable[[], bool]) -> Iterator[Deed]:
    """A mixture of everything a seat may try, to the end; much comes in the wrong phase and is to be refused."""
    for number in range(MOST):
        if is_over():
            return
        kinds = [_say(f"{who}:{number}"), _note(f"{who} notes {number}", chance), _vote(chance), _react(chance)]
        yield chance.choices(kinds, weights=(5, 3, 3, 2))[0]


def course(to: tuple[Phase, ...], is_done: Callable[[Phase], bool]) -> Iterator[Deed]:
    """The facilitator's: on from phase to phase, each once it ``is_done``, or when it has taken too long."""
    for phase in to:
        yield partial(_go_to, phase)
        deadline = time.monotonic() + PATIENCE
        while not is_done(phase) and time.monotonic() < deadline:
            time.sleep(0.05)


def _go_to(phase: Phase, _client: RoomClient) -> tuple[str, dict[str, Any]]:
    return "phase", {"to": phase.value}


def _say(text: str) -> Deed:
    return lambda _client: ("say", {"text": text})


def _note(text: str, chance: random.Random) -> Deed:
    signed, kind = chance.choice(("name", "city", "anonymous")), chance.choice(("concern", "strength"))
    return lambda _client: ("note", {"kind": kind, "text": text, "signed": signed})


def _vote(chance: random.Random) -> Deed:
    dots = chance.randint(0, 2)

    def vote(client: RoomClient) -> tuple[str, dict[str, Any]] | None:
        notes = [entry["seq"] for entry in client.delivered if entry["kind"] == Kind.NOTE]
        return ("vote", {"target": chance.choice(notes), "dots": dots}) if notes else None

    return vote


def _react(chance: random.Random) -> Deed:
    def react(client: RoomClient) -> tuple[str, dict[str, Any]] | None:
        lines = [entry["seq"] for entry in client.delivered if entry["kind"] == Kind.MESSAGE]
        return ("react", {"target": chance.choice(lines), "emoji": "👍", "on": True}) if lines else None

    return react


def forbidden(entries: list[Entry], seats: dict[str, Seating], doer: dict[int, str]) -> list[Entry]:
    """The entries that their phase did not allow to whose they are (``doer``: seq → person), by the log alone."""
    now: tuple[Phase | None, datetime | None] = (None, None)
    before: Phase | None = None
    wrong = []
    for entry in entries:
        at = datetime.fromisoformat(entry["at"])
        if entry["kind"] == Kind.PHASE:
            before, now = now[0], (Phase(entry["phase"]) if entry["phase"] else None, at)
            continue
        act = ACT_OF.get(Kind(entry["kind"]))
        if act is None:
            continue
        seat = seats[doer[entry["seq"]]]
        late = now[1] is not None and abs(at - now[1]) <= GRACE and act in {Act.SAY, Act.VOTE}
        phases = [now[0], before] if late else [now[0]]
        if not any(seat in writers(act, Mode.GUIDED, phase) for phase in phases):
            wrong.append(entry)
    return wrong


def dots(entries: list[Entry]) -> Counter[int]:
    """Dots by target, from the log alone."""
    found: Counter[int] = Counter()
    for entry in entries:
        if entry["kind"] == Kind.VOTE:
            found[entry["target"]] += entry["change"]
    return +found

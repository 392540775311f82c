"""The log of a review's room, in the order of the clock, each entry as the room itself would have stored it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from infocus.demo.content import reviewed as shapes
from infocus.demo.loading.book import Book
from infocus.reviews.models import Review
from infocus.reviews.room.entries import stamp
from infocus.reviews.room.services.floor import person_data
from infocus.reviews.room.services.turn import Turn, fingerprint_of, fresh_key
from infocus.reviews.services.seats import voices
from infocus.reviews.vocabulary import Kind, Phase, ReviewState, Seating

GOODBYE = 60
"""Seconds from the last line to the end."""
BEFORE_WORDS = 5
"""Seconds from getting the floor to the words that were written down."""


@dataclass(slots=True)
class Talk:
    """A review while its log is written.

    ``headings``: heading → key of the sections of the version under review; ``seqs``: line of the content → where it is
    in the log; ``notes``: their ids, in the content's order; ``clusters``: title → founding entry.
    """

    book: Book
    review: Review
    each: shapes.Review
    begins: datetime
    headings: dict[str, str]
    seqs: dict[int, int] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    clusters: dict[str, int] = field(default_factory=dict)
    floor: dict[str, Any] = field(default_factory=lambda: {"speaker": None, "since": None, "queue": [], "hands": []})

    def at(self, after: int) -> datetime:
        """The moment so many seconds after the start."""
        return self.begins + timedelta(seconds=after)

    def first(self, role: str) -> str:
        """The e-mail address of who has this seat."""
        return next(seat.person for seat in self.each.seats if seat.role == role)

    def turn(self, email: str) -> Turn:
        """A turn of this person in the room."""
        key = fresh_key()
        return Turn(self.book.actor(email), self.review, self.review.room, key, fingerprint_of({"key": key}))

    def person(self, email: str) -> dict[str, Any]:
        """Somebody at the table as entries carry them."""
        return person_data(voices(self.review)[self.book.people[email].id])


@dataclass(frozen=True, slots=True)
class Move:
    """What happens ``after`` so many seconds; of what happens in the same second, in the order of the moves."""

    after: int
    do: Callable[[], object]


def play(talk: Talk, moves: Iterable[Move]) -> None:
    """Write the log."""
    for move in sorted(moves, key=lambda each: each.after):
        move.do()
    talk.review.room.floor = talk.floor


def lines(talk: Talk) -> Iterator[Move]:
    """What the content has word by word, the end of a review that is over, and who had the floor."""
    for number, line in enumerate(talk.each.entries, start=1):
        yield Move(line.after, partial(_write, talk, number, line))
    if talk.each.state == ReviewState.FINISHED:
        last = talk.each.entries[-1]
        end = shapes.Entry(kind="finish", after=last.after + GOODBYE, author=talk.first(Seating.FACILITATOR), text="")
        yield Move(end.after, partial(_write, talk, 0, end))
    yield from _floor(talk)


def _write(talk: Talk, number: int, line: shapes.Entry) -> None:
    kind, text, data = _content(talk, line)
    turn, at = talk.turn(line.author), talk.at(line.after)
    talk.seqs[number] = turn.append(kind, at=at, data=data, **({"text": text} if text else {})).seq


def _content(talk: Talk, line: shapes.Entry) -> tuple[Kind, str, dict[str, Any]]:
    if line.kind in {"phase", "finish"}:
        return Kind.PHASE, "", _phase(talk, line)
    if line.kind == "cannot-hear":
        return Kind.FLOOR, "", {"move": "cannot_hear", "person": talk.person(line.author), **talk.floor}
    if line.kind == "spoken":
        note = {"note": line.note} if line.note else {}
        return Kind.SPOKEN, line.text, {"speaker": talk.person(line.speaker)} | note
    data: dict[str, Any] = {"reply_to": talk.seqs[line.reply_to]} if line.reply_to else {}
    if _phase_at(talk.each, line.after) == Phase.TAKEAWAYS:
        data["takeaway"] = True
    return Kind.MESSAGE, line.text, data


def _phase(talk: Talk, line: shapes.Entry) -> dict[str, Any]:
    minutes = int(talk.review.minutes.get(line.phase, 0)) or None
    return {
        "move": "to" if line.phase else "finish",
        "phase": line.phase or None,
        "state": ReviewState.LIVE if line.phase else ReviewState.FINISHED,
        "ends_at": stamp(talk.at(line.after) + timedelta(minutes=minutes)) if minutes else None,
        "left": None,
        "minutes": minutes,
    }


def _phase_at(each: shapes.Review, after: int) -> str:
    return next((line.phase for line in reversed(each.entries) if line.phase and line.after <= after), "")


def _floor(talk: Talk) -> Iterator[Move]:
    """In the round the friends stand in a queue and get the floor one by one; the next phase clears that."""
    starts = {line.phase: line.after for line in talk.each.entries if line.phase}
    if Phase.ROUND not in starts:
        return
    friends = [seat.person for seat in talk.each.seats if seat.role == Seating.FRIEND]
    yield Move(starts[Phase.ROUND], partial(_tell, talk, "queue", starts[Phase.ROUND], queue=friends))
    speaker = ""
    for line in talk.each.entries:
        if line.speaker and line.speaker != speaker and _phase_at(talk.each, line.after) == Phase.ROUND:
            speaker, after = line.speaker, line.after - BEFORE_WORDS
            left = friends[friends.index(speaker) + 1 :]
            yield Move(after, partial(_tell, talk, "give", after, who=speaker, queue=left))
    yield Move(starts[Phase.EXPERIENCE], partial(_tell, talk, "queue", starts[Phase.EXPERIENCE], queue=[]))


def _tell(talk: Talk, move: str, after: int, *, queue: list[str], who: str = "") -> None:
    person = talk.person(who) if who else None
    waiting = [talk.person(each) for each in queue]
    talk.floor = {"speaker": person, "since": stamp(talk.at(after)) if person else None, "queue": waiting, "hands": []}
    data = {"move": move, **({"person": person} if person else {}), **talk.floor}
    talk.turn(talk.first(Seating.FACILITATOR)).append(Kind.FLOOR, at=talk.at(after), data=data)

"""The floor: who speaks, who speaks next, whose hand is up. The state is in the room, its changes are in the log."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.errors import Conflict, Invalid
from infocus.networks.actors import actor_of_person
from infocus.reviews.models import Review, Room
from infocus.reviews.policy import seatings
from infocus.reviews.room.entries import partner_data, stamp
from infocus.reviews.room.errors import PhaseClosed
from infocus.reviews.room.policy import Act, writers
from infocus.reviews.room.services.turn import Stored, Turn, begin, fresh_key
from infocus.reviews.services.seats import Voice, voices
from infocus.reviews.vocabulary import Kind, Mode, Phase, Seating

Floor = dict[str, Any]
MOST = 100


def floor_of(room: Room) -> Floor:
    """`speaker` (a person or null) `since` when, `queue` (persons, the next first), `hands` (ids: whose hand is up)."""
    return {"speaker": None, "since": None, "queue": [], "hands": [], **room.floor}


def raise_hand(actor: Actor, review_id: str, key: str, *, up: bool, person: str | None = None) -> Stored:
    """Raise a hand or take it down; a facilitator does it for somebody else at the table (``person``).

    Who raises a hand is put at the end of the queue, who takes it down leaves it.
    """
    turn = begin(actor, review_id, key, act=Act.HAND, up=up, person=person)
    if isinstance(turn, Stored):
        return turn
    other = person if person != actor.person else None
    turn.check(Act.FLOOR if other else Act.HAND)
    who = _person(turn, person or actor.person)
    if other and up:
        _may_raise(turn, other)
    floor = floor_of(turn.room)
    if not up:
        floor = _without(floor, who["id"])
    elif who["id"] not in floor["hands"]:
        queue = floor["queue"] if who in floor["queue"] else [*floor["queue"], who]
        floor |= {"queue": queue, "hands": [*floor["hands"], who["id"]]}
    return _tell(turn, "raise" if up else "lower", floor, person=who, by_other=bool(other))


def cannot_hear(actor: Actor, review_id: str, key: str) -> Stored:
    """Say that one does not hear what is spoken; everybody may, in every phase."""
    turn = begin(actor, review_id, key, act=Act.CANNOT_HEAR)
    if isinstance(turn, Stored):
        return turn
    turn.check(Act.CANNOT_HEAR)
    return _tell(turn, "cannot_hear", floor_of(turn.room), person=_person(turn, actor.person))


def give(actor: Actor, review_id: str, key: str, person: str) -> Stored:
    """Give somebody at the table the floor; they leave the queue, who had it has it no longer."""
    turn = begin(actor, review_id, key, act=Act.FLOOR, give=person)
    if isinstance(turn, Stored):
        return turn
    turn.check(Act.FLOOR)
    who = _person(turn, person)
    if turn.phase is Phase.ROUND:
        _may_raise(turn, person)
    floor = _without(floor_of(turn.room), person) | {"speaker": who, "since": stamp(clock.now())}
    return _tell(turn, "give", floor, person=who)


def end(actor: Actor, review_id: str, key: str) -> Stored:
    """Nobody has the floor. Raises ``Conflict`` when nobody had it."""
    turn = begin(actor, review_id, key, act=Act.FLOOR, end=True)
    if isinstance(turn, Stored):
        return turn
    turn.check(Act.FLOOR)
    floor = floor_of(turn.room)
    if floor["speaker"] is None:
        raise Conflict(_("Nobody has the floor."))
    return _tell(turn, "end", floor | {"speaker": None, "since": None}, person=floor["speaker"])


def set_queue(actor: Actor, review_id: str, key: str, people: Sequence[str]) -> Stored:
    """Put the queue in this order; who is not in it any more has no hand up either."""
    turn = begin(actor, review_id, key, act=Act.FLOOR, queue=list(people))
    if isinstance(turn, Stored):
        return turn
    turn.check(Act.FLOOR)
    wanted = list(dict.fromkeys(people))
    if len(wanted) > MOST:
        raise Invalid({"queue": _("Too many people for one queue.")})
    known = voices(turn.review)
    queue = [_person(turn, person, known) for person in wanted]
    floor = floor_of(turn.room)
    hands = [person for person in floor["hands"] if person in wanted]
    return _tell(turn, "queue", floor | {"queue": queue, "hands": hands})


def follow_phase(turn: Turn, before: Phase | None, after: Phase | None) -> None:
    """In their round critical friends speak in turn, one a city, in the order of their seats; its end clears that."""
    floor = floor_of(turn.room)
    if after is Phase.ROUND:
        wanted = floor | {"speaker": None, "since": None, "queue": _friends(turn.review), "hands": []}
    elif before is Phase.ROUND or after is None:
        wanted = floor | {"speaker": None, "since": None, "queue": [], "hands": []}
    else:
        return
    if wanted != floor:
        _tell(turn, "queue", wanted, key=fresh_key())


def _friends(review: Review) -> list[dict[str, Any]]:
    """Who did not decline, in the order of the seats; then guests."""
    seated = [Voice(seat.person_id, seat.person.shown_name, seat.role, seat.partner) for seat in review.seated]
    first: dict[str, dict[str, Any]] = {}
    for voice in (*seated, *voices(review).values()):
        if voice.role == Seating.FRIEND:
            first.setdefault(voice.partner.id if voice.partner else voice.id, person_data(voice))
    return list(first.values())


def person_data(voice: Voice) -> dict[str, Any]:
    """A person of the table as entries carry them."""
    return {"id": voice.id, "name": voice.name, "role": voice.role, "partner": partner_data(voice.partner)}


def _person(turn: Turn, person: str, known: dict[str, Voice] | None = None) -> dict[str, Any]:
    voice = (known or voices(turn.review)).get(person)
    if voice is None:
        raise Invalid({"person": _("This person does not sit at this table.")})
    return person_data(voice)


def _may_raise(turn: Turn, person: str) -> None:
    """The host listens in the round, also when somebody else raises the hand. A guest has the seat of their link."""
    other, voice = actor_of_person(person), voices(turn.review)[person]
    held = seatings(other, turn.review) if other else {voice.role}
    if not held & writers(Act.HAND, Mode(turn.review.mode), turn.phase):
        raise PhaseClosed(_("This person listens in this phase."))


def _without(floor: Floor, person: str) -> Floor:
    return floor | {
        "queue": [each for each in floor["queue"] if each["id"] != person],
        "hands": [each for each in floor["hands"] if each != person],
    }


def _tell(
    turn: Turn, move: str, floor: Floor, *, person: dict[str, Any] | None = None, by_other: bool = False, key: str = ""
) -> Stored:
    turn.room.floor = floor
    data: dict[str, Any] = {"move": move, **({"person": person} if person else {}), **floor}
    if by_other:
        data["by"] = {"id": turn.actor.person, "name": turn.actor.name}
    return turn.append(Kind.FLOOR, key=key, data=data)

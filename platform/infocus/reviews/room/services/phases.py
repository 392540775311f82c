"""The course of a review: begin, move, pause, prolong, finish. Phases never move by themselves."""

from dataclasses import replace
from datetime import timedelta
from math import ceil
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import select

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid, NotAllowed
from infocus.core.events import emit
from infocus.core.permissions import Permission, require
from infocus.records.services import save
from infocus.reviews.events import Finished
from infocus.reviews.models import LogEntry, Review, Room
from infocus.reviews.room.entries import stamp
from infocus.reviews.room.errors import PhaseClosed
from infocus.reviews.room.events import ClockSet, PhaseMoved
from infocus.reviews.room.policy import Act
from infocus.reviews.room.services import floor
from infocus.reviews.room.services.off_record import back_on_record
from infocus.reviews.room.services.turn import Stored, Turn, begin
from infocus.reviews.services.seats import give_seat, voices
from infocus.reviews.vocabulary import Kind, Mode, Phase, ReviewState, Seating

MOST_MINUTES = 120


def clock_data(review: Review, room: Room) -> dict[str, Any]:
    """The clock as clients get it: `ends_at` while it runs, `left` (seconds) while it is paused."""
    return {
        "review": review.id,
        "state": review.state,
        "phase": room.phase,
        "ends_at": stamp(room.ends_at),
        "left": room.left_seconds,
        "minutes": room.phase_minutes,
        "server_time": stamp(clock.now()),
    }


def move(
    actor: Actor,
    review_id: str,
    key: str,
    *,
    to: str | None = None,
    pause: bool | None = None,
    extend: int | None = None,
    hand_over: str | None = None,
) -> Stored:
    """Go to a phase (which begins the review, if it has not begun), pause or resume (`pause`), add `extend` minutes, or
    make a person of the table a facilitator, too (`hand_over`).

    Raises what `begin` and `Turn.check` raise, and `Invalid` unless exactly one of the four is asked for.
    """
    more = {} if hand_over is None else {"hand_over": hand_over}
    turn = begin(actor, review_id, key, act=Act.PHASE, to=to, pause=pause, extend=extend, **more)
    if isinstance(turn, Stored):
        return turn
    if [to, pause, extend, hand_over].count(None) != 3:
        raise Invalid(_("Ask for one thing: another phase, a pause, or more time."))
    if hand_over is not None:
        return _hand_over(turn, hand_over)
    if to is not None and to not in set(Phase):
        raise Invalid({"to": _("There is no such phase.")})
    turn.check(Act.PHASE)
    if to is not None:
        return _go_to(turn, Phase(to))
    if turn.phase is None:
        raise PhaseClosed(_("The review has not begun."))
    if pause is not None:
        return _pause(turn) if pause else _resume(turn)
    return _extend(turn, extend or 0)


def start(actor: Actor, review_id: str, key: str) -> Stored:
    """Begin: a guided review with its opening, an open one at once."""
    turn = begin(actor, review_id, key, act="start")
    if isinstance(turn, Stored):
        return turn
    require(actor, Permission.FACILITATE_ROOM, turn.review)
    if turn.review.state != ReviewState.PREPARING:
        raise Conflict(_("The review has begun already."))
    if turn.review.mode == Mode.GUIDED:
        return _go_to(turn, Phase.OPENING)
    _go_live(turn.review)
    stored = _tell(turn, "start")
    emit(PhaseMoved(review_id, None, None, turn.review.state))
    return stored


def finish(actor: Actor, review_id: str, key: str) -> Stored:
    """End the live part: the room can be read from then on, not written."""
    turn = begin(actor, review_id, key, act="finish")
    if isinstance(turn, Stored):
        return turn
    require(actor, Permission.FACILITATE_ROOM, turn.review)
    if turn.review.state != ReviewState.LIVE:
        raise PhaseClosed(_("The review is not live."))
    back_on_record(turn)
    turn.review.state, turn.review.finished_at = ReviewState.FINISHED, clock.now()
    before = turn.room.phase
    turn.room.phase = turn.room.ends_at = turn.room.left_seconds = turn.room.phase_minutes = None
    turn.room.previous_phase = turn.room.moved_at = None  # nothing is on its way any more
    save(turn.review)
    stored = _tell(turn, "finish")
    floor.follow_phase(turn, Phase(before) if before else None, None)
    emit(PhaseMoved(review_id, before, None, turn.review.state))
    emit(Finished(turn.review.id))
    return stored


def _go_to(turn: Turn, phase: Phase) -> Stored:
    if turn.phase is phase:
        return _standing(turn)
    if turn.review.state == ReviewState.PREPARING:
        _go_live(turn.review)
    minutes, before = int(turn.review.minutes.get(phase, 0)), turn.room.phase
    turn.room.previous_phase, turn.room.moved_at = before, clock.now()
    turn.room.phase, turn.room.phase_minutes = phase, minutes
    turn.room.ends_at, turn.room.left_seconds = clock.now() + timedelta(minutes=minutes), None
    stored = _tell(turn, "to")
    floor.follow_phase(turn, Phase(before) if before else None, phase)
    emit(PhaseMoved(turn.review.id, before, phase.value, turn.review.state))
    return stored


def _pause(turn: Turn) -> Stored:
    if turn.room.ends_at is None:
        return _standing(turn)
    turn.room.left_seconds = ceil((turn.room.ends_at - clock.now()).total_seconds())
    turn.room.ends_at = None
    return _tell(turn, "pause")


def _resume(turn: Turn) -> Stored:
    if turn.room.left_seconds is None:
        return _standing(turn)
    turn.room.ends_at = clock.now() + timedelta(seconds=turn.room.left_seconds)
    turn.room.left_seconds = None
    return _tell(turn, "resume")


def _extend(turn: Turn, minutes: int) -> Stored:
    if not 1 <= minutes <= MOST_MINUTES:
        raise Invalid({"extend": _("Between 1 and %(most)s minutes.", most=MOST_MINUTES)})
    room = turn.room
    room.phase_minutes = (room.phase_minutes or 0) + minutes
    if room.ends_at is not None:
        room.ends_at += timedelta(minutes=minutes)
    elif room.left_seconds is not None:
        room.left_seconds += minutes * 60
    return _tell(turn, "extend")


def _hand_over(turn: Turn, person: str) -> Stored:
    """In an open review too, and before it begins: the person gets a facilitator's seat, nobody loses one."""
    require(turn.actor, Permission.FACILITATE_ROOM, turn.review)
    if turn.review.state in {ReviewState.FINISHED, ReviewState.CANCELLED}:
        raise PhaseClosed(_("This review is over."))
    voice = voices(turn.review).get(person)
    if voice is None:
        raise Invalid({"hand_over": _("This person does not sit at this table.")})
    give_seat(turn.actor, turn.review, person, Seating.FACILITATOR, ask=False)
    return _tell(turn, "hand_over", facilitator=floor.person_data(replace(voice, role=Seating.FACILITATOR)))


def _go_live(review: Review) -> None:
    if review.state != ReviewState.PREPARING:
        raise NotAllowed(_("This review is over."))
    review.state, review.started_at = ReviewState.LIVE, clock.now()
    save(review)


def _tell(turn: Turn, what: str, **more: Any) -> Stored:
    room = turn.room
    data = {
        "move": what,
        "phase": room.phase,
        "state": turn.review.state,
        "ends_at": stamp(room.ends_at),
        "left": room.left_seconds,
        "minutes": room.phase_minutes,
        **more,
    }
    stored = turn.append(Kind.PHASE, data=data)
    emit(ClockSet(turn.review.id, clock_data(turn.review, room)))
    return stored


def _standing(turn: Turn) -> Stored:
    """Two facilitators pressed at once: the second finds it done, and gets the entry that did it."""
    last = select(LogEntry.seq).where(LogEntry.review_id == turn.review.id, LogEntry.kind == Kind.PHASE)
    return Stored(db.session.scalar(last.order_by(LogEntry.seq.desc()).limit(1)) or turn.room.last_seq, new=False)

"""The room's events: the Socket.IO namespace ``/reviews`` (docs/realtime.md)."""

from functools import partial
from typing import Any

from infocus.core.db import db, unit_of_work
from infocus.core.errors import Invalid, NotAllowed, NotFound
from infocus.core.permissions import Permission
from infocus.engines.realtime.port import Ack, Realtime, SocketContext, SocketEvent
from infocus.engines.realtime.roll import Seat
from infocus.networks.models import Partner
from infocus.reviews.candour import Candour
from infocus.reviews.models import Review
from infocus.reviews.preparing.queries import span_of
from infocus.reviews.room import queries
from infocus.reviews.room.entries import partner_data, stamp
from infocus.reviews.room.errors import PhaseClosed
from infocus.reviews.room.payloads import (
    Aside,
    Edit,
    Hand,
    Heartbeat,
    Join,
    MoveFloor,
    MovePhase,
    OffRecord,
    React,
    Remove,
    Say,
    Spoken,
    Sync,
    Typing,
)
from infocus.reviews.room.policy import Act, Attempt, Verdict, judge
from infocus.reviews.room.services import floor, off_record, phases, talk, visits
from infocus.reviews.room.services.turn import Stored, partner_at_table, shown_role
from infocus.reviews.vocabulary import NAMESPACE, Phase, room_name


def join(context: SocketContext, ask: Join) -> Ack:
    """In the room before `last_seq` is read: what is stored in between is pushed, what was stored before is counted."""
    review = queries.get_room(context.actor, ask.review)
    room = room_name(review.id)
    shown = _member(context, review)
    seat = Seat(context.sid, room, context.badge.person, context.badge.session, shown=shown)
    if context.realtime.enter(NAMESPACE, room, seat):
        _tell_presence(context.realtime, review.id, context.sid, joined=[shown])
    db.session.rollback()  # a new snapshot: begun after we are in the room
    review = queries.get_room(context.actor, ask.review)
    members = [dict(each.shown) for each in context.realtime.members(NAMESPACE, room)]
    clock = phases.clock_data(review, review.room)
    return {
        **clock,
        "last_seq": review.room.last_seq,
        "members": members,
        **_room(review),
        "you": queries.you(context.actor, review),
    }


def leave(context: SocketContext, ask: Join) -> Ack:
    """Out of the room."""
    if context.realtime.leave(NAMESPACE, room_name(ask.review), context.sid):
        _tell_presence(context.realtime, ask.review, None, left=[context.badge.person])
    return {}


def say(context: SocketContext, ask: Say) -> Ack:
    """A message."""
    files = (*([ask.file] if ask.file else []), *(ask.files or []))
    extras = talk.Extras(section=ask.section or "", quote=ask.quote or "", files=files)
    with unit_of_work():
        return _seq(talk.say(context.actor, ask.review, ask.key, ask.text, ask.reply_to, extras))


def spoken(context: SocketContext, ask: Spoken) -> Ack:
    """A spoken line."""
    with unit_of_work():
        return _seq(talk.spoken(context.actor, ask.review, ask.key, ask.speaker, ask.text, ask.note))


def edit(context: SocketContext, ask: Edit) -> Ack:
    """Other words for an own line."""
    with unit_of_work():
        return _seq(talk.edit(context.actor, ask.review, ask.key, ask.target, ask.text))


def remove(context: SocketContext, ask: Remove) -> Ack:
    """A line is taken away."""
    with unit_of_work():
        return _seq(talk.remove(context.actor, ask.review, ask.key, ask.target))


def react(context: SocketContext, ask: React) -> Ack:
    """A sign on a line."""
    with unit_of_work():
        return _seq(talk.react(context.actor, ask.review, ask.key, ask.target, ask.emoji, on=ask.on))


def phase(context: SocketContext, ask: MovePhase) -> Ack:
    """Another phase, a pause, more time."""
    with unit_of_work():
        move = partial(phases.move, context.actor, ask.review, ask.key)
        stored = move(to=ask.to, pause=ask.pause, extend=ask.extend, hand_over=ask.hand_over)
    review = queries.get_room(context.actor, ask.review)
    return {**_seq(stored), **phases.clock_data(review, review.room)}


def hand(context: SocketContext, ask: Hand) -> Ack:
    """A hand goes up or down, or somebody cannot hear."""
    if ask.up is None and ask.hear is None:
        raise Invalid({"up": "up, or hear"})
    with unit_of_work():
        if ask.hear:
            return _seq(floor.cannot_hear(context.actor, ask.review, ask.key))
        return _seq(floor.raise_hand(context.actor, ask.review, ask.key, up=bool(ask.up), person=ask.person))


def move_floor(context: SocketContext, ask: MoveFloor) -> Ack:
    """Who speaks, and who next."""
    if [ask.give, ask.end, ask.queue].count(None) != 2:
        raise Invalid({"give": "one of give, end and queue"})
    with unit_of_work():
        if ask.give is not None:
            return _seq(floor.give(context.actor, ask.review, ask.key, ask.give))
        if ask.queue is not None:
            return _seq(floor.set_queue(context.actor, ask.review, ask.key, ask.queue))
        return _seq(floor.end(context.actor, ask.review, ask.key))


def off_the_record(context: SocketContext, ask: OffRecord) -> Ack:
    """The record is left, or taken up again."""
    with unit_of_work():
        return _seq(off_record.set_off_record(context.actor, ask.review, ask.key, on=ask.on))


def aside(context: SocketContext, ask: Aside) -> Ack:
    """Heard by who is there; nothing of it is stored."""
    off_record.say_aside(context.actor, ask.review, ask.text)
    return {}


def sync(context: SocketContext, ask: Sync) -> Ack:
    """What the client misses."""
    page = queries.sync(context.actor, ask.review, ask.after, ask.limit)
    return {"items": page.items, "more": page.more, "last_seq": page.last_seq}


def typing(context: SocketContext, ask: Typing) -> Ack:
    """Somebody who may write now is writing."""
    review = queries.get_room(context.actor, ask.review)
    now = Phase(review.room.phase) if review.room.phase else None
    if judge(context.actor, Attempt(review, Act.SAY, now)) is not Verdict.YES:
        raise PhaseClosed
    data = {"review": review.id, "person": context.badge.person, "name": context.actor.name, "on": ask.on}
    context.realtime.push(NAMESPACE, room_name(review.id), "typing", data, skip=context.sid)
    return {}


def heartbeat(context: SocketContext, ask: Heartbeat) -> Ack:
    """Alive; the answer shows what the client misses, people included. Who lost the right leaves the room by it."""
    try:
        review = queries.get_room(context.actor, ask.review)
    except (NotFound, NotAllowed):
        leave(context, Join(review=ask.review))
        raise
    if ask.read is not None:
        _keep_read(context, review, ask.read)
    here = len(context.realtime.members(NAMESPACE, room_name(review.id)))
    return {**phases.clock_data(review, review.room), "last_seq": review.room.last_seq, "here": here}


def _keep_read(context: SocketContext, review: Review, read: int) -> None:
    read = min(read, review.room.last_seq)
    if read > queries.read_seq(context.actor, review.id):
        with unit_of_work():
            visits.mark_read(context.actor, review.id, read)


def gone(seats: list[Seat], realtime: Realtime) -> None:
    """A line ended: say who has left which room by that."""
    for seat in seats:
        _tell_presence(realtime, seat.room.removeprefix("review:"), None, left=[seat.person])


def _seq(stored: Stored) -> Ack:
    return {"seq": stored.seq}


def _room(review: Review) -> Ack:
    """How the room stands besides its clock, and what is agreed in it."""
    return {
        "off_record": review.room.off_record,
        "floor": floor.floor_of(review.room),
        "candour": Candour.of(review.candour).stored(),
        "table_label": review.table_label,
        "begins": stamp(span_of(review).begins),
    }


def _member(context: SocketContext, review: Review) -> dict[str, object]:
    partner_id = partner_at_table(context.actor, review)
    partner = db.session.get(Partner, partner_id) if partner_id else None
    name, role = context.actor.name, shown_role(context.actor, review)
    return {"person": context.badge.person, "name": name, "role": role, "partner": partner_data(partner)}


def _tell_presence(realtime: Realtime, review_id: str, skip: str | None, **change: object) -> None:
    here = len(realtime.members(NAMESPACE, room_name(review_id)))
    data = {"review": review_id, "joined": [], "left": [], **change, "here": here}
    realtime.push(NAMESPACE, room_name(review_id), "presence", data, skip=skip)


EVENTS: tuple[SocketEvent[Any], ...] = (
    SocketEvent("join", Permission.ENTER_ROOM, Join, join),
    SocketEvent("leave", Permission.ENTER_ROOM, Join, leave),
    SocketEvent("sync", Permission.ENTER_ROOM, Sync, sync, cost=2.0),
    SocketEvent("heartbeat", Permission.ENTER_ROOM, Heartbeat, heartbeat, cost=0.2),
    SocketEvent("typing", Permission.ENTER_ROOM, Typing, typing, cost=0.5),
    SocketEvent("say", Permission.WRITE_IN_ROOM, Say, say),
    SocketEvent("spoken", Permission.WRITE_IN_ROOM, Spoken, spoken),
    SocketEvent("edit", Permission.WRITE_IN_ROOM, Edit, edit),
    SocketEvent("remove", Permission.WRITE_IN_ROOM, Remove, remove),
    SocketEvent("react", Permission.WRITE_IN_ROOM, React, react),
    SocketEvent("hand", Permission.WRITE_IN_ROOM, Hand, hand),
    SocketEvent("floor", Permission.WRITE_IN_ROOM, MoveFloor, move_floor),
    SocketEvent("off_record", Permission.WRITE_IN_ROOM, OffRecord, off_the_record),
    SocketEvent("aside", Permission.WRITE_IN_ROOM, Aside, aside),
    SocketEvent("phase", Permission.FACILITATE_ROOM, MovePhase, phase),
)

"""The room's events: the Socket.IO namespace ``/reviews`` (docs/realtime.md)."""

from typing import Annotated

from pydantic import Field, StringConstraints

from infocus.core.db import db, unit_of_work
from infocus.core.errors import NotAllowed, NotFound
from infocus.core.permissions import Permission
from infocus.engines.realtime.port import Ack, Payload, Realtime, SocketContext, SocketEvent, SocketNamespace
from infocus.engines.realtime.roll import Seat
from infocus.networks.models import Partner
from infocus.reviews import queries
from infocus.reviews.entries import partner_data
from infocus.reviews.errors import PhaseClosed
from infocus.reviews.models import Review
from infocus.reviews.policy import Act, Attempt, Verdict, judge
from infocus.reviews.services import phases, talk
from infocus.reviews.services.turn import Stored, partner_at_table, shown_role
from infocus.reviews.vocabulary import NAMESPACE, Phase, room_name

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
Key = Annotated[str, StringConstraints(pattern=r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$")]
Seq = Annotated[int, Field(ge=1, le=2_000_000_000)]


class Join(Payload):
    """`join`, `leave`."""

    review: Id


class Keyed(Join):
    """What every event that is stored carries."""

    key: Key


class Say(Keyed):
    """`say`."""

    text: str
    reply_to: Seq | None = None


class Spoken(Keyed):
    """`spoken`: what somebody at the table said."""

    speaker: Id
    text: str
    note: str | None = None


class Edit(Keyed):
    """`edit`."""

    target: Seq
    text: str


class Remove(Keyed):
    """`remove`."""

    target: Seq


class React(Keyed):
    """`react`."""

    target: Seq
    emoji: str
    on: bool


class MovePhase(Keyed):
    """`phase`: one of the three; `extend` is in minutes."""

    to: str | None = None
    pause: bool | None = None
    extend: int | None = None


class Sync(Join):
    """`sync`."""

    after: Annotated[int, Field(ge=0, le=2_000_000_000)]
    limit: Annotated[int, Field(ge=1, le=queries.MOST)] = queries.PAGE


class Typing(Join):
    """`typing`."""

    on: bool


class Heartbeat(Join):
    """`heartbeat`: `seq` is the newest entry the client has delivered."""

    seq: Annotated[int, Field(ge=0, le=2_000_000_000)]


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
    return {**clock, "last_seq": review.room.last_seq, "members": members, "you": queries.you(context.actor, review)}


def leave(context: SocketContext, ask: Join) -> Ack:
    """Out of the room."""
    if context.realtime.leave(NAMESPACE, room_name(ask.review), context.sid):
        _tell_presence(context.realtime, ask.review, None, left=[context.badge.person])
    return {}


def say(context: SocketContext, ask: Say) -> Ack:
    """A message."""
    with unit_of_work():
        return _seq(talk.say(context.actor, ask.review, ask.key, ask.text, ask.reply_to))


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
        stored = phases.move(context.actor, ask.review, ask.key, to=ask.to, pause=ask.pause, extend=ask.extend)
    review = queries.get_room(context.actor, ask.review)
    return {**_seq(stored), **phases.clock_data(review, review.room)}


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
    here = len(context.realtime.members(NAMESPACE, room_name(review.id)))
    return {**phases.clock_data(review, review.room), "last_seq": review.room.last_seq, "here": here}


def gone(seats: list[Seat], realtime: Realtime) -> None:
    """A line ended: say who has left which room by that."""
    for seat in seats:
        _tell_presence(realtime, seat.room.removeprefix("review:"), None, left=[seat.person])


def _seq(stored: Stored) -> Ack:
    return {"seq": stored.seq}


def _member(context: SocketContext, review: Review) -> dict[str, object]:
    partner_id = partner_at_table(context.actor, review)
    partner = db.session.get(Partner, partner_id) if partner_id else None
    name, role = context.actor.name, shown_role(context.actor, review)
    return {"person": context.badge.person, "name": name, "role": role, "partner": partner_data(partner)}


def _tell_presence(realtime: Realtime, review_id: str, skip: str | None, **change: object) -> None:
    here = len(realtime.members(NAMESPACE, room_name(review_id)))
    data = {"review": review_id, "joined": [], "left": [], **change, "here": here}
    realtime.push(NAMESPACE, room_name(review_id), "presence", data, skip=skip)


REVIEWS = SocketNamespace(
    NAMESPACE,
    (
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
        SocketEvent("phase", Permission.FACILITATE_ROOM, MovePhase, phase),
    ),
    on_gone=gone,
)

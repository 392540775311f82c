"""The events of joint minutes: the Socket.IO namespace ``/minutes`` (docs/minutes.md)."""

from typing import Any

from infocus.core.db import db, unit_of_work
from infocus.core.permissions import Permission
from infocus.engines.realtime.port import Ack, Realtime, SocketContext, SocketEvent, SocketNamespace
from infocus.engines.realtime.roll import Seat
from infocus.meetings.minutes import services
from infocus.meetings.minutes.payloads import At, Heartbeat, Leave, Open, Write
from infocus.networks.models import Partner

NAMESPACE = "/minutes"


def room_of(meeting_id: str) -> str:
    """The room of everybody at one meeting's minutes."""
    return f"minutes:{meeting_id}"


def open_minutes(context: SocketContext, ask: Open) -> Ack:
    """In the room before the text is read: what is written in between is pushed, what stood before is answered."""
    meeting = services.meeting_to_write(context.actor, ask.meeting)
    room = room_of(meeting.id)
    shown = _shown(context, meeting.network_id)
    context.realtime.enter(
        NAMESPACE, room, Seat(context.sid, room, context.badge.person, context.badge.session, shown=shown)
    )
    _tell_people(context.realtime, meeting.id)
    db.session.rollback()  # a new snapshot: begun after we are in the room
    with unit_of_work():
        found = services.open_paper(context.actor, ask.meeting, ask.vector)
    return {"seq": found.seq, "change": found.change, "vector": found.vector, "you": context.badge.person}


def write(context: SocketContext, ask: Write) -> Ack:
    """A change, kept and then passed on."""
    with unit_of_work():
        written = services.write(context.actor, ask.meeting, ask.change)
    if written.new:
        told = {"meeting": ask.meeting, "seq": written.seq, "change": ask.change}
        context.realtime.push(NAMESPACE, room_of(ask.meeting), "written", told, skip=context.sid)
    return {"seq": written.seq, "vector": written.vector}


def at(context: SocketContext, ask: At) -> Ack:
    """Where somebody writes: others see it beside the section."""
    meeting = services.meeting_to_write(context.actor, ask.meeting)
    told = {"meeting": meeting.id, "section": ask.section, **_shown(context, meeting.network_id)}
    context.realtime.push(NAMESPACE, room_of(meeting.id), "at", told, skip=context.sid)
    return {}


def heartbeat(context: SocketContext, ask: Heartbeat) -> Ack:
    """Still here; the answer says whether something is missing."""
    meeting = services.meeting_to_write(context.actor, ask.meeting)
    return {"seq": services.paper_of(meeting).seq}


def leave(context: SocketContext, ask: Leave) -> Ack:
    """Out of the room."""
    if context.realtime.leave(NAMESPACE, room_of(ask.meeting), context.sid):
        _tell_people(context.realtime, ask.meeting)
    return {}


def gone(seats: list[Seat], realtime: Realtime) -> None:
    """Lines that ended without a word."""
    for seat in seats:
        _tell_people(realtime, seat.room.removeprefix("minutes:"))


def _tell_people(realtime: Realtime, meeting_id: str) -> None:
    room = room_of(meeting_id)
    people = [dict(each.shown) for each in realtime.members(NAMESPACE, room)]
    realtime.push(NAMESPACE, room, "people", {"meeting": meeting_id, "people": people})


def _shown(context: SocketContext, network_id: str) -> dict[str, Any]:
    """What others see of somebody at the minutes."""
    own = [member.partner_id for member in context.actor.memberships if member.network_id == network_id]
    partner = db.session.get(Partner, own[0]) if own and own[0] else None
    return {
        "person": context.badge.person,
        "name": context.actor.name,
        "city": partner.label if partner else "",
    }


_P = Permission.WRITE_MINUTES
MINUTES = SocketNamespace(
    NAMESPACE,
    (
        SocketEvent("open", _P, Open, open_minutes),
        SocketEvent("write", _P, Write, write),
        SocketEvent("at", _P, At, at, cost=0.5),
        SocketEvent("heartbeat", _P, Heartbeat, heartbeat, cost=0.2),
        SocketEvent("leave", _P, Leave, leave),
    ),
    on_gone=gone,
)

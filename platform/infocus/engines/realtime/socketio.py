"""The Socket.IO adapter: Flask-SocketIO over gevent or threads. The only module that knows Socket.IO.

A line is admitted once and asked for again at every event: signing out over HTTP does not reach an open socket.
"""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import structlog
from engineio.payload import Payload as PollingBody
from flask import Flask
from flask_socketio import ConnectionRefusedError as Refused
from flask_socketio import SocketIO
from gevent import monkey
from pydantic import ValidationError

from infocus.core.errors import AppError
from infocus.core.permissions import READING
from infocus.engines.realtime.answers import from_app_error, from_validation, refusal
from infocus.engines.realtime.bucket import Bucket
from infocus.engines.realtime.framing import Lines
from infocus.engines.realtime.handshake import without_extensions
from infocus.engines.realtime.port import (
    Ack,
    Badge,
    Data,
    Gate,
    Limits,
    SocketContext,
    SocketEvent,
    SocketNamespace,
    SocketRegistry,
    Why,
)
from infocus.engines.realtime.redis_roll import RedisRoll
from infocus.engines.realtime.roll import MemoryRoll, Roll, Seat, one_each

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

log = structlog.get_logger(__name__)
PACKETS_A_POST = 64
"""A long-polling client that comes back posts what it kept in one body."""


@dataclass(slots=True)
class _Line:
    namespace: str
    badge: Badge
    bucket: Bucket


class SocketIORealtime:
    """`Realtime` over Socket.IO. With `redis_url`, pushes, closings and the roll reach every process."""

    def __init__(
        self, app: Flask, registry: SocketRegistry, gate: Gate, redis_url: str = "", limits: Limits | None = None
    ):
        self._app = app
        self._gate = gate
        self._limits = limits or Limits()
        self._lines: dict[str, _Line] = {}
        self._draining = False
        self._roll: Roll = RedisRoll(redis_url) if redis_url else MemoryRoll()
        PollingBody.max_decode_packets = PACKETS_A_POST
        self._io = SocketIO(
            app,
            async_mode="gevent" if monkey.is_module_patched("socket") else "threading",
            message_queue=redis_url or None,
            channel="infocus",
            manage_session=False,
            max_http_buffer_size=self._limits.max_bytes,
            ping_interval=15,
            ping_timeout=20,
        )
        lines, carrier = Lines(), self._io.server.eio
        drivers = vars(carrier)["_async"]
        vars(carrier)["_async"] = {**drivers, "websocket": lines.driver(drivers["websocket"])}
        if monkey.is_module_patched("socket"):
            vars(carrier)["send_packet"] = lines.straight(carrier)
        vars(app)["wsgi_app"] = without_extensions(app.wsgi_app)
        for namespace in registry.namespaces:
            self._serve(namespace)

    @property
    def open_lines(self) -> int:
        """How many lines this process holds."""
        return len(self._lines)

    def push(self, namespace: str, room: str, event: str, data: Data, skip: str | None = None) -> None:
        """See `Realtime.push`."""
        try:
            self._io.server.emit(event, dict(data), room=room, namespace=namespace, skip_sid=skip)
        except Exception:
            log.exception("push_failed", push=event)

    def enter(self, namespace: str, room: str, seat: Seat) -> bool:
        """See `Realtime.enter`."""
        self._io.server.enter_room(seat.sid, room, namespace=namespace)
        name = _roll_name(namespace, room)
        return self._roll.enter(Seat(seat.sid, name, seat.person, seat.session, seat.since or time.time(), seat.shown))

    def leave(self, namespace: str, room: str, sid: str) -> bool:
        """See `Realtime.leave`."""
        self._io.server.leave_room(sid, room, namespace=namespace)
        return self._roll.leave(_roll_name(namespace, room), sid)

    def members(self, namespace: str, room: str) -> list[Seat]:
        """See `Realtime.members`."""
        return one_each(self._roll.seats(_roll_name(namespace, room)))

    def is_in(self, namespace: str, room: str, sid: str) -> bool:
        """See `Realtime.is_in`."""
        return _roll_name(namespace, room) in self._roll.rooms(sid)

    def disconnect(
        self, why: Why, *, person: str | None = None, session: str | None = None, room: str | None = None
    ) -> None:
        """See `Realtime.disconnect`."""
        for namespace in sorted(self._io.server.handlers):
            own_room = f"session:{session}" if session else f"person:{person}"
            sids = {seat.sid for seat in self._roll.seats(_roll_name(namespace, own_room))}
            if room is not None:
                sids &= {seat.sid for seat in self._roll.seats(_roll_name(namespace, room))}
            self._close(namespace, sids, why)

    def drain(self) -> None:
        """See `Realtime.drain`."""
        self._draining = True
        self._io.start_background_task(self._close_all)  # a signal handler may not wait

    def _close_all(self) -> None:
        for sid, line in list(self._lines.items()):
            self._close(line.namespace, [sid], Why.DRAINING)
        self._io.server.eio.disconnect()

    def _close(self, namespace: str, sids: Iterable[str], why: Why) -> None:
        for sid in sids:
            self.push(namespace, sid, "closed", {"reason": why.value})
            try:
                self._io.server.disconnect(sid, namespace=namespace)
            except Exception:
                log.exception("disconnect_failed")

    def _serve(self, namespace: SocketNamespace) -> None:
        name = namespace.name
        on: Callable[..., object] = (
            self._io.server.on
        )  # past Flask-SocketIO: no request context to build for each event
        on("connect", partial(self._connect, name), namespace=name)
        on("disconnect", partial(self._gone, namespace), namespace=name)
        on("*", lambda event, sid, *args: refusal("invalid", f"no such event: {event}"), namespace=name)
        for event in namespace.events:
            on(event.name, partial(self._answer, name, event), namespace=name)

    def _connect(self, namespace: str, sid: str, environ: "WSGIEnvironment", auth: object) -> None:
        if self._draining:
            raise Refused("draining", {"code": "draining"})
        token = auth.get("token") if isinstance(auth, dict) else None
        with self._app.request_context(environ):
            badge = self._gate.admit(token if isinstance(token, str) else None)
        if badge is None:
            raise Refused("unauthenticated", {"code": "unauthenticated"})
        self._lines[sid] = _Line(namespace, badge, Bucket(self._limits.per_second, self._limits.burst))
        for room in (f"person:{badge.person}", f"session:{badge.session}"):
            self._roll.enter(Seat(sid, _roll_name(namespace, room), badge.person, badge.session, time.time()))

    def _gone(self, namespace: SocketNamespace, sid: str, *reason: object) -> None:
        if self._lines.pop(sid, None) is None:
            return
        prefix = _roll_name(namespace.name, "")
        seats = [Seat(s.sid, s.room.removeprefix(prefix), s.person, s.session) for s in self._roll.drop(sid)]
        if namespace.on_gone is not None:
            with self._app.app_context():
                namespace.on_gone([s for s in seats if not s.room.startswith(("person:", "session:"))], self)

    def _answer(self, namespace: str, event: SocketEvent[Any], sid: str, *args: object) -> Ack:
        line = self._lines.get(sid)
        if line is None:
            return refusal("unauthenticated")
        wait = line.bucket.take(event.cost)
        if wait:
            return refusal("rate_limited", "too many events on one connection", retry_after=round(wait + 0.05, 2))
        with self._app.app_context():
            try:
                return self._carry_out(namespace, event, sid, line.badge, args)
            except ValidationError as error:
                return from_validation(error)
            except AppError as error:
                return from_app_error(error)
            except Exception:
                log.exception("socket_event_failed", socket_event=event.name)
                return refusal("internal", "the server could not do this; try again")

    def _carry_out(
        self, namespace: str, event: SocketEvent[Any], sid: str, badge: Badge, args: tuple[object, ...]
    ) -> Ack:
        payload = event.schema.model_validate(args[0] if len(args) == 1 else None)
        actor = self._gate.actor(badge)
        if actor is None:
            self._close(namespace, [sid], Why.SIGNED_OUT)
            return refusal("unauthenticated")
        if event.permission not in READING and not actor.may_write():
            return refusal("not_allowed", "the token may only read")
        if event.name == "heartbeat":
            self._roll.touch(sid)
        answer = event.handler(SocketContext(actor, badge, sid, namespace, self), payload)
        return {"ok": True, **answer}


def _roll_name(namespace: str, room: str) -> str:
    return f"{namespace}|{room}"

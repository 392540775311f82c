"""The realtime port: what features say and hear over an open line, without knowing how it is carried.

A feature declares a `SocketNamespace` of `SocketEvent`s; the adapter answers for sign-in, validation, limits, errors.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict

from infocus.core.actor import Actor
from infocus.core.permissions import Permission
from infocus.engines.realtime.roll import Seat

Ack = dict[str, Any]
Data = Mapping[str, Any]


class Why(StrEnum):
    """Why a line is closed by the server: what `closed` carries as `reason`."""

    SIGNED_OUT = "signed_out"
    RIGHTS_LOST = "rights_lost"
    DRAINING = "draining"


class Payload(BaseModel):
    """Base of every event's payload: no field may be missing, unknown or of another type."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


@dataclass(frozen=True, slots=True)
class Badge:
    """Who is on the line since `connect`: plain values, so that the rights are read afresh at every event.

    `session` is the id of the sign-in session, or of the API token as `token:<id>`.
    """

    person: str
    session: str


class Gate(Protocol):
    """Who may be on the line: bound by the app to sign-in sessions and tokens."""

    def admit(self, token: str | None) -> Badge | None:
        """Called at connect, in a request context. `token`: the payload's API token; without one the cookie counts."""

    def actor(self, badge: Badge) -> Actor | None:
        """Called at every event, in an app context: the actor with today's rights, or None when signed out."""


class Realtime(Protocol):
    """What features may ask of the lines that are open now, here and in other processes.

    Nothing here is ever relied on: what must not be lost is stored first, and read again by whoever missed the push.
    """

    def push(self, namespace: str, room: str, event: str, data: Data, skip: str | None = None) -> None:
        """Send `data` to every line in `room`, but for the line `skip`. Never raises."""

    def enter(self, namespace: str, room: str, seat: Seat) -> bool:
        """Put a line into a room and on its roll; True when its person was not there before."""

    def leave(self, namespace: str, room: str, sid: str) -> bool:
        """Take a line out of a room; True when its person has no other line there."""

    def members(self, namespace: str, room: str) -> list[Seat]:
        """Who is in the room, in every process: one seat a person, the first to come in first."""

    def is_in(self, namespace: str, room: str, sid: str) -> bool:
        """Whether this line is in that room."""

    def disconnect(
        self, why: Why, *, person: str | None = None, session: str | None = None, room: str | None = None
    ) -> None:
        """Tell the lines of a person or session (of those only the ones in `room`, if given) why, and close them."""

    def drain(self) -> None:
        """The process is about to stop: refuse new lines, tell and close its own."""


@dataclass(frozen=True, slots=True)
class SocketContext:
    """What a handler is told about the line an event came in on."""

    actor: Actor
    badge: Badge
    sid: str
    namespace: str
    realtime: Realtime


PayloadT_contra = TypeVar("PayloadT_contra", bound=Payload, contravariant=True)


class Handler(Protocol[PayloadT_contra]):
    """Does what an event asks; returns what the acknowledgement adds to `ok`; raises `AppError` to refuse."""

    def __call__(self, context: SocketContext, payload: PayloadT_contra, /) -> Ack:
        """Runs inside an app context; opens its own unit of work."""


@dataclass(frozen=True, slots=True)
class SocketEvent(Generic[PayloadT_contra]):
    """One event of a namespace. The handler's service checks `permission` on its subject; a guard test walks them all.

    A read-only token is refused before that, unless the permission is one for reading. `cost`: what it takes of the
    line's rate limit.
    """

    name: str
    permission: Permission
    schema: type[PayloadT_contra]
    handler: Handler[PayloadT_contra]
    cost: float = 1.0


@dataclass(frozen=True, slots=True)
class SocketNamespace:
    """All events of one feature; `on_gone(seats, realtime)` hears which rooms a line was in when it ended."""

    name: str
    events: tuple[SocketEvent[Any], ...]
    on_gone: Callable[[list[Seat], Realtime], None] | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one line may ask for: events a second, how many at once, and bytes in one message."""

    per_second: float = 20.0
    burst: float = 60.0
    max_bytes: int = 262_144


@dataclass(slots=True)
class SocketRegistry:
    """The namespaces the features have declared; the adapter serves them, the guard tests walk them."""

    namespaces: list[SocketNamespace] = field(default_factory=list)

    def add(self, namespace: SocketNamespace) -> None:
        """Declare a namespace; a second one of the same name is a mistake."""
        if any(known.name == namespace.name for known in self.namespaces):
            raise ValueError(f"namespace {namespace.name} is declared twice")
        self.namespaces.append(namespace)

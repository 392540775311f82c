"""What the room's events carry (docs/realtime.md): no field may be missing, unknown or of another type."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from infocus.engines.realtime.port import Payload
from infocus.reviews.room import queries

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
    section: Id | None = None
    quote: str | None = None
    file: Id | None = None
    files: Annotated[list[Id], Field(max_length=8)] | None = None


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
    """`phase`: one of the four; `extend` is in minutes, `hand_over` a person of the table."""

    to: str | None = None
    pause: bool | None = None
    extend: int | None = None
    hand_over: Id | None = None


class Hand(Keyed):
    """`hand`: `up` and for whom, or `hear`: "I cannot hear"."""

    up: bool | None = None
    person: Id | None = None
    hear: Literal[True] | None = None


class MoveFloor(Keyed):
    """`floor`: one of the three."""

    give: Id | None = None
    end: Literal[True] | None = None
    queue: Annotated[list[Id], Field(max_length=100)] | None = None


class OffRecord(Keyed):
    """`off_record`."""

    on: bool


class Aside(Join):
    """`aside`: it has no key, because nobody keeps it."""

    text: str


class Sync(Join):
    """`sync`."""

    after: Annotated[int, Field(ge=0, le=2_000_000_000)]
    limit: Annotated[int, Field(ge=1, le=queries.MOST)] = queries.PAGE


class Typing(Join):
    """`typing`."""

    on: bool


class Heartbeat(Join):
    """`heartbeat`: `seq` is the newest entry the client has delivered, `read` the newest its reader has seen."""

    seq: Annotated[int, Field(ge=0, le=2_000_000_000)]
    read: Annotated[int, Field(ge=0, le=2_000_000_000)] | None = None

"""What the events of joint minutes carry (docs/minutes.md)."""

from typing import Annotated

from pydantic import Field, StringConstraints

from infocus.engines.realtime.port import Payload
from infocus.meetings.minutes.paper import LARGEST

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]


class Leave(Payload):
    """`leave`."""

    meeting: Id


class Open(Leave):
    """`open`: `vector` is what the client's document has seen, as a Yjs state vector; empty for a new one."""

    vector: Annotated[bytes, Field(max_length=LARGEST)]


class Write(Leave):
    """`write`: a Yjs update (version 1) with everything the server has not seen."""

    change: Annotated[bytes, Field(max_length=LARGEST)]


class At(Leave):
    """`at`: the section in which somebody's cursor stands; ``None`` when it stands in none."""

    section: Id | None = None


class Heartbeat(Leave):
    """`heartbeat`: up to which change the client has everything."""

    seq: Annotated[int, Field(ge=0, le=2_000_000_000)]

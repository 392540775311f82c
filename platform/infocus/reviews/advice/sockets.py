"""The room's event of recommendations: `recommend` (docs/realtime.md)."""

from typing import Any

from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid
from infocus.core.permissions import Permission
from infocus.engines.realtime.port import Ack, SocketContext, SocketEvent
from infocus.reviews.advice.services import recommending
from infocus.reviews.advice.services.recommending import Recommended
from infocus.reviews.room.payloads import Id, Keyed, Seq


class Recommend(Keyed):
    """`recommend`: a new one, or `target` with other words or `withdraw`."""

    text: str | None = None
    source: Seq | None = None
    section: Id | None = None
    target: Id | None = None
    withdraw: bool | None = None


def recommend(context: SocketContext, ask: Recommend) -> Ack:
    """A recommendation is made, said otherwise, or withdrawn."""
    with unit_of_work():
        done = _done(context, ask)
    return {"seq": done.seq, "recommendation": done.id, "number": done.number}


def _done(context: SocketContext, ask: Recommend) -> Recommended:
    if ask.target is not None and ask.withdraw:
        return recommending.withdraw(context.actor, ask.review, ask.key, ask.target)
    if ask.text is None:
        raise Invalid({"text": "text, or target with withdraw"})
    if ask.target is not None:
        return recommending.rewrite(context.actor, ask.review, ask.key, ask.target, ask.text)
    return recommending.recommend(context.actor, ask.review, ask.key, ask.text, source=ask.source, section=ask.section)


EVENTS: tuple[SocketEvent[Any], ...] = (SocketEvent("recommend", Permission.WRITE_IN_ROOM, Recommend, recommend),)

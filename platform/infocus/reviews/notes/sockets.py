"""The events of notes: `note`, `rewrite`, `cluster`, `vote` (docs/realtime.md)."""

from typing import Annotated, Any

from pydantic import Field

from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid
from infocus.core.permissions import Permission
from infocus.engines.realtime.port import Ack, SocketContext, SocketEvent
from infocus.reviews.notes.queries import own_dots
from infocus.reviews.notes.services import voting
from infocus.reviews.notes.services.clustering import set_cluster
from infocus.reviews.notes.services.writing import NoteValues, Written, rewrite_note, write_note
from infocus.reviews.room.payloads import Id, Keyed, Seq

Small = Annotated[int, Field(ge=0, le=3)]


class Rewrite(Keyed):
    """`rewrite`: another content for an own hidden note, or `withdraw`."""

    kind: str | None = None
    text: str | None = None
    importance: Small | None = None
    section: Id | None = None
    question: Small | None = None
    quote: str | None = None
    signed: str | None = None
    withdraw: bool | None = None


class WriteNote(Keyed):
    """`note`."""

    kind: str
    text: str
    importance: Small | None = None
    section: Id | None = None
    question: Small | None = None
    quote: str | None = None
    signed: str | None = None


class SetCluster(Keyed):
    """`cluster`: a new one, or the one that entry `cluster` founded; no title and no notes dissolve it."""

    title: str
    notes: Annotated[list[Seq], Field(max_length=500)]
    cluster: Seq | None = None


class CastVote(Keyed):
    """`vote`."""

    target: Seq
    dots: Small


def note(context: SocketContext, ask: WriteNote) -> Ack:
    """A note; its `seq` comes with it once it is shown."""
    with unit_of_work():
        return _written(write_note(context.actor, ask.review, ask.key, _values(ask)))


def rewrite(context: SocketContext, ask: Rewrite) -> Ack:
    """An own note that is not shown yet gets other words, or goes."""
    values = None
    if not ask.withdraw:
        if ask.kind is None or ask.text is None:
            raise Invalid({"text": "kind and text, or withdraw"})
        values = _values(ask)
    with unit_of_work():
        return _written(rewrite_note(context.actor, ask.review, ask.key, values))


def cluster(context: SocketContext, ask: SetCluster) -> Ack:
    """Notes under a title."""
    with unit_of_work():
        stored = set_cluster(context.actor, ask.review, ask.key, ask.title, ask.notes, ask.cluster)
    return {"seq": stored.seq}


def vote(context: SocketContext, ask: CastVote) -> Ack:
    """Dots on a cluster or note; the answer tells where one's own lie now."""
    with unit_of_work():
        stored = voting.vote(context.actor, ask.review, ask.key, ask.target, ask.dots)
        return {"seq": stored.seq, "dots": own_dots(context.actor.person, ask.review)}


def _values(ask: WriteNote | Rewrite) -> NoteValues:
    return NoteValues(
        kind=ask.kind or "",
        text=ask.text or "",
        importance=ask.importance or 0,
        section=ask.section or "",
        question=ask.question or 0,
        quote=ask.quote or "",
        signed=ask.signed,
    )


def _written(note: Written) -> Ack:
    return {"id": note.id} if note.seq is None else {"id": note.id, "seq": note.seq}


EVENTS: tuple[SocketEvent[Any], ...] = (
    SocketEvent("note", Permission.WRITE_IN_ROOM, WriteNote, note),
    SocketEvent("rewrite", Permission.WRITE_IN_ROOM, Rewrite, rewrite),
    SocketEvent("cluster", Permission.WRITE_IN_ROOM, SetCluster, cluster),
    SocketEvent("vote", Permission.WRITE_IN_ROOM, CastVote, vote),
)

"""Putting shown notes together under a title, changing a cluster, dissolving it."""

from collections.abc import Sequence

from flask_babel import gettext as _
from sqlalchemy import select, update

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Invalid, NotFound
from infocus.reviews.notes.models import Cluster, Note
from infocus.reviews.notes.services.voting import give_back, move_dots
from infocus.reviews.room.policy import Act
from infocus.reviews.room.services.places import cleaned
from infocus.reviews.room.services.turn import Stored, Turn, begin
from infocus.reviews.vocabulary import Kind, NoteState

TITLE_LIMIT = 120
MOST = 500


def set_cluster(
    actor: Actor, review_id: str, key: str, title: str, notes: Sequence[int], cluster: int | None = None
) -> Stored:
    """Found a cluster of these notes (their ``seq``), or change the one that entry ``cluster`` founded.

    A note is in the cluster that named it last; a cluster without title and notes is dissolved, and can be filled
    again. Dots on a note that joins a cluster move to the cluster; those on a dissolved one go back to their people.
    Raises as ``begin`` and ``Turn.check`` do, and ``Invalid``, ``TooLarge``, ``NotFound``.
    """
    turn = begin(actor, review_id, key, act=Act.CLUSTER, title=title, notes=list(notes), cluster=cluster)
    if isinstance(turn, Stored):
        return turn
    turn.check(Act.CLUSTER)
    words = " ".join(cleaned("title", title, TITLE_LIMIT).split())
    members = _members(turn, notes)
    if members and not words:
        raise Invalid({"title": _("Give the cluster a title.")})
    row = _row(turn, cluster, members)
    stored = turn.append(
        Kind.CLUSTER, data={"cluster": row.seq, "title": words, "notes": [note.seq for note in members]}
    )
    row.title = words
    db.session.add(row)
    left = (Note.review_id == review_id, Note.cluster == row.seq)
    db.session.execute(update(Note).where(*left).values(cluster=None), execution_options={"synchronize_session": False})
    joined = (Note.review_id == review_id, Note.id.in_([note.id for note in members]))
    db.session.execute(
        update(Note).where(*joined).values(cluster=row.seq), execution_options={"synchronize_session": False}
    )
    move_dots(review_id, [note.seq for note in members if note.seq], row.seq)
    if not words:
        give_back(review_id, row.seq)
    return stored


def _row(turn: Turn, cluster: int | None, members: list[Note]) -> Cluster:
    if cluster is None:
        if not members:
            raise Invalid({"notes": _("A cluster begins with a note.")})
        return Cluster(review_id=turn.review.id, seq=turn.room.last_seq + 1)
    row = db.session.get(Cluster, (turn.review.id, cluster))
    if row is None:
        raise NotFound(_("There is no such cluster in this room."))
    return row


def _members(turn: Turn, notes: Sequence[int]) -> list[Note]:
    wanted = list(dict.fromkeys(notes))
    if len(wanted) > MOST:
        raise Invalid({"notes": _("Too many notes for one cluster.")})
    on_wall = (Note.review_id == turn.review.id, Note.state == NoteState.SHOWN)
    query = select(Note).where(*on_wall, Note.seq.in_(wanted))
    found = db.session.scalars(query.execution_options(populate_existing=True)).unique()
    by_seq = {note.seq: note for note in found}
    if len(by_seq) < len(wanted):
        raise NotFound(_("There is no such note in this room."))
    return [by_seq[seq] for seq in wanted]

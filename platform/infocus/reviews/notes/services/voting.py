"""Dots: three a person, on clusters and on notes that are in none. Who gave which nobody is told."""

from collections import Counter
from collections.abc import Sequence

from flask_babel import gettext as _
from sqlalchemy import delete, func, select

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.reviews.notes.models import Cluster, Note, Vote
from infocus.reviews.room.policy import Act
from infocus.reviews.room.services.turn import Stored, begin
from infocus.reviews.vocabulary import DOTS, Kind, NoteState


def vote(actor: Actor, review_id: str, key: str, target: int, dots: int) -> Stored:
    """Have ``dots`` of one's own three lie on ``target``: a cluster, or a note in none. The entry tells the change.

    Raises as ``begin`` and ``Turn.check`` do, ``NotFound``, ``Invalid`` when more than three would lie somewhere, and
    ``Conflict`` when the note has joined a cluster meanwhile, or the cluster is dissolved.
    """
    turn = begin(actor, review_id, key, act=Act.VOTE, target=target, dots=dots)
    if isinstance(turn, Stored):
        return turn
    turn.check(Act.VOTE)
    _standing(review_id, target)
    mine = (Vote.review_id == review_id, Vote.person_id == actor.person)
    elsewhere = db.session.scalar(select(func.sum(Vote.dots)).where(*mine, Vote.target != target)) or 0
    if not 0 <= dots <= DOTS or elsewhere + dots > DOTS:
        raise Invalid({"dots": _("You have %(most)s dots in all.", most=DOTS)})
    row = db.session.get(Vote, (review_id, actor.person, target), populate_existing=True)
    if row is None:
        row = Vote(review_id=review_id, person_id=actor.person, target=target, dots=0)
        db.session.add(row)
    change, row.dots = dots - row.dots, dots
    return turn.append(Kind.VOTE, target=target, data={"change": change})


def move_dots(review_id: str, notes: Sequence[int], cluster: int) -> None:
    """The dots on these notes lie on their cluster from now on."""
    held = (Vote.review_id == review_id, Vote.target.in_(notes), Vote.dots > 0)
    more: Counter[str] = Counter()
    for person_id, dots in db.session.execute(select(Vote.person_id, Vote.dots).where(*held)):
        more[person_id] += dots
    db.session.execute(delete(Vote).where(Vote.review_id == review_id, Vote.target.in_(notes)))
    for person_id, dots in sorted(more.items()):
        row = db.session.get(Vote, (review_id, person_id, cluster), populate_existing=True)
        if row is None:
            db.session.add(Vote(review_id=review_id, person_id=person_id, target=cluster, dots=dots))
        else:
            row.dots += dots
    db.session.flush()


def give_back(review_id: str, cluster: int) -> None:
    """Nothing lies on a cluster that was dissolved: its dots are their people's again."""
    db.session.execute(delete(Vote).where(Vote.review_id == review_id, Vote.target == cluster))


def _standing(review_id: str, target: int) -> None:
    here = (Note.review_id == review_id, Note.seq == target)
    note = db.session.execute(select(Note.cluster, Note.state).where(*here)).first()
    if note is not None:
        if note.cluster is not None or note.state != NoteState.SHOWN:
            raise Conflict(_("This note has joined a cluster, or was removed."))
        return
    cluster = db.session.get(Cluster, (review_id, target), populate_existing=True)
    if cluster is None:
        raise NotFound(_("There is no such note or cluster in this room."))
    if not cluster.title:
        raise Conflict(_("This cluster was dissolved."))

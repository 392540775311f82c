"""Threads as pages show them: a first comment and some of its answers, for any number of threads in a few queries."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import aliased, lazyload

from infocus.comments.making import Made, Offer, made_of, offers_for
from infocus.comments.models import Comment
from infocus.comments.passages.models import CommentPlace, PlaceState
from infocus.comments.shown import ShownComment
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.permissions import Permission, allows
from infocus.networks.models import Partner

ANSWERS = 6
"""Answers shown of a thread: the newest, or those around the comment one came for."""


@dataclass(frozen=True, slots=True)
class Thread:
    """A first comment and some of its answers, oldest first; ``earlier`` and ``later`` count those that are not shown.

    ``offers`` is what may be made of the first comment, ``made`` what was; ``gone``: the newest version of the file,
    by its number, has no such passage any more (0: it has).
    """

    first: ShownComment
    answers: Sequence[ShownComment]
    may_resolve: bool
    earlier: int = 0
    later: int = 0
    offers: Sequence[Offer] = ()
    made: Sequence[Made] = ()
    gone: int = 0

    @property
    def resolved(self) -> bool:
        """Whether the thread is settled."""
        return self.first.resolved

    @property
    def earliest(self) -> str:
        """The first answer shown, from which the earlier ones are gone on to."""
        return self.answers[0].id if self.answers else self.first.id

    @property
    def latest(self) -> str:
        """The last answer shown, from which the later ones are gone on to."""
        return self.answers[-1].id if self.answers else self.first.id


def begins_standing() -> ColumnElement[bool]:
    """That a comment begins a thread in which anything still stands."""
    said = aliased(Comment)
    stands = select(said.id).where(
        said.record_id == Comment.record_id, said.thread_id == Comment.id, said.removed_at.is_(None)
    )
    return (Comment.id == Comment.thread_id) & stands.correlate(Comment).exists()


def assembled(actor: Actor, firsts: Sequence[Comment], focus: Comment | None = None) -> list[Thread]:
    """The threads these comments begin, for a reader who may read them; around ``focus`` in its own thread."""
    if not firsts:
        return []
    answers, hidden = _answers([first.id for first in firsts], focus)
    everything = [*firsts, *(answer for group in answers.values() for answer in group)]
    partners = _partners(everything)
    offers, made, gone = offers_for(actor, firsts), made_of(actor, firsts), _gone([first.id for first in firsts])
    return [
        Thread(
            _shown(actor, first, partners),
            [_shown(actor, answer, partners) for answer in answers[first.id]],
            allows(actor, Permission.RESOLVE_COMMENT, first),
            *hidden.get(first.id, (0, 0)),
            offers.get(first.id, ()),
            made.get(first.id, ()),
            gone.get(first.id, 0),
        )
        for first in firsts
    ]


def _answers(
    threads: Sequence[str], focus: Comment | None
) -> tuple[dict[str, list[Comment]], dict[str, tuple[int, int]]]:
    """The newest answers of each thread, and how many more there are before and after them."""
    rank = func.row_number().over(partition_by=Comment.thread_id, order_by=Comment.id.desc()).label("rank")
    total = func.count().over(partition_by=Comment.thread_id).label("total")
    ranked = select(Comment.id, rank, total).where(Comment.thread_id.in_(threads), Comment.id != Comment.thread_id)
    newest = ranked.subquery()
    query = select(Comment, newest.c.total).join(newest, newest.c.id == Comment.id).where(newest.c.rank <= ANSWERS)
    query = query.options(lazyload(Comment.record))  # the firsts have brought it
    found: dict[str, list[Comment]] = defaultdict(list)
    hidden: dict[str, tuple[int, int]] = {}
    for answer, count in db.session.execute(query.order_by(Comment.id)).unique():
        found[answer.thread_id].append(answer)
        hidden[answer.thread_id] = (max(0, count - ANSWERS), 0)
    if focus is not None and focus.thread_id in found:
        _look_around(focus, found, hidden)
    return found, hidden


def _look_around(focus: Comment, found: dict[str, list[Comment]], hidden: dict[str, tuple[int, int]]) -> None:
    """Show of one thread the answers around a comment, when the newest ones do not have it."""
    if focus.id == focus.thread_id or focus.id in {answer.id for answer in found[focus.thread_id]}:
        return
    own = select(Comment).where(Comment.thread_id == focus.thread_id, Comment.id != focus.thread_id)
    older = own.where(Comment.id <= focus.id).order_by(Comment.id.desc()).limit(ANSWERS // 2 + 1)
    newer = own.where(Comment.id > focus.id).order_by(Comment.id).limit(ANSWERS // 2)
    shown = [*reversed(list(db.session.scalars(older).unique())), *db.session.scalars(newer).unique()]
    found[focus.thread_id] = shown
    count = select(func.count()).select_from(Comment).where(Comment.thread_id == focus.thread_id)
    before = count.where(Comment.id != focus.thread_id, Comment.id < shown[0].id)
    hidden[focus.thread_id] = (
        db.session.scalar(before) or 0,
        db.session.scalar(count.where(Comment.id > shown[-1].id)) or 0,
    )


def _gone(comments: Sequence[str]) -> dict[str, int]:
    """Comment → the newest version of its file, when the passage is gone there."""
    rows = select(CommentPlace.comment_id, CommentPlace.version, CommentPlace.state)
    rows = rows.where(CommentPlace.comment_id.in_(comments)).order_by(CommentPlace.version)
    newest = {comment: (version, state) for comment, version, state in db.session.execute(rows)}
    return {comment: version for comment, (version, state) in newest.items() if state == PlaceState.GONE}


def _partners(comments: Sequence[Comment]) -> dict[str, Partner]:
    wanted = {comment.partner_id for comment in comments if comment.partner_id}
    found = select(Partner).where(Partner.id.in_(wanted))
    return {partner.id: partner for partner in db.session.scalars(found)} if wanted else {}


def _shown(actor: Actor, comment: Comment, partners: dict[str, Partner]) -> ShownComment:
    return ShownComment(
        comment,
        partners.get(comment.partner_id or ""),
        allows(actor, Permission.EDIT_COMMENT, comment),
        allows(actor, Permission.REMOVE_COMMENT, comment),
    )

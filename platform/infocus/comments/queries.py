"""Reads of comments, always for an actor."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import func, select

from infocus.comments.models import Comment
from infocus.comments.policy import may_read_comments
from infocus.comments.shown import ShownComment
from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.ids import is_id
from infocus.core.paging import Page, keyset
from infocus.core.permissions import Permission, allows
from infocus.networks.models import Partner
from infocus.records.models import Record

TWICE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Thread:
    """A first comment and its answers, oldest first."""

    first: ShownComment
    answers: Sequence[ShownComment]
    may_resolve: bool

    @property
    def resolved(self) -> bool:
        """Whether the thread is settled."""
        return self.first.resolved


@dataclass(frozen=True, slots=True)
class Discussion:
    """All threads on a record. ``count`` leaves removed comments out."""

    record: Record
    threads: Sequence[Thread]
    count: int
    may_comment: bool
    readable: bool


def discussion(actor: Actor, record: Record) -> Discussion:
    """The threads on a record; empty and not ``readable`` for who is outside its network."""
    may_write = allows(actor, Permission.COMMENT, record)
    if not may_read_comments(actor, record):
        return Discussion(record, (), 0, may_write, False)
    rows = list(db.session.scalars(select(Comment).where(Comment.record_id == record.id).order_by(Comment.id)).unique())
    wanted = {row.partner_id for row in rows if row.partner_id}
    partners = {p.id: p for p in db.session.scalars(select(Partner).where(Partner.id.in_(wanted)))} if wanted else {}
    grouped: dict[str, list[Comment]] = defaultdict(list)
    for row in rows:
        grouped[row.thread_id].append(row)
    threads = [
        Thread(
            _shown(actor, group[0], partners),
            [_shown(actor, row, partners) for row in group[1:]],
            allows(actor, Permission.RESOLVE_COMMENT, group[0]),
        )
        for group in grouped.values()
        if any(row.removed_at is None for row in group)
    ]
    return Discussion(record, threads, sum(row.removed_at is None for row in rows), may_write, True)


def get_comment(actor: Actor, comment_id: str) -> Comment:
    """One comment. Raises ``NotFound`` when there is none or the actor may not read it."""
    comment = db.session.get(Comment, comment_id) if is_id(comment_id) else None
    if comment is None or not may_read_comments(actor, comment.record):
        raise NotFound
    return comment


def said_just_now(actor: Actor, record: Record, text: str, reply_to: str | None) -> Comment | None:
    """The same words by the same person in the same place within the last minute: a form that was sent twice."""
    own = select(Comment).where(Comment.record_id == record.id, Comment.author_id == actor.person)
    same = own.where(Comment.created_at > clock.now() - TWICE, Comment.text == text, Comment.removed_at.is_(None))
    rows = db.session.scalars(same.order_by(Comment.id.desc()).limit(5)).unique()
    return next((row for row in rows if row.reply_to == reply_to), None)


def list_comments(actor: Actor, record: Record, *, cursor: str | None, limit: int) -> Page[Comment]:
    """Comments on a record, newest first."""
    if not may_read_comments(actor, record):
        raise NotFound
    query = select(Comment).where(Comment.record_id == record.id)
    return keyset(query, [Comment.id], lambda row: [row.id], cursor=cursor, limit=limit)


def counts(actor: Actor, record_ids: Sequence[str]) -> dict[str, int]:
    """How many comments this reader finds on each of these records, in one query; none outside their networks."""
    networks = {member.network_id for member in actor.memberships}
    if not record_ids or not networks:
        return {}
    standing = select(Comment.record_id, func.count()).join(Record, Record.id == Comment.record_id)
    standing = standing.where(Comment.removed_at.is_(None), Record.network_id.in_(networks))
    rows = db.session.execute(standing.where(Comment.record_id.in_(record_ids)).group_by(Comment.record_id))
    return {str(record_id): int(count) for record_id, count in rows}


def _shown(actor: Actor, comment: Comment, partners: dict[str, Partner]) -> ShownComment:
    return ShownComment(
        comment,
        partners.get(comment.partner_id or ""),
        allows(actor, Permission.EDIT_COMMENT, comment),
        allows(actor, Permission.REMOVE_COMMENT, comment),
    )

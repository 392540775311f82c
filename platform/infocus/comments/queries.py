"""Reads of comments, always for an actor."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import lazyload

from infocus.comments.models import Comment
from infocus.comments.policy import may_read_comments
from infocus.comments.threads import Thread, assembled, begins_standing
from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.ids import is_id
from infocus.core.paging import Page, keyset
from infocus.core.permissions import Permission, allows
from infocus.records.models import Record

TWICE = timedelta(minutes=1)
THREADS = 10
"""Threads of a record shown together."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some threads of a record, oldest first; ``earlier`` and ``later`` name the thread to go on from, if any."""

    threads: Sequence[Thread]
    earlier: str | None
    later: str | None


class Discussion:
    """The threads on a record, some at a time. ``count`` leaves removed comments out."""

    def __init__(self, actor: Actor, record: Record) -> None:
        self._actor = actor
        self.record = record
        self.may_comment = allows(actor, Permission.COMMENT, record)
        self.readable = may_read_comments(actor, record)
        self.count = _standing(record.id) if self.readable else 0

    @property
    def threads(self) -> Sequence[Thread]:
        """The newest threads, oldest first."""
        return self.part().threads

    def part(self, comment: str | None = None, before: str | None = None, after: str | None = None) -> Part:
        """The newest threads, or those from the thread of ``comment`` on, or those before or after a thread.

        What names nothing here is as if it was not given.
        """
        if not self.count:
            return Part((), None, None)
        focus = _on(self.record, comment)
        firsts, earlier, later = _firsts(self.record.id, focus, before, after)
        threads = assembled(self._actor, firsts, focus)
        return Part(threads, firsts[0].id if earlier else None, firsts[-1].id if later else None)


def discussion(actor: Actor, record: Record) -> Discussion:
    """The threads on a record; empty and not ``readable`` for who is outside its network."""
    return Discussion(actor, record)


def _standing(record_id: str) -> int:
    count = select(func.count()).where(Comment.record_id == record_id, Comment.removed_at.is_(None))
    return db.session.scalar(count) or 0


def _on(record: Record, comment_id: str | None) -> Comment | None:
    """A comment of this record; ``None`` for what is not one."""
    comment = db.session.get(Comment, comment_id) if comment_id and is_id(comment_id) else None
    return comment if comment is not None and comment.record_id == record.id else None


def _firsts(
    record_id: str, focus: Comment | None, before: str | None, after: str | None
) -> tuple[list[Comment], bool, bool]:
    """First comments of threads that stand, oldest first, and whether there are earlier and later ones."""
    query = select(Comment).where(Comment.record_id == record_id, begins_standing())
    if focus is not None or (after and is_id(after)):
        bound = Comment.id >= focus.thread_id if focus is not None else Comment.id > after
        rows = _some(query.where(bound).order_by(Comment.id))
        earlier = bool(rows) and _any(query.where(Comment.id < rows[0].id))
        return rows[:THREADS], earlier, len(rows) > THREADS
    older = before is not None and is_id(before)
    rows = _some((query.where(Comment.id < before) if older else query).order_by(Comment.id.desc()))
    later = older and bool(rows) and _any(query.where(Comment.id > rows[0].id))
    return rows[:THREADS][::-1], len(rows) > THREADS, later


def _some(query: Select[Comment]) -> list[Comment]:
    query = query.options(lazyload(Comment.record))  # who asks has it
    return list(db.session.scalars(query.limit(THREADS + 1)).unique())


def _any(query: Select[Comment]) -> bool:
    return db.session.scalar(query.with_only_columns(Comment.id).limit(1)) is not None


def get_comment(actor: Actor, comment_id: str) -> Comment:
    """One comment. Raises ``NotFound`` when there is none or the actor may not read it."""
    comment = db.session.get(Comment, comment_id) if is_id(comment_id) else None
    if comment is None or not may_read_comments(actor, comment.record):
        raise NotFound
    return comment


def said_just_now(
    actor: Actor, record: Record, text: str, reply_to: str | None, anchor: dict[str, Any] | None = None
) -> Comment | None:
    """The same words by the same person in the same place within the last minute: a form that was sent twice."""
    own = select(Comment).where(Comment.record_id == record.id, Comment.author_id == actor.person)
    same = own.where(Comment.created_at > clock.now() - TWICE, Comment.text == text, Comment.removed_at.is_(None))
    rows = db.session.scalars(same.order_by(Comment.id.desc()).limit(5)).unique()
    return next((row for row in rows if (row.reply_to, row.anchor) == (reply_to, anchor)), None)


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

"""The comments beside a page: which threads, in which order, on which pages there are more; always for an actor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Select, Tuple, func, select, tuple_
from sqlalchemy.orm import aliased, contains_eager

from infocus.accounts.models import Person
from infocus.comments.models import Comment
from infocus.comments.passages.models import CommentPlace, PlaceState
from infocus.comments.policy import may_read_comments
from infocus.comments.threads import Thread, assembled, begins_standing
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.ids import is_id
from infocus.core.permissions import Permission, allows
from infocus.library.beside.passage import Passage
from infocus.library.models import Document, DocumentRole, DocumentVersion

NOTES = 30
"""Threads shown beside a page at a time."""
PEOPLE = 100
Place = tuple[int, str]
_ORDER = (CommentPlace.start, CommentPlace.comment_id)


@dataclass(frozen=True, slots=True)
class Wish:
    """Which threads: of a person (id), ``open`` or ``resolved``, the comment one came for, the first one to show."""

    by: str = ""
    state: str = ""
    comment: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A thread beside a page: its number there, its passage in this version."""

    number: int
    thread: Thread
    place: CommentPlace
    on: bool

    @property
    def id(self) -> str:
        """The id of its first comment."""
        return self.thread.first.id


@dataclass(frozen=True, slots=True)
class Margin:
    """What stands beside a page, and where else comments are.

    ``pages``: page → how many threads; ``earlier`` and ``later``: the first note of the part before and after this
    one; ``unplaced``: threads whose passage is still being looked for in this version; ``focus``: the comment one
    came for, if this page shows it; ``lost``: it is not here any more.
    """

    notes: Sequence[Note] = ()
    total: int = 0
    pages: Mapping[int, int] | None = None
    people: Sequence[tuple[str, str]] = ()
    previous: tuple[int, str] | None = None
    next: tuple[int, str] | None = None
    earlier: str = ""
    later: str = ""
    unplaced: int = 0
    focus: str = ""
    lost: bool = False
    may_comment: bool = False

    @property
    def passages(self) -> list[Passage]:
        """The passages to light in the page's text."""
        return [
            Passage(note.id, note.number, note.place.start, note.place.end, note.on)
            for note in self.notes
            if note.place.stands
        ]


def page_of_comment(actor: Actor, document: Document, version: DocumentVersion, comment_id: str) -> int | None:
    """The page a comment's thread stands at in this version; ``None`` when it has no place in it."""
    comment = db.session.get(Comment, comment_id) if is_id(comment_id) else None
    if comment is None or comment.record_id != document.record_id or not may_read_comments(actor, document.record):
        return None
    place = db.session.get(CommentPlace, (comment.thread_id, version.number))
    return place.page if place is not None and place.document_id == document.id else None


def being_placed(actor: Actor, document: Document, version: DocumentVersion, comment_id: str) -> Comment | None:
    """The comment this person carries from page to page to give it words: one whose passage is gone in this version."""
    place = db.session.get(CommentPlace, (comment_id, version.number)) if is_id(comment_id) else None
    if place is None or place.document_id != document.id or place.state != PlaceState.GONE:
        return None
    comment = place.comment
    standing = comment.removed_at is None and may_read_comments(actor, document.record)
    return comment if standing and allows(actor, Permission.RESOLVE_COMMENT, comment) else None


def margin(actor: Actor, document: Document, version: DocumentVersion, page: int, wish: Wish) -> Margin | None:
    """The comments beside a page; ``None`` for who may not read the comments of this record, and beside a source."""
    if document.role == DocumentRole.SOURCE or not may_read_comments(actor, document.record):
        return None
    placed = _placed(document.id, version.number, wish)
    here = placed.where(CommentPlace.page == page)
    rows = placed.with_only_columns(CommentPlace.page, func.count()).group_by(CommentPlace.page)
    pages = dict(db.session.execute(rows.order_by(CommentPlace.page)).all())
    focus = db.session.get(Comment, wish.comment) if is_id(wish.comment) else None
    focus = focus if focus is not None and focus.record_id == document.record_id else None
    first = _begin(here, version.number, wish.notes, focus)
    before = _count(here.where(_order() < first)) if first else 0
    query = (here.where(_order() >= first) if first else here).options(contains_eager(CommentPlace.comment))
    shown = list(db.session.scalars(query.order_by(*_ORDER).limit(NOTES)).unique())
    threads = assembled(actor, [place.comment for place in shown], focus)
    notes = [
        Note(before + at + 1, thread, place, focus is not None and focus.thread_id == place.comment_id)
        for at, (thread, place) in enumerate(zip(threads, shown, strict=True))
    ]
    total = pages.get(page, 0)
    on = next((note for note in notes if note.on), None)
    return Margin(
        notes,
        total,
        pages,
        _people(document.id) if pages or wish.by else (),
        *_neighbours(placed, page, on.place if on else None),
        _earlier(here, first) if before else "",
        _after(here, shown[-1]) if before + len(notes) < total else "",
        _unplaced(document.id, version.number),
        focus.id if on and focus else "",
        bool(wish.comment) and on is None,
        allows(actor, Permission.COMMENT, document.record),
    )


def _order() -> Tuple:
    return tuple_(*_ORDER)


def _placed(document_id: str, version: int, wish: Wish) -> Select[CommentPlace]:
    """The places of the threads one wants to see, in one version."""
    query = select(CommentPlace).select_from(CommentPlace).join(CommentPlace.comment)
    query = query.where(CommentPlace.document_id == document_id, CommentPlace.version == version, begins_standing())
    if wish.state in {"open", "resolved"}:
        settled = Comment.resolved_at.is_not(None)
        query = query.where(settled if wish.state == "resolved" else ~settled)
    if is_id(wish.by):
        said = aliased(Comment)
        own = select(said.id).where(said.thread_id == Comment.id, said.author_id == wish.by, said.removed_at.is_(None))
        query = query.where(own.correlate(Comment).exists())
    return query


def _begin(here: Select[CommentPlace], version: int, notes: str, focus: Comment | None) -> Place | None:
    """The first place to show: the one asked for, or the one one came for when it is not among the first."""
    for wanted in (notes, focus.thread_id if focus is not None else ""):
        place = db.session.get(CommentPlace, (wanted, version)) if is_id(wanted) else None
        if place is not None:
            at = (place.start, place.comment_id)
            return at if wanted == notes or _count(here.where(_order() < at)) >= NOTES else None
    return None


def _count(query: Select[CommentPlace]) -> int:
    return db.session.scalar(query.with_only_columns(func.count())) or 0


def _earlier(here: Select[CommentPlace], first: Place | None) -> str:
    back = here.where(_order() < first).order_by(*(column.desc() for column in _ORDER)).limit(NOTES)
    return [place.comment_id for place in db.session.scalars(back)][-1]


def _after(here: Select[CommentPlace], last: CommentPlace) -> str:
    following = here.where(_order() > (last.start, last.comment_id)).order_by(*_ORDER).limit(1)
    return next((place.comment_id for place in db.session.scalars(following)), "")


def _neighbours(placed: Select[CommentPlace], page: int, on: CommentPlace | None) -> tuple[Place | None, Place | None]:
    """Page and id of the comments before and after the one stood on, else before and after the page's beginning."""
    order = tuple_(CommentPlace.page, *_ORDER)
    at = (page, on.start, on.comment_id) if on else (page, -1, "")
    columns = (CommentPlace.page, CommentPlace.start, CommentPlace.comment_id)
    before = placed.where(order < at).order_by(*(column.desc() for column in columns)).limit(1)
    after = placed.where(order > at).order_by(*columns).limit(1)
    found = [next(iter(db.session.scalars(query)), None) for query in (before, after)]
    previous, following = ((place.page, place.comment_id) if place else None for place in found)
    return previous, following


def _people(document_id: str) -> list[tuple[str, str]]:
    """Who commented on passages of this document: id and name, by name."""
    own = select(CommentPlace.comment_id).where(CommentPlace.document_id == document_id)
    said = select(Person).where(
        Person.id.in_(select(Comment.author_id).where(Comment.thread_id.in_(own), Comment.removed_at.is_(None)))
    )
    people = db.session.scalars(said.order_by(Person.name, Person.id).limit(PEOPLE))
    return [(person.id, person.shown_name) for person in people]


def _unplaced(document_id: str, version: int) -> int:
    """How many threads that were begun in this version or before have no place in it yet."""
    known = select(func.count(CommentPlace.comment_id.distinct())).select_from(CommentPlace).join(CommentPlace.comment)
    known = known.where(CommentPlace.document_id == document_id, begins_standing())
    begun = db.session.scalar(known.where(CommentPlace.version <= version)) or 0
    return begun - (db.session.scalar(known.where(CommentPlace.version == version)) or 0)

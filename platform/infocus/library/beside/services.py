"""Comment on a passage, and find the passages of a document again in each of its versions."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from flask_babel import gettext as _
from sqlalchemy import select

from infocus.comments.models import Comment
from infocus.comments.passages.finding import Book, Found, Words
from infocus.comments.passages.folding import folded
from infocus.comments.passages.models import CommentPlace, PlaceState
from infocus.comments.queries import said_just_now
from infocus.comments.services import add_comment
from infocus.core.actor import Actor
from infocus.core.db import db, unit_of_work
from infocus.core.errors import Conflict, Invalid, NotAllowed, NotFound
from infocus.core.outbox import OutboxRow, enqueue, keep_lease
from infocus.core.permissions import Permission, require
from infocus.library.beside.anchoring import anchored, kept_words, page_texts
from infocus.library.models import Document, DocumentRole, DocumentVersion, ReadingState
from infocus.networks.audit import note

PLACE = "library.passages"
"""The job that finds the passages of one document again."""
TOGETHER = 50
"""Comments placed in one transaction."""


def comment_on_passage(actor: Actor, document: Document, version: DocumentVersion, words: Words, text: str) -> Comment:
    """Comment on words of a file; a form that was sent twice is one comment.

    Raises ``NotFound``, ``NotAllowed`` (also for a source: its words would be read by all who read the record),
    ``Invalid``.
    """
    require(actor, Permission.COMMENT, document.record)
    if document.role == DocumentRole.SOURCE:
        raise NotAllowed
    anchor = anchored(document, version, words)
    again = said_just_now(actor, document.record, text, None, anchor)
    return again or add_comment(actor, document.record, text, anchor=anchor)


def place_here(actor: Actor, document: Document, version: DocumentVersion, comment: Comment, words: Words) -> None:
    """Say by hand which words of a version a comment belongs to whose passage is gone in it.

    Where it stood in other versions is kept as it is; newer ones that are read are looked through again.

    Raises:
        NotFound, NotAllowed: no thread of this file, or not this person's to settle.
        Conflict: it has a place in this version, or its version came later.
        Invalid: the page has no such words, or is not read yet.
    """
    require(actor, Permission.RESOLVE_COMMENT, comment)
    place = db.session.get(CommentPlace, (comment.id, version.number), with_for_update=True)
    if place is None or place.document_id != document.id or comment.removed_at is not None:
        raise NotFound
    if place.state != PlaceState.GONE:
        raise Conflict(_("This comment has a place in this version."))
    anchor = anchored(document, version, words)
    if "end" not in anchor:
        raise Invalid({"page": _("This page is still being read. Please try again later.")})
    for name in ("page", "start", "end", "quote", "prefix", "suffix"):
        setattr(place, name, anchor[name])
    first = (comment.anchor or {}).get("quote", "")
    place.state = PlaceState.FOUND if folded(first) == folded(place.quote) else PlaceState.CHANGED
    record = document.record
    note(actor, "comments.place", record.type, record.id, record.network_id, comment=comment.id, version=version.number)
    if any(each.number > version.number for each in document.versions):
        enqueue(PLACE, {"document": document.id}, key=placing_key(document.id))


def placing_key(document_id: str) -> str:
    """The outbox key of the job: one waits for a document at a time."""
    return f"{PLACE}:{document_id}"


def place_again(document_id: str) -> None:
    """Give every passage of a document its place in each version that is read, from its own version on.

    What stands already is left as it is, so that a second run changes nothing.
    """
    document = db.session.get(Document, document_id)
    versions = [(each.id, each.number) for each in document.versions if _is_read(each)] if document else []
    for version_id, number in versions:
        wanted = _without_place(document_id, number)
        if not wanted:
            continue
        texts = page_texts(version_id)
        book = Book(texts)
        for at in range(0, len(wanted), TOGETHER):
            with unit_of_work():
                _place(wanted[at : at + TOGETHER], document_id, number, texts, book)
                row = db.session.scalar(select(OutboxRow.id).where(OutboxRow.key == placing_key(document_id)))
                if row:
                    keep_lease(row)


def _is_read(version: DocumentVersion) -> bool:
    return version.state == ReadingState.READY


def _without_place(document_id: str, number: int) -> list[str]:
    """Comments whose passage has no standing place in a version, though it is from that version or before."""
    rows = select(CommentPlace.comment_id, CommentPlace.version, CommentPlace.state)
    known: dict[str, bool] = {}
    for comment, version, state in db.session.execute(
        rows.where(CommentPlace.document_id == document_id, CommentPlace.version <= number)
    ):
        stands = version == number and state in {PlaceState.FOUND, PlaceState.CHANGED}
        known[comment] = known.get(comment, False) or stands
    return sorted(comment for comment, stands in known.items() if not stands)


def _place(comments: Sequence[str], document_id: str, number: int, texts: Sequence[str], book: Book) -> None:
    rows = select(CommentPlace).where(CommentPlace.comment_id.in_(comments), CommentPlace.version <= number)
    places: dict[str, list[CommentPlace]] = defaultdict(list)
    for row in db.session.scalars(rows.order_by(CommentPlace.version)):
        places[row.comment_id].append(row)
    for comment, known in places.items():
        own = known[-1] if known[-1].version == number else None
        if own is None:
            own = CommentPlace(comment_id=comment, document_id=document_id, version=number)
            db.session.add(own)
        _set(own, known, texts, _found(book, known))


def _found(book: Book, known: Sequence[CommentPlace]) -> Found | None:
    """First the words as they last stood, then as they were marked: what was rewritten may be put back."""
    for words in _wanted(known):
        found = book.find(words)
        if found is not None:
            return found
    return None


def _wanted(known: Sequence[CommentPlace]) -> Iterable[Words]:
    last = next((place for place in reversed(known) if place.stands), known[0])
    for place in (last, known[0]) if last is not known[0] else (last,):
        yield Words(place.quote, place.prefix, place.suffix, place.page, place.start if place.stands else None)


def _set(own: CommentPlace, known: Sequence[CommentPlace], texts: Sequence[str], found: Found | None) -> None:
    first, last = known[0], known[-1]
    marked = folded(first.quote)
    if found is None:
        own.state = PlaceState.GONE
        own.page = min(last.page, max(1, len(texts)))
        own.start = own.end = len(texts[own.page - 1]) if texts else 0
        own.quote, own.prefix, own.suffix = last.quote, last.prefix, last.suffix
        return
    own.page = found.page
    for name, value in kept_words(texts[found.page - 1], found.start, found.end).items():
        setattr(own, name, value)
    own.state = PlaceState.FOUND if marked == folded(own.quote) else PlaceState.CHANGED

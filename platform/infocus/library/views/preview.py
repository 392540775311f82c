"""A passage on its page, beside the list of results, with what is known of where it comes from."""

from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from infocus.comments.queries import counts
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.i18n import VISIBILITY_WORDS
from infocus.library.leaf import Leaf, leaf
from infocus.library.marking import wanted
from infocus.library.models import Document, DocumentPage
from infocus.library.reader import OpenPage, get_document
from infocus.library.urls import shown_title
from infocus.library.views.hits import ShownResult, Way
from infocus.records.urls import id_of, record_path


@dataclass(frozen=True, slots=True)
class Preview:
    """A page with its hits lit: passage ``at`` of ``of`` on this page of results.

    ``record`` is what the document belongs to (title and address) where that has another name, ``seen_by`` who may
    read it, ``comments`` how many there are, or ``None`` for who may not read them.
    """

    title: str
    number: int
    total: int
    label: str
    leaf: Leaf
    language: str
    url: str
    at: int
    of: int
    record: tuple[str, str]
    seen_by: str
    comments: int | None


def preview_of(actor: Actor, results: list[ShownResult], way: Way, at: int | None) -> Preview | None:
    """The preview of the page's passage ``at`` (from 1; the first without one, or when there are fewer).

    ``None`` when no passage has a page, or nothing is searched for. A fixed number of queries.
    """
    passages = [passage for item in results for passage in item.passages if passage.page]
    if not passages or not way.query.strip():
        return None
    at = at if at and at <= len(passages) else 1
    address = urlsplit(passages[at - 1].url)
    try:
        document = get_document(actor, id_of(address.path.rsplit("/", 1)[-1]))
    except NotFound:  # the index is a moment behind
        return None
    version = document.shown
    number = int(parse_qs(address.query)["page"][0])
    text = db.session.get(DocumentPage, (version.id, number))
    if text is None:
        return None
    opened = OpenPage(document, version, number, text, wanted(way.query, actor.language), None)
    return Preview(
        title=shown_title(document),
        number=number,
        total=version.pages,
        label=text.label,
        leaf=leaf(opened),
        language=text.language,
        url=passages[at - 1].url,
        at=at,
        of=len(passages),
        record=(document.record.title, record_path(document.record)),
        seen_by=str(VISIBILITY_WORDS.get(document.record.visibility, document.record.visibility)),
        comments=_comments(actor, document),
    )


def _comments(actor: Actor, document: Document) -> int | None:
    """How many comments are on the record, for members of its network."""
    if not actor.roles(document.record.network_id):
        return None
    return counts(actor, [document.record_id]).get(document.record_id, 0)

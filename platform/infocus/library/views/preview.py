"""The page of the first passage, beside the list of results."""

from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.library.leaf import Leaf, leaf
from infocus.library.marking import wanted
from infocus.library.models import DocumentPage
from infocus.library.reader import OpenPage, get_document
from infocus.library.shapes import ResultPage
from infocus.library.urls import document_path, shown_title
from infocus.records.urls import id_of


@dataclass(frozen=True, slots=True)
class Preview:
    """A page with its hits lit."""

    title: str
    number: int
    total: int
    label: str
    leaf: Leaf
    language: str
    url: str


def preview_of(actor: Actor, page: ResultPage, query: str) -> Preview | None:
    """The preview of a result page's first passage that has a page; ``None`` without one. A fixed number of queries."""
    passages = (passage for item in page.items[:3] for passage in item.hit.passages if passage.page)
    first = next(passages, None)
    if first is None or not query.strip():
        return None
    address = urlsplit(first.url)
    try:
        document = get_document(actor, id_of(address.path.rsplit("/", 1)[-1]))
    except NotFound:  # the index is a moment behind
        return None
    number = int(parse_qs(address.query)["page"][0])
    version = document.shown
    text = db.session.get(DocumentPage, (version.id, number))
    if text is None:
        return None
    opened = OpenPage(document, version, number, text, wanted(query, actor.language), None)
    return Preview(
        title=shown_title(document),
        number=number,
        total=version.pages,
        label=text.label,
        leaf=leaf(opened),
        language=text.language,
        url=document_path(document, page=number, q=query),
    )

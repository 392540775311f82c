"""A hit as the result page draws it."""

from dataclasses import dataclass
from html import unescape
from urllib.parse import urlencode

from flask_babel import format_date
from markupsafe import Markup, escape

from infocus.engines.search.port import PassageHit
from infocus.library.facets import type_label
from infocus.library.shapes import ShownHit
from infocus.networks.models import Partner


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A passage: its page or none, its address with the search, its safe HTML."""

    page: int | None
    url: str
    text: Markup


@dataclass(frozen=True, slots=True)
class ShownResult:
    """A record that answers, with its best passages; ``title`` is safe HTML."""

    title: Markup
    url: str
    language: str
    passages: tuple[ShownPassage, ...]
    more: int
    kind: str
    partner: Partner | None
    when: str


def shown(item: ShownHit, query: str) -> ShownResult:
    """A hit for the template; links into documents carry the search, so that the reader lights it up."""
    hit = item.hit
    found = [PassageHit(None, hit.summary, hit.url)] if hit.summary and not query else _one_a_page(hit.passages)
    passages = tuple(
        ShownPassage(each.page, with_query(each.url, query) if each.page else each.url, safe(each.html))
        for each in found
    )
    return ShownResult(
        title=safe(hit.title),
        url=with_query(hit.url, query) if hit.page else hit.url,
        language=hit.language,
        passages=passages,
        more=0,
        kind=type_label(hit.type),
        partner=item.partner,
        when=str(hit.year) if hit.year else str(format_date(hit.updated_at, "MMM y")),
    )


def _one_a_page(passages: tuple[PassageHit, ...]) -> list[PassageHit]:
    """The best passage of each page: two of one page would lead to the same place."""
    best: dict[tuple[int | None, str], PassageHit] = {}
    for each in passages:
        if each.html:
            best.setdefault((each.page, each.url), each)
    return list(best.values())


def safe(html: str) -> Markup:
    """An engine's HTML with its marks; whatever else it might hold is escaped once more, whoever wrote the engine."""
    pieces = (piece.partition("</mark>") for piece in html.split("<mark>"))
    first, _sign, _rest = next(pieces)
    safely = [escape(unescape(first))]
    for inside, _sign, after in pieces:
        safely += (Markup("<mark>"), escape(unescape(inside)), Markup("</mark>"), escape(unescape(after)))
    return Markup("").join(safely)


def with_query(url: str, query: str) -> str:
    """An address with the search added, before its fragment."""
    if not query:
        return url
    path, sign, fragment = url.partition("#")
    return f"{path}{'&' if '?' in path else '?'}{urlencode({'q': query})}{sign}{fragment}"

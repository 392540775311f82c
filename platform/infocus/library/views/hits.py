"""A hit as the result page draws it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import unescape
from urllib.parse import urlencode, urlsplit

from flask_babel import format_date, ngettext
from markupsafe import Markup, escape

from infocus.engines.search.port import Hit, PassageHit
from infocus.library.extents import pages_of
from infocus.library.kinds import kinds_of
from infocus.library.labels import type_label
from infocus.library.shapes import ResultPage, ShownHit
from infocus.library.states import sign_of
from infocus.library.views.why import why
from infocus.networks.models import Partner

MOST_PASSAGES = 3


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A passage: its page or none, its address with the search, its safe HTML, its place among those with a page.

    ``heading`` is what it stands under, ``language`` its own where it is not the record's.
    """

    page: int | None
    url: str
    text: Markup
    heading: str = ""
    language: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class ShownResult:
    """A record that answers, with its best passages; ``title`` and ``why`` are safe HTML, ``sign`` a state in words."""

    title: Markup
    url: str
    language: str
    passages: tuple[ShownPassage, ...]
    more: int
    more_url: str
    in_document: bool
    kind: str
    partner: Partner | None
    facts: tuple[str, ...]
    sign: tuple[str, str] | None
    why: Markup | None


@dataclass(frozen=True, slots=True)
class Way:
    """The search a page of results answers, and the address to come back to it."""

    query: str
    back: str

    def to(self, url: str) -> str:
        """The address of a page of a document, with the search to light up there and the way back."""
        return with_query(url, self.query, self.back)


def shown_all(page: ResultPage, way: Way) -> list[ShownResult]:
    """The hits of a page for the template; two queries at most, however many they are."""
    hits = [item.hit for item in page.items]
    kinds, lengths = kinds_of(hits), pages_of(hits)
    results, number = [], 0
    for item in page.items:
        results.append(_shown(item, way, number, kinds, lengths))
        number += sum(1 for passage in results[-1].passages if passage.page)
    return results


def _shown(item: ShownHit, way: Way, before: int, kinds: Mapping[str, str], lengths: Mapping[str, int]) -> ShownResult:
    hit = item.hit
    found = [PassageHit(None, hit.summary, hit.url)] if hit.summary and not way.query else _one_a_page(hit.passages)
    passages = _passages(hit, found[:MOST_PASSAGES], way, before)
    first = next((each for each in found if each.page), None)
    return ShownResult(
        title=safe(hit.title),
        url=way.to(hit.url) if hit.page else hit.url,
        language=hit.language,
        passages=passages,
        more=hit.more + max(0, len(found) - MOST_PASSAGES) if way.query else 0,
        more_url=way.to(first.url.partition("?")[0]) if first else hit.url,
        in_document=first is not None,
        kind=kinds.get(hit.record) or type_label(hit.type),
        partner=item.partner,
        facts=_facts(hit, lengths.get(hit.record, 0)),
        sign=sign_of(hit),
        why=why(hit, way.query) if way.query else None,
    )


def _passages(hit: Hit, found: Iterable[PassageHit], way: Way, number: int) -> tuple[ShownPassage, ...]:
    passages = []
    for each in found:
        number += bool(each.page)
        passages.append(
            ShownPassage(
                each.page,
                way.to(each.url) if each.page else each.url,
                safe(each.html),
                "" if _plain(each.html).startswith(each.heading.casefold()) else each.heading,
                each.language if each.language != hit.language else "",
                number if each.page else 0,
            )
        )
    return tuple(passages)


def _plain(html: str) -> str:
    """The words of a passage, to see whether it begins with its own heading."""
    return unescape(html.replace("<mark>", "").replace("</mark>", "")).casefold()


def _facts(hit: Hit, pages: int) -> tuple[str, ...]:
    when = str(hit.year) if hit.year else str(format_date(hit.updated_at, "MMM y"))
    length = str(ngettext("%(num)d page", "%(num)d pages", pages)) if pages else ""
    taken = str(ngettext("taken over by %(num)d city", "taken over by %(num)d cities", hit.adoptions))
    return tuple(filter(None, (when, length, taken if hit.adoptions else "")))


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


def with_query(url: str, query: str, back: str = "") -> str:
    """An address with the search added, and ``from`` to come back to, before its fragment."""
    added = urlencode({name: value for name, value in {"q": query, "from": back}.items() if value})
    if not added:
        return url
    parts = urlsplit(url)
    return parts._replace(query="&".join(filter(None, (parts.query, added)))).geturl()

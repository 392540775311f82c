"""Search: what is asked and answered."""

from typing import Annotated, Literal

from pydantic import Field

from infocus.api.schemas.base import Shown, Words
from infocus.api.schemas.records import Filter, Paged, RecordQuery
from infocus.core.web.links import base_url
from infocus.engines.search.port import FACETS, Sort
from infocus.library.completions import Offer, OfferKind
from infocus.library.shapes import SHOWN_FACETS, ResultPage, SearchForm, ShownHit
from infocus.library.views.hits import safe, with_query

FacetName = Literal["type", "network", "partner", "country", "theme", "sector", "year", "state", "language", "meeting"]
Question = Annotated[str, Words(400)]


class SearchQuery(RecordQuery):
    """A search. Without ``q``, everything you may read, narrowed by the filters."""

    q: Question = ""
    type: list[Filter] = Field(default_factory=list, max_length=30)
    meeting: list[Filter] = Field(default_factory=list, max_length=30)
    author: list[Filter] = Field(default_factory=list, max_length=30)
    sort: Literal["relevance", "newest", "adopted"] = "relevance"
    facet: list[FacetName] = Field(default_factory=list, max_length=10)

    def form(self) -> SearchForm:
        """The question as the library takes it."""
        names = (*FACETS, "author")
        filters = {name: tuple(dict.fromkeys(getattr(self, name))) for name in names if getattr(self, name)}
        facets = tuple(dict.fromkeys(self.facet)) or SHOWN_FACETS
        sort = Sort(self.sort)
        return SearchForm(text=self.q, filters=filters, sort=sort, limit=self.limit, cursor=self.cursor, facets=facets)


class SuggestQuery(Paged):
    """What was typed so far."""

    q: Question


class PassageShape(Shown):
    """A passage that answers. ``text`` is HTML: hits in ``<mark>``, all else escaped.

    ``heading`` is what it stands under in its file, ``language`` its own; either may be empty.
    """

    page: int | None
    text: str
    url: str
    heading: str
    language: str


class MatchedShape(Shown):
    """Why a record answers: words found in a part of it (``title``, ``summary`` or ``text``)."""

    part: str
    words: list[str]


class HitShape(Shown):
    """A record that answers, with its best passages; ``more`` further ones match, ``matched`` says in which words."""

    type: str
    id: str
    title: str
    url: str
    network: str
    partner: str | None
    language: str
    score: float
    adoptions: int
    passages: list[PassageShape]
    more: int
    matched: list[MatchedShape]


class FacetShape(Shown):
    """One value of a filter: how many records it would leave."""

    value: str
    label: str
    count: int


class ResultShape(Shown):
    """A page of results. ``total`` counts records, ``passages`` all that match in them.

    ``suggestion`` is the question with its words mended, ``notes`` how it was read: ``read-as-words``, ``shortened``,
    ``some-words``, ``partial``, and ``unknown-value`` for a filter typed in ``q`` whose value nobody knows.
    """

    total: int
    passages: int
    items: list[HitShape]
    facets: dict[str, list[FacetShape]]
    suggestion: str | None
    notes: list[str]
    next: str | None


class CompletionShape(Shown):
    """One completion: ``kind`` is ``word``, ``record`` or ``person``; ``url`` is a page for people."""

    text: str
    kind: str
    url: str


class SuggestionsShape(Shown):
    """What goes on from what was typed: words and titles in ``items``, these and people in ``completions``."""

    items: list[str]
    completions: list[CompletionShape]


def result_shape(page: ResultPage, following: str | None) -> ResultShape:
    """A page of results for programs."""
    facets = {
        facet.name: [FacetShape(value=each.value, label=each.label, count=each.count) for each in facet.values]
        for facet in page.facets
    }
    return ResultShape(
        total=page.total,
        passages=page.passages,
        items=[_hit(item, page.words) for item in page.items],
        facets=facets,
        suggestion=page.suggestion,
        notes=[*(note.value for note in page.notes), *(["unknown-value"] if page.remarks else [])],
        next=following,
    )


def suggestions_shape(found: list[Offer]) -> SuggestionsShape:
    """Completions for programs."""
    return SuggestionsShape(
        items=[each.text for each in found if each.kind in {OfferKind.WORD, OfferKind.RECORD}],
        completions=[
            CompletionShape(text=each.text, kind=each.kind.value, url=base_url() + each.url) for each in found
        ],
    )


def _hit(item: ShownHit, question: str) -> HitShape:
    hit = item.hit
    passages = [
        PassageShape(
            page=each.page,
            text=str(safe(each.html)),
            url=_address(each.url, question if each.page else ""),
            heading=each.heading,
            language=each.language or hit.language,
        )
        for each in hit.passages
    ]
    return HitShape(
        type=hit.type,
        id=hit.record,
        title=hit.title_text,
        url=_address(hit.url, question if hit.page else ""),
        network=hit.network,
        partner=hit.partner or None,
        language=hit.language,
        score=hit.score,
        adoptions=hit.adoptions,
        passages=passages,
        more=hit.more,
        matched=[MatchedShape(part=each.part, words=list(each.words)) for each in hit.matched],
    )


def _address(path: str, question: str) -> str:
    return base_url() + with_query(path, question)

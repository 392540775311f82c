"""Search: what is asked and answered."""

from typing import Annotated, Literal

from pydantic import Field

from infocus.api.schemas.base import Shown, Words
from infocus.api.schemas.records import Filter, Paged, RecordQuery
from infocus.core.web.links import base_url
from infocus.engines.search.port import FACETS, Sort
from infocus.library.shapes import ResultPage, SearchForm, ShownHit
from infocus.library.views.hits import safe, with_query

Question = Annotated[str, Words(400)]


class SearchQuery(RecordQuery):
    """A search. Without ``q``, everything you may read, narrowed by the filters."""

    q: Question = ""
    type: list[Filter] = Field(default_factory=list, max_length=30)
    meeting: list[Filter] = Field(default_factory=list, max_length=30)
    sort: Literal["relevance", "newest"] = "relevance"

    def form(self) -> SearchForm:
        """The question as the library takes it."""
        filters = {name: tuple(dict.fromkeys(getattr(self, name))) for name in FACETS if getattr(self, name)}
        return SearchForm(text=self.q, filters=filters, sort=Sort(self.sort), limit=self.limit, cursor=self.cursor)


class SuggestQuery(Paged):
    """What was typed so far."""

    q: Question


class PassageShape(Shown):
    """A passage that answers. ``text`` is HTML: hits in ``<mark>``, all else escaped."""

    page: int | None
    text: str
    url: str


class HitShape(Shown):
    """A record that answers, with its best passages."""

    type: str
    id: str
    title: str
    url: str
    network: str
    partner: str | None
    language: str
    score: float
    passages: list[PassageShape]


class FacetShape(Shown):
    """One value of a filter: how many records it would leave."""

    value: str
    label: str
    count: int


class ResultShape(Shown):
    """A page of results. ``suggestion`` is the question with its words mended."""

    total: int
    items: list[HitShape]
    facets: dict[str, list[FacetShape]]
    suggestion: str | None
    next: str | None


class SuggestionsShape(Shown):
    """Words and titles that go on from what was typed."""

    items: list[str]


def result_shape(page: ResultPage, question: str, following: str | None) -> ResultShape:
    """A page of results for programs."""
    facets = {
        facet.name: [FacetShape(value=each.value, label=each.label, count=each.count) for each in facet.values]
        for facet in page.facets
    }
    hits = [_hit(item, question) for item in page.items]
    return ResultShape(total=page.total, items=hits, facets=facets, suggestion=page.suggestion, next=following)


def _hit(item: ShownHit, question: str) -> HitShape:
    hit = item.hit
    passages = [
        PassageShape(page=each.page, text=str(safe(each.html)), url=_address(each.url, question if each.page else ""))
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
        passages=passages,
    )


def _address(path: str, question: str) -> str:
    return base_url() + with_query(path, question)

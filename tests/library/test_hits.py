"""A hit as it is shown: only what says something, and every passage with its own page, heading and language."""

from datetime import UTC, datetime
from typing import Any

import pytest

from infocus.engines.search.port import Hit, Matched, PassageHit, Standing
from infocus.library.shapes import Facet, FacetValue, ResultPage, ShownHit
from infocus.library.states import WORDS, sign_of
from infocus.library.views.hits import Way, shown_all, with_query
from infocus.library.views.why import why
from infocus.library.views.years import years_of

DOCUMENT = "/in-focus/documents/01m8has3qsf1vs6nqnb6wrartd-paper?page={}"


def a_hit(**values) -> Hit:
    usual: dict[str, Any] = {
        "record": "01m8has3qsf1vs6nqnb6wrartd", "type": "practice", "title": "Rents", "title_text": "Rents",
        "summary": "", "url": "/in-focus/practices/01m8has3qsf1vs6nqnb6wrartd-rents", "network": "in-focus",
        "partner": "porto", "country": "PT", "language": "fr", "themes": (), "sectors": (), "year": 2017,
        "state": "published", "meeting": "", "page": None, "updated_at": datetime(2018, 1, 1, tzinfo=UTC),
        "score": 1.0, "passages": (),
    }  # fmt: skip
    return Hit(**(usual | values))


def passage(page: int, html: str = "<mark>emploi</mark>", **values) -> PassageHit:
    return PassageHit(page, html, DOCUMENT.format(page), **values)


def shown(hit: Hit, query: str = "emploi"):
    (result,) = shown_all(ResultPage(items=(ShownHit(hit, None),)), Way(query, "/library?q=emploi&preview=2"))
    return result


@pytest.fixture(autouse=True)
def request_of_a_reader(app):
    with app.test_request_context("/"):
        yield


def test_three_passages_are_shown_and_the_others_counted():
    result = shown(a_hit(passages=tuple(passage(number) for number in range(1, 6)), more=4))
    assert [each.page for each in result.passages] == [1, 2, 3]
    assert [each.number for each in result.passages] == [1, 2, 3]
    assert (result.more, result.in_document) == (6, True)
    assert result.more_url == with_query(DOCUMENT.partition("?")[0], "emploi", "/library?q=emploi&preview=2")


def test_a_passage_says_its_language_only_where_it_is_another():
    result = shown(a_hit(passages=(passage(1, language="fr"), passage(2, language="en", heading="4.2 Money"))))
    assert [(each.language, each.heading) for each in result.passages] == [("", ""), ("en", "4.2 Money")]


def test_a_heading_is_not_said_twice():
    first = passage(1, "4.2 <mark>Money</mark> &amp; time. Rents cover", heading="4.2 Money & time")
    result = shown(a_hit(passages=(first, passage(2, "Rents cover", heading="4.3 Tools"))))
    assert [each.heading for each in result.passages] == ["", "4.3 Tools"]


def test_adoptions_and_states_are_in_words():
    result = shown(a_hit(adoptions=3, standing=Standing.VALIDATED))
    assert result.facts == ("2017", "taken over by 3 cities")
    assert result.sign == ("Validated", "ok")
    assert shown(a_hit(adoptions=1)).facts[-1] == "taken over by 1 city"


@pytest.mark.parametrize(
    ("values", "sign"),
    [
        ({"state": "needs-verification"}, ("Needs re-verification", "warn")),
        ({"standing": Standing.STALE}, ("Needs re-verification", "warn")),
        ({"state": "withdrawn", "standing": Standing.STALE}, ("Withdrawn", "bad")),
        ({"type": "review", "state": "live"}, ("Live now", "live")),
        ({"state": "published"}, None),
        ({"type": "comment", "state": "open", "standing": Standing.STALE}, None),
    ],
)
def test_the_sign_of_a_state(values, sign):
    assert sign_of(a_hit(**values)) == sign


def test_states_of_every_kind_have_words():
    assert {"draft", "held", "peer-reviewed", "finished", "resolved", "current"} <= set(WORDS)


@pytest.mark.parametrize(
    ("matched", "html", "line"),
    [
        ((Matched("text", ("emploi",)),), "<mark>emploi</mark>", None),  # lit, and as it was typed
        ((Matched("text", ("emplois",)),), "<mark>emplois</mark>", None),  # nearly as it was typed
        ((Matched("text", ("travail",)),), "<mark>travail</mark>", "Matched <i>travail</i> in the text"),
        ((Matched("summary", ("emploi",)),), "", "Matched <i>emploi</i> in the summary"),
        ((Matched("title", ("emploi",)),), "", "Matched <i>emploi</i> in the title"),
        ((), "", None),
    ],
)
def test_why_is_said_where_the_lit_words_do_not_say_it(matched, html, line):
    passages = (passage(1, html),) if html else ()
    assert why(a_hit(passages=passages, matched=matched), "emploi") == line


def test_words_of_a_file_are_text_in_the_line():
    said = why(a_hit(matched=(Matched("text", ("travail<img>", "job")),)), "emploi")
    assert said == "Matched <i>travail&lt;img&gt;</i>, <i>job</i> in the text"


def test_an_address_keeps_its_query_and_fragment():
    assert with_query("/x?page=2#c-1", "a b", "/library?q=a") == "/x?page=2&q=a+b&from=%2Flibrary%3Fq%3Da#c-1"
    assert with_query("/x#c", "") == "/x#c"


def test_the_drawing_of_years_has_no_gaps_and_no_end():
    counted = {"2014": 4, "2017": 8, "1750": 1, "soon": 3}
    facet = Facet("year", "Year", tuple(FacetValue(year, year, n, year == "2017") for year, n in counted.items()))
    years = years_of(facet, lambda year, selected: f"{year}{'-' if selected else '+'}")
    assert years is not None
    assert [bar.year for bar in years.bars] == list(range(1978, 2018))
    last = years.bars[-1]
    assert (last.height, last.y, last.url, last.selected) == (40, 0, "2017-", True)
    assert (years.bars[-2].height, years.bars[-4].height) == (0, 20)
    assert (years.first, years.last, years.named) == ("2017", "2017", (1978, 2017))
    assert 1750 in years.choices
    assert years_of(Facet("year", "Year", ()), lambda year, selected: "") is None

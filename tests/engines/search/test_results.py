"""What a page of results says: marks, pages, order, facets."""

from typing import Any

import pytest

from infocus.engines.search import SearchIndex
from infocus.engines.search.port import MAX_LIMIT
from tests.engines.search.sample import THEN, ask, entry, fill, found, only


def test_marks_are_the_only_html(index: SearchIndex) -> None:
    text = "<script>alert('walnut')</script> & \"walnuts\" <mark>x</mark>"
    fill(index, entry("a", text, title="<b>Walnut</b> & co", summary="<i>walnut</i>"))
    hit = only(index, "walnut")
    assert hit.title == "&lt;b&gt;<mark>Walnut</mark>&lt;/b&gt; &amp; co"
    assert hit.title_text == "<b>Walnut</b> & co"
    assert hit.summary == "&lt;i&gt;<mark>walnut</mark>&lt;/i&gt;"
    assert hit.passages[0].html == (
        "&lt;script&gt;alert(&#x27;<mark>walnut</mark>&#x27;)&lt;/script&gt; &amp; "
        "&quot;<mark>walnuts</mark>&quot; &lt;mark&gt;x&lt;/mark&gt;"
    )


@pytest.mark.parametrize(
    ("query", "html"),
    [
        ("stadt", "Die <mark>Städte</mark> und ihre Start-ups"),
        ("startups", "Die Städte und ihre <mark>Start-ups</mark>"),
        ("städ*", "Die <mark>Städte</mark> und ihre Start-ups"),
        ('"ihre start"', "Die Städte und <mark>ihre Start</mark>-ups"),
    ],
)
def test_marks_follow_what_matched(index: SearchIndex, query: str, html: str) -> None:
    fill(index, entry("a", "Die Städte und ihre Start-ups", language="de"))
    assert only(index, query).passages[0].html == html


def test_an_extract_shows_where_the_words_are(index: SearchIndex) -> None:
    fill(index, entry("a", "filler " * 300 + "the walnut and the chestnut " + "filler " * 300))
    html = only(index, "walnut chestnut").passages[0].html
    assert "<mark>walnut</mark> and the <mark>chestnut</mark>" in html
    assert html.startswith("… ")
    assert html.endswith(" …")
    assert len(html) < 400


def test_a_record_shows_its_best_three_passages_with_their_pages(index: SearchIndex) -> None:
    pages = [
        entry("a", "walnut " * (6 - page) + "wood " * page, number=page, page=page, url=f"/a#p{page}")
        for page in range(1, 6)
    ]
    fill(index, *pages, entry("b", "no such word"))
    hit = only(index, "walnut")
    assert [(passage.page, passage.url) for passage in hit.passages] == [(1, "/a#p1"), (2, "/a#p2"), (3, "/a#p3")]
    assert (hit.page, hit.url) == (1, "/a#p1")


def test_a_hit_carries_its_record(index: SearchIndex) -> None:
    values: dict[str, Any] = {
        "network": "n",
        "partner": "p",
        "country": "PT",
        "themes": ("t",),
        "sectors": ("s",),
        "year": 2017,
    }
    fill(
        index, entry("a", "walnut", type="document", state="ready", meeting="m", title="T", language="pt-BR", **values)
    )
    hit = only(index, "walnut")
    assert (hit.type, hit.state, hit.meeting, hit.language, hit.updated_at) == ("document", "ready", "m", "pt", THEN)
    assert (hit.network, hit.partner, hit.country, hit.themes, hit.sectors, hit.year) == (
        "n",
        "p",
        "PT",
        ("t",),
        ("s",),
        2017,
    )


def test_pages_of_results_meet_without_gap_or_double(index: SearchIndex) -> None:
    fill(index, *(entry(f"r{number:02d}", "walnut", days=number % 3) for number in range(23)))
    pages = [found(index, "walnut", limit=5, offset=offset) for offset in range(0, 25, 5)]
    assert [len(page) for page in pages] == [5, 5, 5, 5, 3]
    assert len({record for page in pages for record in page}) == 23
    assert ask(index, "walnut", limit=5, offset=20).total == 23
    assert found(index, "walnut", limit=0) == found(index, "walnut", offset=10**9) == []
    assert len(found(index, "walnut", limit=10**9)) == 23 <= MAX_LIMIT
    assert len(found(index, "walnut", limit=-1, offset=-5)) == 0


def test_newest_first(index: SearchIndex) -> None:
    fill(index, entry("old", "walnut walnut"), entry("new", "a walnut", days=9), entry("mid", "walnut", days=5))
    assert found(index, "walnut", sort="newest") == ["new", "mid", "old"]
    assert found(index, "") == ["new", "mid", "old"]
    assert found(index, "walnut", sort="newest", limit=1, offset=1) == ["mid"]


@pytest.fixture
def library(index: SearchIndex) -> SearchIndex:
    fill(
        index,
        entry("a", "walnut", number=1, partner="porto", themes=("clusters", "talent"), year=2017),
        entry("a", "walnut again", number=2, partner="porto", themes=("clusters", "talent"), year=2017),
        entry("b", "walnut", partner="porto", themes=("talent",), type="document", year=2018),
        entry("c", "walnut", partner="torino", themes=("talent",), type="document"),
        entry("d", "chestnut", partner="torino"),
    )
    return index


def test_facets_count_records_not_passages(library: SearchIndex) -> None:
    facets = ask(library, "walnut", facets=("partner", "theme", "year", "meeting", "language")).facets
    assert facets["partner"] == (("porto", 2), ("torino", 1))
    assert facets["theme"] == (("talent", 3), ("clusters", 1))
    assert facets["year"] == (("2017", 1), ("2018", 1))
    assert facets["language"] == (("en", 3),)
    assert facets["meeting"] == ()


def test_a_facet_counts_under_all_filters_but_its_own(library: SearchIndex) -> None:
    result = ask(library, "walnut", filters={"partner": ("porto",), "type": ("document",)}, facets=("partner", "type"))
    assert [hit.record for hit in result.hits] == ["b"]
    assert result.facets["partner"] == (("porto", 1), ("torino", 1))
    assert dict(result.facets["type"]) == {"document": 1, "practice": 1}


def test_each_facet_value_leads_to_as_many_records_as_it_says(library: SearchIndex) -> None:
    names = ("type", "partner", "theme", "year", "language")
    for name, values in ask(library, "", facets=names).facets.items():
        for value, count in values:
            assert ask(library, "", filters={name: (value,)}).total == count, (name, value)


def test_filters_take_any_of_their_values(library: SearchIndex) -> None:
    assert set(found(library, "walnut", filters={"year": ("2017", "2018")})) == {"a", "b"}
    assert set(found(library, "", filters={"record": ("a", "d")})) == {"a", "d"}
    assert found(library, "", filters={"partner": ("nowhere",)}) == []
    assert len(found(library, "", filters={"partner": ()})) == 4


@pytest.mark.parametrize("values", [{"filters": {"colour": ("red",)}}, {"facets": ("colour",)}, {"sort": "oldest"}])
def test_unknown_names_are_refused(library: SearchIndex, values: dict) -> None:
    with pytest.raises(ValueError, match=r"colour|oldest"):
        ask(library, "walnut", **values)

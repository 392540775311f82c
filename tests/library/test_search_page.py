"""The library page: whatever is typed has an answer, and the number of queries stays the same."""

import csv
import io
import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from sqlalchemy import event

from infocus.core.db import db
from infocus.core.errors import Invalid
from infocus.library.facets import labelled
from infocus.library.queries import search
from infocus.library.shapes import SearchForm


@pytest.fixture
def reader(shelf):
    return shelf.world.client(shelf.people["neighbour"])


def _count(app, client, address):
    """How many statements an address costs."""
    seen = []

    def note(_connection, _cursor, statement, *_rest):
        seen.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        assert client.get(address).status_code == 200
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return len(seen)


def test_queries_do_not_grow_with_hits_or_pages(app, shelf, work, reader, pdf):
    shelf.add(shelf.note("Workshop 0"), pdf, "paper.pdf")
    work()
    addresses = ["/library?q=technician", "/library", "/library?q=workshop&partner=porto&network=in-focus"]
    before = [_count(app, reader, address) for address in addresses]
    for number in range(1, 12):
        shelf.add(shelf.note(f"Workshop {number}", summary="A technician."), pdf, "paper.pdf")
    work()
    assert [_count(app, reader, address) for address in addresses] == before
    assert max(before) <= 18


def test_the_readers_queries_do_not_grow_with_hits(app, shelf, work, reader, pdf):
    document = shelf.add(shelf.note(), pdf, "paper.pdf")
    work()
    path = f"/in-focus/documents/{document}-spaces?page=8&q="
    reader.get(f"{path}found")  # where the page's words are is found once
    assert _count(app, reader, f"{path}technician") == _count(app, reader, f"{path}every")


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", '"', '"open', "OR", "OR OR", "-", "--x", "*", "a*" * 300, "title:", "x" * 10_000, "😀", "%_%",
        "<script>alert(1)</script>", "' OR 1=1 --", "\u202eabc", "e\u0301" * 50, "NOT", "(", "AND workshop",
    ],
)  # fmt: skip
def test_whatever_is_typed_gets_a_page(shelf, work, reader, typed):
    shelf.note("Workshop")
    work()
    answer = reader.get("/library", query_string={"q": typed})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert reader.get("/library/suggest", query_string={"q": typed}).status_code == 200


@pytest.mark.parametrize("address", ["/library?cursor=x", "/library?cursor=WyItMSJd", "/library?cursor=WyJhIl0"])
def test_a_cursor_that_is_not_ours_is_refused(shelf, reader, address):
    assert reader.get(address).status_code == 422


def test_unknown_filters_are_refused_by_the_query_and_passed_over_by_the_page(shelf, reader):
    with pytest.raises(Invalid):
        search(shelf.actor("author"), SearchForm(filters={"colour": ("blue",)}))
    assert reader.get("/library?colour=blue&sort=upwards").status_code == 200


def test_a_tag_in_a_title_is_text(shelf, work, reader):
    shelf.note('Workshop <img src=x onerror="alert(1)"> & more')
    work()
    text = reader.get("/library?q=workshop").text
    assert "<img src=x" not in text
    assert "&lt;img src=x onerror=" in text


def test_paging_shows_everything_once(shelf, work, reader):
    for number in range(23):
        shelf.note(f"Workshop {number:02}")
    work()
    seen, address = [], "/library?q=workshop&sort=newest"
    while address:
        text = reader.get(address).text
        seen += re.findall(r"Workshop</mark> (\d\d)", text)
        found = re.search(r'href="([^"]+)" rel="next"|rel="next" href="([^"]+)"', text)
        address = next(filter(None, found.groups()), "").replace("&amp;", "&") if found else ""
    assert len(seen) == 23
    assert set(seen) == {f"{number:02}" for number in range(23)}


def test_a_chosen_filter_is_shown_and_can_be_taken_away(shelf, work, reader):
    shelf.note("Workshop")
    work()
    text = reader.get("/library?q=workshop&partner=porto&theme=workspace-provision").text
    assert 'href="/library?q=workshop&amp;theme=workspace-provision"' in text
    assert 'href="/library?q=workshop&amp;partner=porto"' in text
    assert re.search(r'value="porto" checked', text)


def test_nothing_found_says_what_to_try(shelf, work, reader):
    shelf.note("Workshop")
    work()
    text = reader.get("/library", query_string={"q": '"xylophone lessons"', "partner": "porto"}).text
    assert "Nothing you can read has this" in text
    assert "Search without the filters" not in text  # it would not lead anywhere
    assert "without the quotation marks" in text


def test_nothing_found_under_filters_says_what_fewer_would_give(shelf, work, reader):
    shelf.note("Workshop")
    work()
    text = reader.get("/library?q=workshop&partner=ostrava&language=en").text
    assert re.search(
        r'href="/library\?q=workshop&amp;language=en">Search without the filter “City”</a>[^<]*<[^>]*>1 record', text
    )
    assert re.search(r'href="/library\?q=workshop">Search without the filters</a>[^<]*<[^>]*>1 record', text)


def test_only_words_that_say_nothing(shelf, work, reader):
    shelf.note("Workshop")
    work()
    assert "add one that says what about" in reader.get("/library?q=und+der").text


def test_what_the_form_says_of_years_becomes_an_address(shelf, reader):
    def led_to(query):
        answer = reader.get(f"/library?{query}")
        assert answer.status_code == 303
        return answer.location

    assert led_to("q=rent&sort=relevance&year_from=2016&year_to=2018&years_were=-") == (
        "/library?q=rent&year=2016&year=2017&year=2018"
    )
    ticked = "q=&partner=porto&year=2015&year_from=2015&year_to=2015&years_were=2015-2015&year=2017"
    assert led_to(ticked) == "/library?partner=porto&year=2015&year=2017"
    assert led_to("year_from=2016&year_to=&years_were=2015-2015&year=2015").startswith("/library?year=2016&year=2017")
    assert led_to("year_from=&year_to=&years_were=2015-2015&year=2015") == "/library"
    assert led_to("year_from=18&year_to=zzzz&years_were=-&q=x&sort=newest") == "/library?q=x&sort=newest"


def test_years_are_drawn_and_each_bar_is_a_way(shelf, work, reader):
    shelf.note("Workshop")
    shelf.note("Workshop")
    work()
    text = reader.get("/library?q=workshop&year=2016").text
    assert 'href="/library?q=workshop&amp;year=2016&amp;year=2017"' in text  # the bar of 2017 adds it
    assert re.search(r"<title>2017: 2</title>", text)
    assert re.search(r'class="on"><title>2016: 0</title>', text)
    assert "style=" not in text.partition("<main")[2].partition("</main>")[0]


def test_years_that_follow_each_other_are_one_chip(shelf, work, reader):
    text = reader.get("/library?year=2016&year=2018&year=2017&year=2011").text
    chips = re.findall(r'<a class="tag on" href="([^"]+)">([^ <]+) <', text)
    assert chips == [
        ("/library?year=2016&amp;year=2018&amp;year=2017", "2011"),
        ("/library?year=2011", "2016–2018"),
    ]


def test_a_year_that_is_none_is_a_chip_like_others(shelf, reader):
    text = reader.get("/library?year=!x&year=2016&year=\u0662\u0660&year=y&meeting=gone").text
    assert ">!x <" in text
    assert ">one meeting <" in text


def test_a_filter_that_would_leave_everything_is_not_shown(shelf, work, reader):
    shelf.note("Workshop")
    work()
    assert 'name="partner"' not in reader.get("/library?q=workshop").text
    assert re.search(r'name="partner" value="porto" checked', reader.get("/library?q=workshop&partner=porto").text)


def test_filters_typed_among_the_words_are_chips_that_take_themselves_away(shelf, work, reader):
    shelf.note("Workshop")
    work()
    text = reader.get("/library", query_string={"q": "workshop partner:Porto year:2016..2018"}).text
    assert '<b class="num">1</b>' in text
    assert 'href="/library?q=workshop+year%3A2016..2018">Porto' in text
    assert 'href="/library?q=workshop+partner%3APorto">2016–2018' in text
    nowhere = reader.get("/library", query_string={"q": "workshop partner:ostrava"}).text
    assert "Nothing you can read has this" in nowhere


def test_a_typed_filter_nobody_knows_is_said(shelf, work, reader):
    shelf.note("Workshop in Atlantis")
    work()
    text = reader.get("/library", query_string={"q": "workshop partner:Atlantis"}).text
    assert "There is no city called “Atlantis” here" in text
    assert "<mark>Atlantis</mark>" in text


def test_links_into_documents_carry_the_words_and_the_way_back(shelf, work, reader, pdf):
    shelf.add(shelf.note(), pdf, "paper.pdf")
    work()
    text = reader.get("/library", query_string={"q": "technician partner:porto", "sort": "newest"}).text
    (link,) = set(re.findall(r'href="(/in-focus/documents/[^"]+page=8[^"]*)"', text))
    asked = parse_qs(urlsplit(unescape(link)).query)
    assert asked["q"] == ["technician"]
    assert asked["from"] == ["/library?q=technician+partner%3Aporto&sort=newest"]
    assert reader.get(unescape(link)).status_code == 200


def test_the_preview_goes_through_the_passages(shelf, work, reader, pdf):
    shelf.add(shelf.note(), pdf, "paper.pdf")
    work()
    first = reader.get("/library?q=machines+OR+tools").text
    assert 'href="/library?q=machines+OR+tools&amp;preview=2#preview" aria-label="Next passage"' in first
    assert 'aria-label="Previous passage"' not in first
    second = reader.get("/library?q=machines+OR+tools&preview=2").text
    assert 'preview=1#preview" aria-label="Previous passage"' in second
    pages = [re.findall(r"Page (\d) of 9</p>", text)[0] for text in (first, second)]
    assert len(set(pages)) == 2
    assert re.search(r"Page \d of 9</p>", reader.get("/library?q=machines&preview=99").text)
    assert "<dt>Seen by</dt><dd>The network</dd>" in first


def test_the_results_leave_as_a_table(shelf, work, reader):
    shelf.note("=HYPERLINK(1) workshop")
    for number in range(3):
        shelf.note(f"Workshop {number}")
    work()
    answer = reader.get("/library/results.csv?q=workshop&sort=newest")
    rows = list(csv.reader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert answer.mimetype == "text/csv"
    assert rows[0][:3] == ["Kind", "Title", "City"]
    assert [row[1] for row in rows[1:]] == ["Workshop 2", "Workshop 1", "Workshop 0", "'=HYPERLINK(1) workshop"]
    assert {row[2] for row in rows[1:]} == {"Porto"}
    stranger = shelf.world.client(shelf.people["stranger"]).get("/library/results.csv?q=workshop")
    assert len(stranger.text.splitlines()) == 1


def test_a_table_holds_more_than_a_page_of_the_engine(shelf, work, reader):
    for number in range(120):
        shelf.note(f"Workshop {number}")
    work()
    assert len(reader.get("/library/results.csv?q=workshop").text.splitlines()) == 121


def test_a_meeting_is_a_filter_for_who_may_read_it(shelf):
    hidden = shelf.note("A secret meeting", visibility="partner")
    counted = {"meeting": ((hidden, 3),)}
    (facet,) = labelled(shelf.actor("ulg"), counted, {}, {}, {})
    assert [each.label for each in facet.values] == ["A secret meeting"]
    assert labelled(shelf.actor("neighbour"), counted, {}, {}, {}) == ()


def test_a_query_of_broken_signs_says_how_it_was_read(shelf, work, reader):
    shelf.note("Workshop")
    work()
    assert "it was read as plain words" in reader.get("/library", query_string={"q": '"workshop'}).text


def test_an_address_with_nul_is_no_address(reader):
    assert reader.get("/library?q=%00").status_code == 404

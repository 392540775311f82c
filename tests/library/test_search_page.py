"""The library page: whatever is typed has an answer, and the number of queries stays the same."""

import re

import pytest
from sqlalchemy import event

from infocus.core.db import db
from infocus.core.errors import Invalid
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
    assert max(before) <= 14


def test_the_readers_queries_do_not_grow_with_hits(app, shelf, work, reader, pdf):
    document = shelf.add(shelf.note(), pdf, "paper.pdf")
    work()
    path = f"/in-focus/documents/{document}-spaces?page=8&q="
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
    assert "Search without the filters" in text
    assert "without the quotation marks" in text


def test_a_query_of_broken_signs_says_how_it_was_read(shelf, work, reader):
    shelf.note("Workshop")
    work()
    assert "it was read as plain words" in reader.get("/library", query_string={"q": '"workshop'}).text


def test_an_address_with_nul_is_no_address(reader):
    assert reader.get("/library?q=%00").status_code == 404

"""The reader: the right page, the right hit, with an address that lasts."""

import re
from html import escape, unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from infocus.engines.bound import engines
from infocus.engines.search.port import State
from tests.engines.extraction.samples import blank_pdf
from tests.library.conftest import PAGES


@pytest.fixture
def paper(shelf, work, pdf):
    document = shelf.add(shelf.note("Spaces & places"), pdf, "paper.pdf")
    work()
    return shelf.world.client(shelf.author), f"/in-focus/documents/{document}-spaces-places"


@pytest.mark.parametrize("number", [1, 4, 9])
def test_each_page_has_its_text_and_its_picture(paper, number):
    client, path = paper
    text = client.get(f"{path}?page={number}").text
    assert PAGES[number].split(";")[0] in " ".join(text.split()).replace("&#39;", "'")
    assert f"/pages/{number}.webp?version=1" in text
    assert f"Chapter {number}</h2>" in text


def test_an_old_slug_or_another_network_leads_to_the_present_address_with_its_query(paper):
    client, path = paper
    old = path.replace("in-focus", "harbour-towns").removesuffix("-spaces-places")
    answer = client.get(f"{old}?page=7&q=Stadt")
    assert (answer.status_code, answer.headers["Location"]) == (301, f"{path}?page=7&q=Stadt")


def test_a_search_without_a_page_opens_at_its_first_hit(paper):
    client, path = paper
    text = client.get(f"{path}?q=technicians").text
    assert '<mark class="now" id="hit">technician</mark>' in text
    assert "<b>Hit 1</b> of 2" in text
    assert 'value="8"' in text


def test_hit_by_hit_over_the_pages(paper):
    client, path = paper
    text = client.get(f"{path}?q=workshop+city&page=1").text
    assert 'aria-label="Next hit, page 8"' in text
    assert "Previous hit" not in text
    last = client.get(f"{path}?q=workshop&page=8&hit=2").text
    assert "<b>Hit 2</b> of 2" in last
    assert "Next hit" not in last


def test_a_page_without_hits_still_says_where_they_are(paper):
    client, path = paper
    text = client.get(f"{path}?q=technician&page=2").text
    assert "<b>2 hits</b>" in text
    assert 'aria-label="Next hit, page 8"' in text
    assert '<mark class="now"' not in text


def test_what_is_not_in_the_document_is_said(paper):
    client, path = paper
    assert "Nothing in this document for" in client.get(f"{path}?q=xylophone").text


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("page=10", 404),
        ("page=0", 200),
        ("page=-1", 200),
        ("page=9999999", 200),
        ("version=2", 404),
        ("hit=7&q=city", 200),
    ],
)
def test_numbers_nobody_has(paper, query, status):
    client, path = paper
    assert client.get(f"{path}?{query}").status_code == status


def test_a_text_file_has_no_picture_and_no_switch(shelf, work):
    document = shelf.add(
        shelf.note(), b"# Rents\n\nRents cover the walls.\n\n# Tools\n\nThey seldom cover the tools.", "notes.md"
    )
    work()
    text = shelf.world.client(shelf.author).get(f"/in-focus/documents/{document}-spaces?q=tool").text
    assert "<mark" in text
    assert ".webp" not in text
    assert "data-sheet" not in text
    assert "Both" not in text


def test_hostile_text_is_only_text(shelf, work):
    document = shelf.add(shelf.note(), b"</p><script>alert(1)</script> & <mark>workshop", "notes.txt")
    work()
    text = shelf.world.client(shelf.author).get(f"/in-focus/documents/{document}-spaces?q=workshop").text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)" in text
    assert '&lt;mark&gt;<mark class="now" id="hit">workshop</mark>' in text


def test_the_picture_has_the_hits_lit_without_any_script(paper):
    client, path = paper
    both = client.get(f"{path}?q=technician&page=8").text
    assert both.count('<g class="lit') == 2
    assert both.partition('<svg class="rd-lit"')[2].partition("</svg>")[0].count("<rect") == 2
    assert both.count('<g class="lit now">') == 1
    page = client.get(f"{path}?q=technician&page=8&hit=2&view=page").text
    assert page.count('<g class="lit now" id="hit">') == page.count('id="hit"') == 1
    assert '<mark class="now">technician</mark>' in page, "the text is there for who listens, and for paper"
    assert "rd-lit" not in client.get(f"{path}?q=technician&page=8&view=text").text
    assert "style=" not in page


def test_the_view_keeps_its_old_name_too(paper):
    client, path = paper
    assert 'class="leaf view-page"' in client.get(f"{path}?view=image").text
    assert 'class="leaf view-both"' in client.get(f"{path}?view=nonsense").text


def test_every_link_keeps_the_list_one_came_from(paper):
    client, path = paper
    came = "/library?q=workshop&partner=porto&sort=newest"
    text = client.get(path, query_string={"q": "workshop city", "page": 2, "view": "page", "from": came}).text
    assert f'<a href="{escape(came)}">' in text
    assert "Back to the results" in text
    inside = [unescape(each) for each in re.findall(r'href="([^"]*)"', text) if path in each]
    assert len(inside) >= 7
    for link in inside:
        values = parse_qs(urlsplit(link).query)
        assert values["from"] == [came], link
        assert values["q"] == ["workshop city"], link
        assert "view" in values, link
    assert text.count(f'<input type="hidden" name="from" value="{escape(came)}">') == 1


@pytest.mark.parametrize(
    "hostile", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil.example", "/" + "a" * 5000]
)
def test_the_way_back_leads_nowhere_else(paper, hostile):
    client, path = paper
    text = client.get(path, query_string={"q": "city", "from": hostile}).text
    text = text.partition("<main")[2].partition("</main>")[0]
    assert "Search everything" in text
    assert "Back to the results" not in text
    assert "evil" not in text
    assert "from=" not in text


def test_a_scan_says_so_beside_its_picture_whatever_the_view(shelf, work):
    document = shelf.add(shelf.note(), blank_pdf(2), "scan.pdf")
    work()
    client = shelf.world.client(shelf.author)
    for view in ("both", "text", "page"):
        text = client.get(f"/in-focus/documents/{document}-spaces?view={view}").text
        assert "No text: scanned" in text
        assert "rd-unseen" not in text
        assert f"/documents/{document}/pages/1.webp" in text
    assert client.get(f"/documents/{document}/pages/1.webp").status_code == 200


def test_nothing_similar_is_no_section_and_an_index_under_repair_no_error(paper, app):
    client, path = paper
    assert "Similar records" not in client.get(path).text
    for part in (app.extensions["infocus.settings"].instance / "search").rglob("*.seg"):
        part.unlink()
    engines().search.close()
    try:
        assert engines().search.state is State.CORRUPT
        assert client.get(path).status_code == 200
    finally:
        engines().search.reset()

"""The reader: the right page, the right hit, with an address that lasts."""

import pytest

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
    assert "Page image" not in text


def test_hostile_text_is_only_text(shelf, work):
    document = shelf.add(shelf.note(), b"</p><script>alert(1)</script> & <mark>workshop", "notes.txt")
    work()
    text = shelf.world.client(shelf.author).get(f"/in-focus/documents/{document}-spaces?q=workshop").text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)" in text
    assert '&lt;mark&gt;<mark class="now" id="hit">workshop</mark>' in text

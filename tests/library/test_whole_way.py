"""From an upload to a lit word on page 7."""

from infocus.core.db import db
from infocus.library.models import DocumentPage, ReadingState
from infocus.library.queries import search, suggestions
from infocus.library.shapes import SearchForm


def test_a_word_of_page_7_in_another_form_is_found_and_lit_there(shelf, work, pdf):
    note = shelf.note("Räume für Spezialisierung")
    document = shelf.add(note, pdf, "räume.pdf")
    assert shelf.version(document).state == ReadingState.PENDING
    work()

    version = shelf.version(document)
    assert (version.state, version.pages, version.pages_read, version.truncated) == (ReadingState.READY, 9, 9, False)
    assert db.session.get_one(DocumentPage, (version.id, 7)).language == "de"
    assert db.session.get_one(DocumentPage, (version.id, 4)).language == "pl"

    found = search(shelf.actor("neighbour"), SearchForm(text="gemeinsame Werkstatt"))
    assert [item.hit.record for item in found.items] == [note]
    passage = found.items[0].hit.passages[0]
    assert passage.page == 7
    assert "<mark>Werkstätten</mark>" in passage.html

    client = shelf.world.client(shelf.people["neighbour"])
    answer = client.get("/library", query_string={"q": "gemeinsame Werkstatt"})
    assert answer.status_code == 200
    link = f"{passage.url}&amp;q=gemeinsame+Werkstatt&amp;from=%2Flibrary%3Fq%3Dgemeinsame%2BWerkstatt"
    assert f'href="{link}"' in answer.text
    page = client.get(link.replace("&amp;", "&"))
    assert page.status_code == 200
    assert '<mark class="now" id="hit">gemeinsamen</mark> <mark>Werkstätten</mark>' in page.text


def test_the_file_comes_back_as_it_was_sent(shelf, work, pdf):
    document = shelf.add(shelf.note(), pdf, "paper.pdf")
    answer = shelf.world.client(shelf.author).get(f"/documents/{document}/file")
    assert answer.data == pdf
    assert answer.mimetype == "application/pdf"


def test_pages_are_drawn_once_and_kept(shelf, pdf):
    document = shelf.add(shelf.note(), pdf, "paper.pdf")
    client = shelf.world.client(shelf.author)
    first = client.get(f"/documents/{document}/pages/7.webp")
    assert (first.status_code, first.mimetype, first.data[8:12]) == (200, "image/webp", b"WEBP")
    assert client.get(f"/documents/{document}/pages/7.webp").data == first.data
    assert client.get(f"/documents/{document}/thumb").data[8:12] == b"WEBP"
    assert client.get(f"/documents/{document}/pages/10.webp").status_code == 404


def test_a_newer_version_replaces_the_older_in_search_once_it_is_read(shelf, work, pdf):
    note = shelf.note()
    document = shelf.add(note, b"An older text speaks of lighthouses.", "paper.txt")
    work()
    assert shelf.add_newer(document, pdf, "paper.pdf") == 2
    reader = shelf.actor("neighbour")
    assert search(reader, SearchForm(text="lighthouse")).total == 1, "readers keep the older one meanwhile"
    work()
    assert search(reader, SearchForm(text="lighthouse")).total == 0
    assert search(reader, SearchForm(text="technician")).total == 1
    client = shelf.world.client(shelf.people["neighbour"])
    path = f"/in-focus/documents/{document}-spaces"
    assert "lighthouses" in client.get(path, query_string={"version": 1}).text
    assert "There is a newer version" in client.get(path, query_string={"version": 1}).text


def test_facets_are_named_in_words(shelf, work, pdf):
    shelf.add(shelf.note(), pdf, "paper.pdf")
    work()
    facets = {facet.name: facet for facet in search(shelf.actor("expert"), SearchForm()).facets}
    assert [(each.value, each.label, each.count) for each in facets["partner"].values] == [("porto", "Porto", 1)]
    assert [each.label for each in facets["theme"].values] == ["Workspace provision"]
    assert [each.label for each in facets["year"].values] == ["2017"]


def test_what_is_typed_is_completed_from_readable_things_only(shelf, work):
    shelf.note("Workspaces of Porto")
    work()
    assert any("workspace" in each.text.lower() for each in suggestions(shelf.actor("neighbour"), "worksp"))
    assert suggestions(shelf.actor("stranger"), "worksp") == ()
    client = shelf.world.client(shelf.people["neighbour"])
    assert client.get("/library/suggest", query_string={"q": "worksp"}).json["items"]
    assert client.get("/library/suggest", query_string={"q": " "}).json == {"items": []}

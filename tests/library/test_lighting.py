"""Hits in the picture of a page: the same as in its text, in the same numbers."""

import pytest

from infocus.core.db import db, unit_of_work
from infocus.engines.bound import engines
from infocus.engines.extraction.port import UNITS, Letters
from infocus.engines.search.text import WORD
from infocus.library.boxes import BoxedPage, boxed_page, words_of
from infocus.library.lighting import found_on, lights
from infocus.library.marking import PageText, hits_by_page, lit, wanted
from infocus.library.models import DocumentPage, PageWords
from infocus.library.reader import get_document, open_page
from tests.library.conftest import PAGES


@pytest.fixture
def read(shelf, work, pdf):
    """A document that is read: its id."""
    document = shelf.add(shelf.note(), pdf, "paper.pdf")
    work()
    return document


@pytest.fixture
def opened(shelf, read):
    def opening(query, page=None, hit=None):
        actor = shelf.actor("author")
        document = get_document(actor, read)
        return open_page(actor, document, document.shown, page, query, hit)

    return opening


def test_the_words_with_places_are_the_words_that_were_read(shelf, read):
    version = shelf.version(read)
    for number in PAGES:
        text = db.session.get_one(DocumentPage, (version.id, number)).text
        words = boxed_page(version, number).words
        assert [word.text for word in words] == WORD.findall(text)
        for word in words:
            assert word.boxes
            for left, top, right, bottom in word.boxes:
                assert 0 < left < right < UNITS
                assert 0 < top < bottom < UNITS


def test_places_are_found_once_and_kept_in_the_store(shelf, read):
    version = shelf.version(read)
    first = boxed_page(version, 8)
    kept = db.session.get_one(PageWords, (version.id, 8))
    assert engines().storage.size(kept.storage_key) == kept.size < 2_000
    engines().storage.delete(version.storage_key)  # nobody can look again
    assert boxed_page(version, 8) == first
    assert boxed_page(version, 8).words


def test_a_page_nobody_can_place_has_no_words_and_is_not_tried_again(shelf, work):
    document = shelf.add(shelf.note(), b"%PDF-1.7\nnothing of a PDF follows\n", "broken.pdf")
    work()
    version = shelf.version(document)
    assert boxed_page(version, 1) == BoxedPage()
    assert db.session.query(PageWords).count() == 1


@pytest.mark.parametrize(("hit", "word"), [(1, "technician"), (2, "technician")])
def test_the_hit_stood_on_is_lit_over_its_own_word(shelf, opened, read, hit, word):
    page = opened("technician", hit=hit)
    shown = lights(page)
    assert [each.now for each in shown.hits] == [number == hit for number in (1, 2)]
    same = [each for each in boxed_page(shelf.version(read), 8).words if each.text == word]
    assert [each.boxes for each in shown.hits] == [each.boxes for each in same]
    assert (shown.width, shown.height) == (340, 454)


def test_text_and_picture_light_as_many_words_for_every_kind_of_query(opened):
    for query in ("workshop city", "work*", "ateliers", "Werkstatt Stadt", "city -region", "młody"):
        for number in PAGES:
            page = opened(query, number)
            assert len(lights(page).hits) == len(found_on(page)), f"{query} on page {number}"


@pytest.mark.parametrize(
    ("text", "now"), [("A technician.", [False, False]), ("Another technician, one technician.", [False, True])]
)
def test_where_the_files_words_are_others_its_own_are_lit_and_numbered_only_if_as_many(shelf, read, opened, text, now):
    with unit_of_work():
        db.session.get_one(DocumentPage, (shelf.version(read).id, 8)).text = text
    assert [each.now for each in lights(opened("technician", 8, hit=2)).hits] == now


def test_nothing_is_lit_without_a_search_or_on_a_page_without_hits(opened):
    assert lights(opened("", 8)).hits == ()
    assert lights(opened("technician", 2)).hits == ()
    assert db.session.query(PageWords).count() == 0, "and nobody looked for places"


def test_a_word_cut_by_the_end_of_a_line_has_two_boxes():
    letters = "Werkstatt"
    places = [(900 + 10 * at, 100, 910 + 10 * at, 120) for at in range(4)]
    places += [(10 + 10 * at, 130, 20 + 10 * at, 150) for at in range(5)]
    (word,) = words_of(Letters(1, 100, 100, letters, tuple(side for place in places for side in place)))
    assert word.boxes == ((900, 100, 940, 120), (10, 130, 60, 150))


def test_pages_of_a_phrase_are_counted_as_they_are_lit():
    pages = [
        PageText(1, "A shared\nworkshop. A workshop is shared.", "en"),
        PageText(2, "Shared, and a workshop.", "en"),
    ]
    marks = wanted('"shared workshop"')
    assert marks is not None
    assert [lit(page.text, page.language, marks) for page in pages] == [[(2, 17)], []]
    assert hits_by_page(pages, marks) == {1: 1}


def test_a_phrase_is_one_hit_in_the_picture_with_a_box_for_each_word(opened):
    page = opened('"Every workshop"')
    assert page.number == 8
    assert page.finds is not None
    assert page.finds.total == 1
    (hit,) = lights(page).hits
    assert hit.now
    assert len(hit.boxes) == 2

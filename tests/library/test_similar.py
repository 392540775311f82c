"""Similar records of the real index: nearest first, never what one may not read."""

import pytest

from infocus.library.similar import similar
from infocus.records.models import Visibility

ABOUT = "Shared workshops in municipal buildings: machines, technicians, rent and heating."
OTHER = "Night buses and bicycle lanes between two hospitals."


@pytest.fixture
def three(shelf, work):
    """A record, one about the same things, one about others."""
    ids = (
        shelf.note("Shared workshops", summary=ABOUT),
        shelf.note("Workshops and their machines", summary=f"{ABOUT} Who pays the technicians?"),
        shelf.note("Buses", summary=OTHER),
    )
    work()
    return ids


def test_the_nearest_record_comes_first_with_its_kind_and_city_and_never_itself(shelf, three):
    found = similar(shelf.actor("neighbour"), three[0])
    assert found[0].title == "Workshops and their machines"
    assert found[0].partner is not None
    assert found[0].partner.slug == "porto"
    assert "Shared workshops" not in [each.title for each in found]


def test_what_one_may_not_read_is_not_alike_even_before_the_index_knows(shelf, work, three):
    shelf.show_to(three[1], Visibility.PARTNER)  # and the worker does not run
    assert "Workshops and their machines" not in [each.title for each in similar(shelf.actor("neighbour"), three[0])]
    work()
    assert "Workshops and their machines" not in [each.title for each in similar(shelf.actor("neighbour"), three[0])]
    assert "Workshops and their machines" in [each.title for each in similar(shelf.actor("ulg"), three[0])]
    assert similar(shelf.actor("stranger"), three[0]) == ()


def test_the_reader_shows_them_beside_the_page(shelf, work, pdf, three):
    document = shelf.add(three[0], pdf, "paper.pdf")
    work()
    text = shelf.world.client(shelf.people["neighbour"]).get(f"/in-focus/documents/{document}-shared-workshops").text
    assert "Similar records" in text
    assert "Workshops and their machines" in text

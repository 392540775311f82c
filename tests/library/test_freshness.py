"""The page says when the index does not hold everything."""

from datetime import timedelta

from infocus.core import clock
from infocus.engines.bound import engines
from infocus.library.freshness import Behind, Building, freshness


def test_an_index_that_is_being_built_says_how_far_it_is(shelf):
    shelf.note("Workshop")
    shelf.note("Workspace")
    assert freshness() == Building(0, 2)
    text = shelf.world.client(shelf.people["neighbour"]).get("/library?q=workshop").text
    assert "The search index is being built: 0 of 2 records so far" in text
    assert "Nothing you can read has this" not in text


def test_a_current_index_says_nothing(shelf, work):
    shelf.note("Workshop")
    work()
    assert freshness() is None
    text = shelf.world.client(shelf.people["neighbour"]).get("/library?q=workshop").text
    assert "The index is" not in text
    assert "being built" not in text


def test_what_has_waited_long_is_said(shelf, work):
    shelf.note("Workshop")
    work()
    shelf.note("Workspace")
    assert freshness() is None  # everyday work
    clock.shift(timedelta(minutes=3))
    assert freshness() == Behind(1)
    text = shelf.world.client(shelf.people["neighbour"]).get("/library?q=workshop").text
    assert "The index is 1 change behind" in text


def test_an_empty_house_is_not_being_built(app, session):
    assert engines().search.cursor == 0
    assert freshness() is None

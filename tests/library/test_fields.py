"""Filters typed among the words, as values of filters."""

import pytest

from infocus.library.fields import read, resolve, without_piece
from tests.library.shelf import Shelf


@pytest.fixture
def actor(shelf: Shelf):
    shelf.world.partner(shelf.network, "grenoble-alpes")
    return shelf.actor("neighbour")


@pytest.mark.parametrize(
    ("name", "value", "filters"),
    [
        ("partner", "porto", {"partner": ("porto",)}),
        ("partner", "PÔRTO", {"partner": ("porto",)}),
        ("partner", "Grenoble", {"partner": ("grenoble-alpes",)}),
        ("type", "practice", {"type": ("practice",)}),
        ("type", "Peer review", {"type": ("review",)}),
        ("lang", "pt", {"language": ("pt",)}),
        ("lang", "portugues", {"language": ("pt",)}),
        ("lang", "Portuguese", {"language": ("pt",)}),
        ("year", "2017", {"year": ("2017",)}),
        ("year", "2016..2018", {"year": ("2016", "2017", "2018")}),
        ("year", "2016-2017", {"year": ("2016", "2017")}),
    ],
)
def test_values_go_by_code_or_by_name(actor, name, value, filters):
    found = resolve(actor, {name: (value,)})
    assert (found.filters, found.notes, found.words) == (filters, (), ())


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("partner", "atlantis"), ("partner", "por"), ("partner", "-"), ("type", "novel"), ("lang", "klingon"),
        ("year", "17"), ("year", "2018..2016"), ("year", ".."), ("year", "0001"), ("year", "2017..x"), ("year", "9999"),
    ],
)  # fmt: skip
def test_what_nobody_knows_is_looked_for_as_words(actor, name, value):
    found = resolve(actor, {name: (value,)})
    assert found.filters == {}
    assert found.words == (value,)
    assert value in found.notes[0]


def test_a_span_without_an_end_is_bounded(actor):
    since = resolve(actor, {"year": ("2015..",)}).filters["year"]
    until = resolve(actor, {"year": ("..2018",)}).filters["year"]
    assert since[0] == "2015"
    assert "2018" in since
    assert (until[-1], len(until)) == ("2018", 60)
    assert len(resolve(actor, {"year": ("1900..2099",)}).filters["year"]) == 60


def test_a_text_is_read_into_words_and_filters(actor):
    found = read(actor, 'rents partner:porto -type:comment "partner:ostrava" lang:pt lang:fr year:2017')
    assert found.words == 'rents "partner:ostrava"'
    assert found.filters == {"partner": ("porto",), "language": ("pt", "fr"), "year": ("2017",)}
    assert found.without == {"type": ("comment",)}
    assert [each.label for each in found.typed] == ["Porto", "not Comment", "Português", "Français", "2017"]


def test_an_unknown_value_stays_among_the_words(actor):
    found = read(actor, 'rents partner:"El Dorado" -partner:eden')
    assert found.words == 'rents "El Dorado" -eden'
    assert len(found.notes) == 2


@pytest.mark.parametrize("text", ["", ":", "partner:", "a:b", "http://x.example/y", 'title:rent "type:'])
def test_what_is_no_filter_stays_as_it_is(actor, text):
    assert read(actor, text).words.split() == text.split()


def test_a_piece_is_taken_away_and_nothing_else(actor):
    text = 'rents  partner:porto "partner:porto" lang:pt'
    assert without_piece(text, "partner:porto") == 'rents "partner:porto" lang:pt'

"""The query language, and queries that make no sense or no end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infocus.engines.search import Completion, Note, SearchIndex
from infocus.engines.search.plan import MAX_EXPANSIONS
from infocus.engines.search.querying import MAX_GROUPS, MAX_WILDCARDS, Kind, parse
from tests.engines.search.sample import ask, entry, fill, found


@pytest.fixture
def trees(index: SearchIndex) -> SearchIndex:
    fill(
        index,
        entry("a", "Green walnut trees in parks", title="Walnut"),
        entry("b", "Green chestnut trees near a walnut table", title="Chestnut"),
        entry("c", "Trees that are green in spring: chestnuts", title="Spring"),
    )
    return index


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("walnut", {"a", "b"}),
        ("walnut chestnut", {"b"}),
        ("green walnut park", {"a"}),
        ("walnut -table", {"a"}),
        ("walnut NOT table", {"a"}),
        ("parks OR spring", {"a", "c"}),
        ("trees parks OR spring", {"a", "c"}),
        ("walnut AND table", {"b"}),
        ('"walnut trees"', {"a"}),
        ('"trees walnut"', {"a", "b"}),
        ('"green trees"', {"a", "b", "c"}),
        ("„walnut trees“", {"a"}),
        ('trees -"walnut table"', {"a", "c"}),
        ("title:walnut", {"a"}),
        ('title:"walnut"', {"a"}),
        ("title:walnut OR title:spring", {"a", "c"}),
        ("title:chest*", {"b"}),
        ("chest*", {"b", "c"}),
        ("wal* tab*", {"b"}),
        ("-walnut", {"c"}),
        ("", {"a", "b", "c"}),
        ("   ", {"a", "b", "c"}),
        ("!!! ((( :: 🌳", {"a", "b", "c"}),
        ("\0walnut\0", {"a", "b"}),
        ("(walnut)", {"a", "b"}),
    ],
)
def test_the_query_language(trees: SearchIndex, query: str, expected: set[str]) -> None:
    assert set(found(trees, query)) == expected


def test_a_phrase_nobody_has_says_that_the_words_were_taken(trees: SearchIndex) -> None:
    result = ask(trees, '"trees walnut"')
    assert Note.SOME_WORDS in result.notes
    assert not ask(trees, '"walnut trees"').notes


def test_what_was_unwanted_stays_so_when_words_are_all_that_is_left(trees: SearchIndex) -> None:
    result = ask(trees, "walnut chestnut park -table")
    assert ({hit.record for hit in result.hits}, result.notes) == ({"a", "c"}, (Note.SOME_WORDS,))


@pytest.mark.parametrize("query", ['walnut "trees', "OR walnut", "walnut OR", "walnut OR OR trees", "walnut OR -trees"])
def test_broken_signs_are_read_as_words_and_it_is_said(trees: SearchIndex, query: str) -> None:
    result = ask(trees, query)
    assert {"a", "b"} & {hit.record for hit in result.hits}
    assert result.notes[0] is Note.READ_AS_WORDS
    assert parse(query).note is Note.READ_AS_WORDS


def test_a_misspelt_word_gets_a_suggestion_in_place(trees: SearchIndex) -> None:
    assert ask(trees, "green Chesnut trees").suggestion == "green chestnut trees"
    assert ask(trees, "green chestnut trees").suggestion is None


def test_a_suggestion_is_written_with_its_accents(index: SearchIndex) -> None:
    fill(index, entry("a", "La rehabilitación urbana", language="es"))
    assert ask(index, "rehabiltacion").suggestion == "rehabilitación"


def test_completions_are_words_and_titles(trees: SearchIndex) -> None:
    assert trees.complete("ches", frozenset({"public"})) == (
        Completion("chestnut"),
        Completion("chestnuts"),
        Completion("Chestnut", "b", "practice", "/records/b"),
    )
    assert trees.complete("green wal", frozenset({"public"}))[0].text == "green walnut"
    assert trees.complete("w", frozenset({"public"})) == trees.complete("", frozenset({"public"})) == ()
    assert len(trees.complete("ches", frozenset({"public"}), limit=1)) == 1


@pytest.mark.parametrize(
    "query",
    [
        "walnut " * 2_000,
        "x" * 10_000,
        "ab* " * 500,
        '"' * 999,
        "-" * 999,
        "walnut-" * 500,
        "a OR " * 300 + "b",
        "title:" * 200,
    ],
)
def test_endless_queries_are_cut(trees: SearchIndex, query: str) -> None:
    ask(trees, query, facets=("type",))
    parsed = parse(query)
    assert len(parsed.groups) <= MAX_GROUPS
    terms = [term for group in parsed.groups for term in group.terms]
    assert sum(term.kind is Kind.PREFIX for term in terms) <= MAX_WILDCARDS


def test_what_is_left_out_is_said() -> None:
    assert parse(" ".join(f"word{number}" for number in range(100))).note is Note.SHORTENED
    assert parse("ab* " * 10).note is Note.SHORTENED


def test_a_wildcard_stands_for_a_limited_number_of_words(index: SearchIndex) -> None:
    fill(index, *(entry(f"r{number}", f"pre{number:03d}x") for number in range(3 * MAX_EXPANSIONS)))
    assert ask(index, "pre*").total == MAX_EXPANSIONS


@given(text=st.text(max_size=200))
def test_any_text_parses(text: str) -> None:
    assert len(parse(text).groups) <= MAX_GROUPS


@given(text=st.text(alphabet='ab*"-:() ORNTtile\0\ud800🌳é', max_size=60))
def test_signs_in_any_order_parse(text: str) -> None:
    assert all(form for group in parse(text).groups for term in group.terms for form in term.forms)


@pytest.mark.parametrize(
    "text", ["\ud800", "walnut \udfff", "🌳🌳", "\u202ewalnut", "e\u0301" * 500, "a\u0300" * 3_000]
)
def test_odd_characters_are_answered(trees: SearchIndex, text: str) -> None:
    assert ask(trees, text).total >= 0
    assert isinstance(trees.complete(text, frozenset({"public"})), tuple)

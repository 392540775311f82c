"""What comes first, why it answers, and what is like it."""

import pytest

from infocus.engines.search import Batch, Matched, Note, SearchIndex, Sort, Standing
from infocus.engines.search.highlighting import Wanted
from infocus.engines.search.text import clean, words
from infocus.engines.search.tokens import LANGUAGES, stem
from tests.engines.search.sample import PUBLIC, ask, entry, fill, found, only
from tests.engines.search.test_language import PASSAGES

FILLER = "about many other things that nobody looks for"


def test_at_an_equal_match_validated_comes_before_usual_before_stale(index: SearchIndex) -> None:
    standings = {"stale": Standing.STALE, "usual": Standing.USUAL, "good": Standing.VALIDATED}
    fill(index, *(entry(name, "A shared workshop", standing=value) for name, value in standings.items()))
    assert found(index, "workshop") == ["good", "usual", "stale"]


def test_a_clearly_better_match_comes_first_however_it_stands(index: SearchIndex) -> None:
    fill(
        index,
        entry("stale", "workshop workshop workshop", title="Workshop", standing=Standing.STALE),
        entry("good", f"workshop {FILLER} {FILLER}", standing=Standing.VALIDATED),
    )
    assert found(index, "workshop") == ["stale", "good"]


def test_the_exact_phrase_comes_first(index: SearchIndex) -> None:
    fill(
        index,
        entry("apart", "shared shared shared rooms, workshop workshop workshop", title="Workshop, shared"),
        entry("phrase", f"{FILLER} {FILLER} a shared workshop {FILLER} {FILLER}", standing=Standing.STALE),
        entry("turned", "workshop shared"),
    )
    assert found(index, "shared workshop")[0] == "phrase"


def test_no_phrase_runs_from_a_title_into_the_text(index: SearchIndex) -> None:
    fill(index, entry("a", "workshop of ours", title="What is shared"))
    assert ask(index, '"shared workshop"').notes == (Note.SOME_WORDS,)


def test_a_word_of_the_title_counts_more_than_one_of_the_text(index: SearchIndex) -> None:
    fill(
        index,
        entry("text", "workshop one two", title="three four"),
        entry("title", "three one two", title="workshop four"),
    )
    assert found(index, "workshop") == ["title", "text"]


def test_a_passage_is_found_by_its_heading_which_is_kept(index: SearchIndex) -> None:
    fill(index, entry("a", "Rents cover the walls.", heading="Who pays for the machines"))
    (passage,) = only(index, "machines").passages
    assert (passage.heading, passage.html) == ("Who pays for the machines", "Rents cover the walls.")


def test_a_hit_says_in_which_words_it_matched(index: SearchIndex) -> None:
    fill(index, entry("a", "Les emplois partagés", title="L’emploi en ville", summary="Emploi", language="fr"))
    assert only(index, "emploi", languages=("fr",)).matched == (
        Matched("title", ("emploi",)),
        Matched("summary", ("emploi",)),
        Matched("text", ("emplois",)),
    )


def test_a_hit_says_how_many_more_passages_answer(index: SearchIndex) -> None:
    fill(index, *(entry("a", f"workshop number {number}", number=number, page=number + 1) for number in range(5)))
    hit = only(index, "workshop")
    assert (len(hit.passages), hit.more, ask(index, "workshop").passages) == (3, 2, 5)


def test_sorting_by_adoptions_and_by_time(index: SearchIndex) -> None:
    fill(
        index,
        entry("old", "workshop", days=1, adoptions=1),
        entry("new", "workshop", days=3, adoptions=1),
        entry("loved", "workshop", days=2, adoptions=7),
    )
    assert found(index, "workshop", sort=Sort.ADOPTED) == ["loved", "new", "old"]
    assert found(index, "workshop", sort=Sort.NEWEST) == ["new", "loved", "old"]
    assert found(index, "", sort=Sort.ADOPTED) == ["loved", "new", "old"]
    assert [hit.adoptions for hit in ask(index, "workshop", sort="adopted").hits] == [7, 1, 1]


def test_filters_that_must_not_hold_and_filters_by_author(index: SearchIndex) -> None:
    fill(
        index,
        entry("a", "workshop", type="practice", author="ana"),
        entry("b", "workshop", type="comment", author="ana"),
        entry("c", "workshop", type="output", author="ben"),
    )
    assert set(found(index, "workshop", without={"type": ("comment",)})) == {"a", "c"}
    assert set(found(index, "workshop", filters={"author": ("ana",)})) == {"a", "b"}
    result = ask(index, "workshop", without={"type": ("comment", "output")}, facets=("type",))
    assert result.facets["type"] == (("practice", 1),)
    with pytest.raises(ValueError, match="author"):
        ask(index, "workshop", facets=("author",))


def test_a_search_without_time_says_that_it_is_partial(index: SearchIndex) -> None:
    fill(index, *(entry(f"r{number}", f"workshop word{number}") for number in range(20)))
    result = ask(index, " ".join(f"word{number}" for number in range(30)), seconds=-1.0)
    assert Note.PARTIAL in result.notes
    assert Note.PARTIAL not in ask(index, "word1 word2").notes


def test_like_records_share_telling_words_and_are_readable(index: SearchIndex) -> None:
    fill(
        index,
        entry("a", "A foundry lends its furnace to apprentices and sculptors", title="The furnace"),
        entry("b", "Apprentices use the furnace of an old foundry", title="Casting"),
        entry("c", f"A workspace {FILLER}", title="Desks"),
        entry("hidden", "Apprentices, sculptors, a furnace, a foundry", audience=frozenset({"network:x"})),
    )
    assert [hit.record for hit in index.similar("a", PUBLIC)] == ["b"]
    assert index.similar("a", PUBLIC, frozenset({"b"})) == ()
    assert index.similar("hidden", PUBLIC) == index.similar("nobody", PUBLIC) == ()
    assert "hidden" in {hit.record for hit in index.similar("a", PUBLIC | {"network:x"})}


def test_the_size_of_an_index_and_its_merging(index: SearchIndex) -> None:
    assert index.size().records == 0
    for number in range(4):
        fill(index, entry(f"r{number}", "workshop"), entry(f"r{number}", "more", number=1), cursor=number + 1)
    size = index.size()
    assert (size.records, size.passages) == (4, 8)
    assert size.bytes > 0
    while index.optimise():
        pass
    assert index.size().segments <= size.segments
    assert (len(found(index, "workshop")), index.cursor) == (4, 4)


def test_a_suggestion_is_in_the_language_of_the_reader(index: SearchIndex) -> None:
    fill(
        index,
        entry("de", "Werkstatt", language="de"),
        *(entry(f"pl{number}", "werksatt", language="pl") for number in range(3)),
    )
    assert ask(index, "werkstat", languages=("de",)).suggestion == "werkstatt"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_stemmer_changes_the_first_letter_of_a_word(language: str) -> None:
    # What is lit relies on it: a word is stemmed only when it begins like something that was looked for.
    found = [word.form for text in PASSAGES.values() for word in words(clean(text))]
    marks = Wanted(frozenset(), {language: frozenset(stem(form, language) for form in found)})
    assert all(marks.takes(form, language) for form in found)


def test_batches_of_a_rebuild_are_applied_in_order(index: SearchIndex) -> None:
    index.rebuild(
        [
            Batch((("a", (entry("a", "walnut"),)), ("b", (entry("b", "walnut"),))), cursor=1),
            Batch((("a", (entry("a", "chestnut"),)),), ("b",), cursor=2),
        ]
    )
    assert (found(index, "walnut"), found(index, "chestnut"), index.count(), index.cursor) == ([], ["a"], 1, 2)

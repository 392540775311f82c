"""Word by word: what came and went, for any two texts, in a bounded time."""

import random
from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infocus.core.differences import rising, word_changes
from infocus.core.shortest import shortest
from tests.support.effort import at_most

WORDS = st.lists(st.sampled_from(["a", "b", "c", "dé", ",", "\n"]), max_size=30).map(" ".join)


def test_one_word_in_a_sentence() -> None:
    runs = word_changes("Indicator: number of companies attracted.", "Indicator: number of leases signed.")
    assert runs == (
        ("same", "Indicator: number of "),
        ("removed", "companies attracted"),
        ("added", "leases signed"),
        ("same", "."),
    )


def test_a_paragraph_that_came_and_one_that_moved_on_its_own() -> None:
    old = "One stays here.\nTwo goes away.\nThree stays too.\n"
    new = "One stays here.\nThree stays too.\nFour is wholly new.\n"
    assert word_changes(old, new) == (
        ("same", "One stays here.\n"),
        ("removed", "Two goes away.\n"),
        ("same", "Three stays too.\n"),
        ("added", "Four is wholly new.\n"),
    )


def test_blanks_alone_are_no_change() -> None:
    assert {run.kind for run in word_changes("a  b\n c", "a b c")} == {"same"}


@settings(max_examples=300, deadline=None)
@given(WORDS, WORDS)
def test_both_texts_can_be_read_from_the_runs(old: str, new: str) -> None:
    runs = word_changes(old, new)
    assert "".join(run.text for run in runs if run.kind != "removed") == new
    assert "".join("".join(run.text for run in runs if run.kind != "added").split()) == "".join(old.split())


@settings(max_examples=300, deadline=None)
@given(st.text("abc", max_size=12), st.text("abc", max_size=12))
def test_the_way_is_the_shortest(old: str, new: str) -> None:
    gaps, _ = shortest(old, new, 100, 10_000)
    assert gaps is not None
    same = sum(gap.same for gap in gaps)
    table = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i, left in enumerate(old):
        for j, right in enumerate(new):
            table[i + 1][j + 1] = table[i][j] + 1 if left == right else max(table[i][j + 1], table[i + 1][j])
    assert same == table[-1][-1]
    assert all(old[gap.b : gap.b + gap.same] == new[gap.d : gap.d + gap.same] for gap in gaps)


def test_rising_pairs_are_the_longest_run() -> None:
    assert rising([(0, 3), (1, 0), (2, 1), (3, 4), (4, 2)]) == [(1, 0), (2, 1), (4, 2)]
    assert rising([]) == []


def _text(seed: int, words: int, vocabulary: int, line: int = 0) -> str:
    chance = random.Random(seed)
    found = [f"w{chance.randrange(vocabulary)}" for _ in range(words)]
    return "".join(f"{word}\n" if line and at % line == line - 1 else f"{word} " for at, word in enumerate(found))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (_text(1, 200_000, 5000, 30), _text(2, 200_000, 5000, 30)),
        (_text(1, 200_000, 3), _text(2, 200_000, 3)),
        ("x\n" * 50_000, "x\ny\n" * 25_000),
        ("a " * 100_000, "b " * 100_000),
    ],
)
def test_texts_of_three_hundred_pages_take_seconds_at_most(old: str, new: str) -> None:
    with at_most(30):
        runs = word_changes(old, new)
    assert "".join(run.text for run in runs if run.kind != "removed") == new


def test_a_long_plan_with_a_change_on_every_tenth_page_is_compared_word_by_word() -> None:
    old = _text(1, 120_000, 4000, 30)
    lines = old.splitlines(keepends=True)
    new = "".join(line.replace("w7", "changed", 1) if at % 100 == 0 else line for at, line in enumerate(lines))
    runs = word_changes(old, new)
    assert all(len(run.text) < 20 for run in runs if run.kind != "same")
    assert SequenceMatcher(None, old, new).quick_ratio() < 1

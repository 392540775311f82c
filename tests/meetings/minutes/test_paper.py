"""The shared text: what people write at the same time is all there, in one order, however it arrives."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infocus.core.errors import Invalid
from infocus.meetings.minutes.paper import LARGEST, WHOLE, Paper

TEXTS = st.text(alphabet="ab é🌍\nüя́ x", max_size=80)


def told(text: str) -> Paper:
    """A paper that says this."""
    paper = Paper()
    paper.rewrite({WHOLE: text})
    return paper


@given(TEXTS, TEXTS)
def test_a_section_says_what_it_is_given(old: str, new: str) -> None:
    paper, other = told(old), Paper()
    before = paper.state
    change = paper.rewrite({WHOLE: new})
    assert paper.texts().get(WHOLE, "") == new
    other.take(before)
    assert other.take(change) is (old != new)


@given(TEXTS, TEXTS, st.integers(0, 80))
def test_two_who_write_at_once_both_stay_and_agree(old: str, new: str, place: int) -> None:
    base = told(old).state
    one, other = Paper(base), Paper(base)
    at = min(place, len(old))
    first = one.rewrite({WHOLE: new})
    second = other.rewrite({WHOLE: old[:at] + "Q" + old[at:]})
    one.take(second)
    other.take(first)
    assert one.texts() == other.texts()
    assert one.texts()[WHOLE].count("Q") == 1 + new.count("Q")
    assert one.take(first) is False, "the same once more changes nothing"


def test_only_what_is_missing_is_sent() -> None:
    paper = told("A long text of the meeting. " * 200)
    behind = Paper(paper.state)
    paper.rewrite({WHOLE: "A long text of the meeting. " * 200 + "More."})
    missing = paper.since(behind.vector)
    assert len(missing) < 100
    behind.take(missing)
    assert behind.texts() == paper.texts()


def test_what_is_no_change_is_refused_and_harms_nothing() -> None:
    paper = told("Words.")
    good = Paper(paper.state).rewrite({WHOLE: "Words, and more."})
    chance = random.Random(7)
    for _ in range(300):
        broken = bytearray(good)
        broken[chance.randrange(len(broken))] = chance.randrange(256)
        for data in (bytes(broken), good[: chance.randrange(len(good))], chance.randbytes(40)):
            tried = Paper(paper.state)
            try:
                tried.take(data)
            except Invalid:
                continue
            assert isinstance(tried.texts(), dict)
    for data in (b"", b"\xff" * 20, b"\x00" * (LARGEST + 1)):
        with pytest.raises(Invalid):
            paper.take(data)
    with pytest.raises(Invalid):
        paper.since(b"\xff\xff\xff")
    assert paper.texts() == {WHOLE: "Words."}

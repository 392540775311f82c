"""Passages hold every word of their page, in order, and are of a length people read."""

from hypothesis import given
from hypothesis import strategies as st

from infocus.library.passages import LEAST, MOST, passages

SENTENCES = st.lists(
    st.builds(
        lambda words, end: " ".join(words) + end,
        st.lists(st.sampled_from(["Rents", "cover", "walls", "1.5", "z. B.", "č"]), min_size=1, max_size=90),
        st.sampled_from([".", "!", "?", "…", ".”", ""]),
    ),
    max_size=40,
)


@given(SENTENCES, st.sampled_from([" ", "\n", "\n\n"]))
def test_no_word_is_lost_doubled_or_moved(sentences, gap):
    text = gap.join(sentences)
    found = passages(text)
    assert " ".join(found).split() == text.split()
    assert all(len(passage.split()) <= MOST for passage in found)


def test_a_short_page_stays_whole():
    assert passages("Rents cover the walls. They seldom cover the tools.") == [
        "Rents cover the walls. They seldom cover the tools."
    ]
    assert passages(" \n ") == []


def test_a_long_page_is_cut_at_sentences():
    found = passages(" ".join(f"Sentence {number} says what rents seldom cover in a city." for number in range(90)))
    assert len(found) > 2
    assert all(passage.endswith(".") for passage in found)
    assert all(len(passage.split()) >= LEAST for passage in found[:-1])

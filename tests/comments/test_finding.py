"""A passage is found again where it was, wherever it went, and never where it is not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infocus.comments.passages.finding import Words, find, find_on_page, neighbours
from infocus.comments.passages.folding import folded, folded_with_places
from tests.support.there import there

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
SIGNS = "aé\u0301ﬁ𝒳👩\u200d👧שלוםمرحبا ě-\u00ad\n\u202b한가각\u1100\u1161"
WRITTEN = st.text(st.sampled_from(SIGNS), min_size=1, max_size=120)


@given(TEXT | WRITTEN)
def test_folding_is_the_same_with_and_without_places_however_the_text_is_composed(text):
    whole = folded_with_places(text)
    assert whole.text == folded(text)
    assert folded(unicodedata.normalize("NFC", text)) == folded(unicodedata.normalize("NFD", text))
    assert len(whole.starts) == len(whole.ends) == len(whole.text)
    assert list(whole.starts) == sorted(whole.starts)


@given(WRITTEN, st.data())
def test_what_was_marked_is_found_where_it_was_marked(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = text[start:end]
    prefix, suffix = neighbours(text, start, end)
    found = find_on_page(text, Words(quote, prefix, suffix, 1, start))
    if not folded(quote):
        assert found is None
        return
    assert found is not None
    assert folded(quote) in folded(text[found.start : found.end])


@given(st.integers(0, 39), st.integers(1, 5))
def test_of_forty_places_with_the_same_words_the_neighbours_decide_then_the_nearness(which, pages):
    rows = [f"Row {number}: the city pays the rent of {number} workshops.\n" for number in range(40)]
    quote = "the city pays the rent"
    text = "".join(rows)
    start = len("".join(rows[:which])) + rows[which].index(quote)
    prefix, suffix = neighbours(text, start, start + len(quote))
    moved = ["A new page in front."] * pages + [f"New beginning.\n{text}"]
    found = there(find(moved, Words(quote, prefix, suffix, 1, start)))
    assert (found.page, found.start) == (pages + 1, start + len("New beginning.\n"))
    same = "the city pays the rent. " * 40
    assert there(find_on_page(same, Words(quote, "", "", 1, 24 * which))).start == 24 * which


@given(st.text(st.sampled_from("abcdefgh ij"), min_size=60, max_size=300), st.data())
def test_a_letter_or_two_that_changed_do_not_lose_it(text, data):
    if len(folded(text)) < 50:
        text += " the shared workshop breaks even only when the city carries the rent"
    at = data.draw(st.integers(0, len(text) - 1))
    changed = f"{text[:at]}X{text[at + 1 :]}"
    found = find(
        ["Something else entirely on the first page, 12345.", f"67890 {changed} 67890"], Words(text, "", "", 1, 0)
    )
    assert found is not None
    assert found.page == 2
    assert abs((found.end - found.start) - len(text.strip())) <= 12


LONGER = (
    "The shared workshop in the old tram depot breaks even only when the city carries the rent for eighteen months."
)
OLD = "The shared workshop breaks even only when the city carries the rent for eighteen months."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The shared work-\nshop breaks even only\nwhen the city carries the rent for eighteen months.", None),
        (
            "A shared workshop breaks even only if the city carries the rent for 18 months.",
            "shared workshop breaks even only if the city carries the rent for 18 months.",
        ),
        (
            LONGER,
            LONGER,
        ),
    ],
)
def test_words_divided_changed_and_put_in(text, words):
    page = f"Before it. {text} After it comes more, and more."
    found = find(["Nothing here.", page], Words(OLD, "", "", 2, 0))
    assert found is not None
    assert page[found.start : found.end] == (words or text)


@pytest.mark.parametrize(
    ("pages", "words"),
    [
        (["Nothing of it is left.", "Not here, either."], Words(OLD)),
        (["The cat sat on the mat; the rent."], Words("the", "Rents cover ", " walls")),
        ([], Words(OLD)),
        ([""], Words("\u00ad - \n")),
        (
            ["It was rewritten: cities lease machines from makers, and nobody pays for months without members."],
            Words(OLD),
        ),
    ],
)
def test_what_is_gone_is_gone(pages, words):
    assert find(pages, words) is None


def test_a_passage_over_a_page_break_is_kept_with_its_first_part():
    first, second = "It begins: " + OLD[:50], OLD[50:] + " It ends."
    found = there(find_on_page(first, Words(OLD, "", "", 1)))
    assert first[found.start : found.end] == OLD[:50].strip()
    again = there(find(["New.", first, second], Words(OLD, "", "", 1)))
    assert (again.page, first[again.start : again.end]) == (2, OLD[:50].strip())


def test_right_to_left_and_astral_words_are_counted_in_code_points():
    text = "𝒳𝒳 👩\u200d👧 أهلا وسهلا بكم في المدينة القديمة שלום 𝒴"
    quote = "وسهلا بكم في المدينة"
    found = there(find_on_page(text, Words(quote, "", "", 7)))
    assert (found.page, found.start, text[found.start : found.end]) == (7, text.index(quote), quote)


def test_the_longest_passage_in_a_long_file_is_looked_for_on_few_pages():
    pages = [
        f"Page {number}. " + f"Every city {number} met the question of rents and machines. " * 60
        for number in range(400)
    ]
    quote = pages[200][100:2000].replace("question", "problem")
    found = find(pages, Words(quote, "", "", 3, 0))
    assert found is not None
    assert found.page == 201

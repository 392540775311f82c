"""Passages hold every word of their page once and in order, are of a length people read, and end where sentences do."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infocus.library.passages import LEAST, MOST, passages
from tests.support.effort import at_most

LANGUAGES = ("en", "es", "eu", "pt", "it", "cs", "ro", "pl", "de", "fr", "")
PIECES = [
    "Rents",
    "cover",
    "walls",
    "1.5",
    "z. B.",
    "č.",
    "3.",
    "Sr.",
    "n.º",
    "tzw.",
    "•",
    "|",
    "(ver",
    "pág. 7)",
    "IV.",
]
SENTENCES = st.lists(
    st.builds(
        lambda words, end: " ".join(words) + end,
        st.lists(st.sampled_from(PIECES), min_size=1, max_size=90),
        st.sampled_from([".", "!", "?", "…", ".”", "", ":"]),
    ),
    max_size=40,
)
language = st.sampled_from(LANGUAGES)


@given(SENTENCES, st.sampled_from([" ", "\n", "\n\n", " \n \n"]), language)
def test_no_word_is_lost_doubled_or_moved(sentences, gap, language):
    text = gap.join(sentences)
    found = passages(text, language)
    assert " ".join(found).split() == text.split()
    assert all(passage.strip() and len(passage.split()) <= MOST for passage in found)


@settings(max_examples=60)
@given(
    st.lists(st.text(max_size=12), min_size=200, max_size=700), st.sampled_from([" ", ". ", "\n", "\u2028"]), language
)
def test_text_of_any_kind_is_kept(words, gap, language):
    text = gap.join(words)
    assert " ".join(passages(text, language)).split() == text.split()


def test_a_short_page_stays_whole():
    assert passages("Rents cover the walls. They seldom cover the tools.") == [
        "Rents cover the walls. They seldom cover the tools."
    ]
    assert passages(" \n ") == [] == passages("")


def test_a_long_page_is_cut_at_sentences():
    found = passages(" ".join(f"Sentence {number} says what rents seldom cover in a city." for number in range(90)))
    assert len(found) > 2
    assert all(passage.endswith(".") for passage in found)
    assert all(len(passage.split()) >= LEAST for passage in found[:-1])


UNCUT = {
    "en": ("on the plan of Dr. Novak", "as fig. 3 shows", "in no. 12 of the list", "with St. Andrews",
           "the U.S. Congress", "on Feb. 5 in the hall", "by J. K. Rowan"),
    "es": ("con el Sr. García", "en la pág. 5 del plan", "según el n.º 3 y el art. 12", "de la Avda. Miraflores",
           "p. ej. Bilbao y su ría", "a la Dña. Inés"),
    "eu": ("3. Kapituluan eta 21. artikuluan", "or. 5 eta zk. 7", "adib. Bilbon egin dena", "jn. Etxeberria"),
    "pt": ("com a Dra. Ana Sousa", "na pág. 12 e no art. 3", "o Eng. Carvalho", "ver fig. 4 e n.º 2"),
    "it": ("con il sig. Rossi", "alla pag. 5 e all'art. 7", "la dott.ssa Bianchi", "cfr. Torino e la sua rete",
           "l'ing. Ferrari"),
    "cs": ("v č. 3 a na str. 5", "dne 5. Května a 3. Dubna", "s Ing. Novákem", "např. Ostrava a okolí",
           "tzv. Stará aréna", "ve 20. Století", "na ul. Nádražní"),
    "ro": ("la nr. 12 și art. 5", "cu dl. Popescu", "pe str. Lipscani", "pe bd. Unirii", "la pag. 7"),
    "pl": ("tzw. Hub w mieście", "na ul. Piastowskiej", "w XX. Wieku i w 3. Edycji", "na str. 5 i w pkt. 2",
           "m.in. Bielsko i okolice", "z prof. Kowalskim", "np. Łódź i Gdynia"),
    "de": ("z. B. Frankfurt am Main", "am 3. Oktober in der Halle", "die sog. Werkstatt", "auf S. 5 und in Abb. 7",
           "d.h. Miete und Strom", "mit Dr. Weber", "nach Art. 12 und Abs. 3", "die IV. Fassung"),
    "fr": ("avec M. Dupont", "à l'art. 7 et à la p. 12", "au bd. Victor Hugo", "à St. Étienne",
           "cf. Bordeaux et son port", "fév. et janv. 2018"),
}  # fmt: skip
"""Beginnings of sentences with full stops that end none."""


@pytest.mark.parametrize("code", UNCUT)
def test_full_stops_of_abbreviations_and_ordinals_end_no_passage(code):
    """Each is put where a cut is due, a word further each time, so that a border in it would be taken."""
    for words in UNCUT[code]:
        for before in range(LEAST - 8, LEAST + 4):
            text = f"{'Wort ' * before}{words} und mehr. {'Zwei drei vier fünf. ' * 60}"
            first, *_ = passages(text, code)
            assert f"{words} und mehr." in first, (words, before)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize(
    "end",
    [
        "in 2017.",
        "of the city.",
        "the tools?",
        "it works!",
        "and so on…",
        "“of the walls.”",
        "(see above).",
        "100 €.",
        "35 %.",
    ],
)
def test_real_ends_are_taken_in_every_language(code, end):
    text = f"{'word ' * (LEAST + 15)}{end} {'Another sentence stands here with words. ' * 50}"
    first, *_ = passages(text, code)
    assert first.endswith(end)


@pytest.mark.parametrize(
    "opening", ["¿Qué", "«Voilà", "„Dann", "— Então", "(Later", "• Point", "Łódź", "Če", "2018 was"]
)
def test_a_sentence_may_begin_with_its_signs(opening):
    first, second, *_ = passages(f"{'word ' * (LEAST + 15)}ends. {opening} {'goes on with more words. Yes. ' * 60}")
    assert first.endswith("ends.")
    assert second.startswith(opening)


def test_the_number_of_a_list_stays_with_its_words():
    lines = "\n".join(f"{number}. Ask somebody who knows the house and its rooms" for number in range(1, 80))
    inline = " ".join(f"{number}. Ask somebody who knows the house." for number in range(1, 99))
    for text in (lines, inline):
        found = passages(text, "en")
        assert len(found) > 1
        assert all(passage.split()[0].rstrip(".").isdigit() for passage in found)


def test_a_paragraph_is_a_better_end_than_a_sentence():
    short = "A sentence of six short words. "
    found = passages(f"{short * 26}\n\n{short * 40}")
    assert len(found[0].split()) == 156


def test_a_table_without_full_stops_is_cut_between_its_lines():
    lines = [f"City {number} | {number * 10} jobs | {number} firms | in use" for number in range(120)]
    found = passages("\n".join(lines))
    assert len(found) > 2
    assert [line for passage in found for line in passage.split("\n")] == lines


def test_a_line_of_ten_thousand_words_is_cut_to_size():
    words = [f"w{number}" for number in range(10_000)]
    found = passages(" ".join(words))
    assert [word for passage in found for word in passage.split()] == words
    assert {len(passage.split()) for passage in found[:-1]} == {MOST}
    commas = passages(", ".join(" ".join(words[at : at + 7]) for at in range(0, 10_000, 7)))
    assert all(passage.endswith(",") for passage in commas[:-1])


def test_small_letters_only_are_cut_after_signs():
    found = passages("rents cover the walls. they seldom cover tools. " * 100)
    assert all(passage.endswith(".") for passage in found)


@pytest.mark.parametrize(
    "text",
    ["." * 200_000 + " 5", ". " * 100_000, "\n" * 200_000 + "a", "\n \t" * 70_000, "(" * 200_000, "a" * 200_000,
     "A. " * 60_000, "word " + "-" * 200_000 + " word"],
    ids=["dots", "leaders", "lines", "blanks", "brackets", "letters", "initials", "dashes"],
)  # fmt: skip
def test_rubbish_takes_no_time(text):
    with at_most(20):
        assert " ".join(passages(text)).split() == text.split()

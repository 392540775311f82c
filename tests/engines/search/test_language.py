"""Telling languages apart."""

import pytest

from infocus.engines.search.language import passage_language, query_languages
from infocus.engines.search.stopwords import STOP_WORDS
from infocus.engines.search.text import clean, compounds, fold, lower, words
from infocus.engines.search.tokens import ALGORITHMS, LANGUAGES, tokenise

PASSAGES = {
    "en": "The partners met in the town hall and spoke about the future of their industries.",
    "es": "Los socios se reunieron en el ayuntamiento y hablaron del futuro de sus industrias.",
    "eu": "Bazkideak udaletxean bildu ziren eta beren industrien etorkizunaz hitz egin zuten.",
    "pt": "Os parceiros reuniram-se na câmara municipal e falaram do futuro das suas indústrias.",
    "it": "I partner si sono riuniti in municipio e hanno parlato del futuro delle loro industrie.",
    "cs": "Partneři se sešli na radnici a mluvili o budoucnosti svých průmyslových odvětví.",
    "ro": "Partenerii s-au întâlnit la primărie și au vorbit despre viitorul industriilor lor.",
    "pl": "Partnerzy spotkali się w ratuszu i rozmawiali o przyszłości swoich gałęzi przemysłu.",
    "de": "Die Partner trafen sich im Rathaus und sprachen über die Zukunft ihrer Industrien.",
    "fr": "Les partenaires se sont réunis à la mairie et ont parlé de l'avenir de leurs industries.",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_passage_is_told_by_its_letters_and_a_query_by_its_words(language: str) -> None:
    assert passage_language(PASSAGES[language]) == language
    assert query_languages(PASSAGES[language])[0] == language


def test_too_little_to_tell() -> None:
    assert passage_language("12 345") == passage_language("Bilbao") == ""
    assert query_languages("cluster") == ()


def test_the_reader_s_languages_break_a_tie() -> None:
    assert query_languages("plan de", ("pt", "en"))[0] == "pt"
    assert query_languages("plan de", ("fr",))[0] == "fr"


def test_every_language_has_a_stemmer_and_stop_words_as_they_are_written() -> None:
    assert set(STOP_WORDS) == set(ALGORITHMS)
    for stops in STOP_WORDS.values():
        assert len(stops) > 100
        assert all(lower(word) == word == clean(word) for word in stops)


def test_stems_are_folded_after_stemming_and_carry_their_language() -> None:
    assert tokenise("Die Förderung der Städte", "de").stems == ["de:ford", "de:stadt"]
    assert tokenise("Die Förderung der Städte", "de").words == ["die", "forderung", "der", "stadte"]


def test_words_keep_their_place() -> None:
    text = clean("L’été, co\u00adopération")
    assert [(text[word.start : word.end], fold(word.form)) for word in words(text)] == [
        ("L", "l"),
        ("été", "ete"),
        ("co\u00adopération", "cooperation"),
    ]


@pytest.mark.parametrize(
    "text", ["a" * 100_000, "a-" * 50_000, "a\u0301" * 50_000, "-".join("ab" for _ in range(50_000))]
)
def test_hostile_text_is_cut_into_words_in_linear_time(text: str) -> None:
    # With a backtracking pattern the first of these takes longer than the world lasts.
    assert all(len(word.form) <= 64 for word in [*words(text), *compounds(text)])

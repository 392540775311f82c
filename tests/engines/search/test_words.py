"""Words are found however they are inflected, accented, composed, hyphenated or elided, in ten languages."""

import unicodedata

import pytest

from infocus.engines.search import SearchIndex
from tests.engines.search.sample import ask, entry, fill, found, only

INFLECTED = [
    ("en", "The cities attracted investors", "attracting investor city"),
    ("es", "Las ciudades atraen inversiones extranjeras", "ciudad inversión"),
    ("eu", "Hirietako enpresen garapena sustatzen dugu", "enpresak"),
    ("pt", "As cidades atraem investimentos estrangeiros", "cidade investimento"),
    ("it", "Le città sostengono le imprese innovative", "impresa innovativa"),
    ("cs", "Města podporují rozvoj podniků", "město podnik"),
    ("ro", "Orașele atrag investițiile străine", "oraș investiții"),
    ("pl", "Miasta wspierają przedsiębiorców w regionach", "miasto przedsiębiorca region"),
    ("de", "Die Städte fördern junge Unternehmen", "stadt unternehmens förderung"),
    ("fr", "Les villes attirent des investissements étrangers", "ville investissement étranger"),
]


@pytest.mark.parametrize(("language", "text", "query"), INFLECTED)
def test_inflected_words_meet(index: SearchIndex, language: str, text: str, query: str) -> None:
    fill(index, entry("wanted", text, language=language), entry("other", "Nothing of the kind at all"))
    for word in query.split():
        assert found(index, word) == ["wanted"], word


@pytest.mark.parametrize(("language", "text", "query"), INFLECTED)
def test_a_wrong_or_missing_language_still_finds_the_words_as_written(
    index: SearchIndex, language: str, text: str, query: str
) -> None:
    fill(index, entry("declared-wrongly", text, language="nl"), entry("undeclared", text, language=""))
    assert set(found(index, text.split()[-1])) == {"declared-wrongly", "undeclared"}


@pytest.mark.parametrize(("language", "text", "query"), INFLECTED)
def test_an_undeclared_language_is_detected(index: SearchIndex, language: str, text: str, query: str) -> None:
    fill(index, entry("undeclared", text, language=""))
    (hit,) = ask(index, query.split()[0]).hits
    assert hit.language == language


@pytest.mark.parametrize(
    ("language", "text", "query"),
    [
        ("de", "Straßen und Fußwege", "strasse"),
        ("de", "Strassen und Wege", "Straße"),
        ("pl", "Łódź rewitalizuje śródmieście", "lodz srodmiescie"),
        ("ro", "Clădiri şi pieţe", "piețe"),
        ("ro", "Clădiri și piețe", "pieţe"),
        ("es", "Acción urbana en el corazón", "accion corazon"),
        ("fr", "Œuvres et cœur de ville", "coeur oeuvres"),
        ("en", "Smørrebrød in Århus, encyclopædia", "smorrebrod arhus encyclopaedia"),
        ("en", "Visiting İstanbul", "istanbul"),
        ("en", "Visiting Istanbul", "İSTANBUL"),
        ("cs", "Příští schůzka", "pristi"),
        ("en", "The \ufb01nancing of \ufb02ats", "financing flats"),
        ("en", "Speciali\u00adsation of cities", "specialisation"),
        ("en", "Smart speciali-\nsation of cities", "specialisation"),
        ("fr", "L’emploi d'aujourd'hui", "emploi"),
        ("it", "Il sostegno dell'impresa e dell’innovazione", "impresa innovazione"),
        ("en", "The city's start-ups", "startup"),
        ("en", "The city's startups", "start-up"),
        ("en", "The start up scene", "start-up"),
        ("en", "peer-review of plans", "peer review"),
    ],
)
def test_letters_and_signs_do_not_stand_between(index: SearchIndex, language: str, text: str, query: str) -> None:
    fill(index, entry("wanted", text, language=language), entry("other", "Nothing of the kind"))
    for word in query.split():
        assert found(index, word) == ["wanted"], word


def test_composed_and_decomposed_are_one(index: SearchIndex) -> None:
    text = "Dél-Alföld és Ostravě město"
    forms = [unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)]
    fill(index, *(entry(f"r{number}", form, language="cs") for number, form in enumerate(forms)))
    for query in ("město", "Dél"):
        assert set(found(index, unicodedata.normalize("NFC", query))) == {"r0", "r1"}
        assert set(found(index, unicodedata.normalize("NFD", query))) == {"r0", "r1"}


def test_a_question_is_found_by_its_telling_words(index: SearchIndex) -> None:
    fill(
        index,
        entry("wanted", "Frankfurt nurtures its clusters through round tables"),
        entry("chatter", "How do they do what they do, and does it do"),
    )
    assert found(index, "How does the city of Frankfurt nurture its clusters?")[0] == "wanted"


def test_words_of_no_meaning_can_be_searched_alone(index: SearchIndex) -> None:
    fill(index, entry("wanted", "To be or not to be"), entry("other", "Clusters grow"))
    assert found(index, "to be") == ["wanted"]


def test_a_name_is_found_in_every_language(index: SearchIndex) -> None:
    fill(
        index,
        *(entry(language, f"Bilbao {number}", language=language) for number, (language, _, _) in enumerate(INFLECTED)),
    )
    assert ask(index, "Bilbao").total == len(INFLECTED)


def test_words_in_the_title_weigh_more(index: SearchIndex) -> None:
    fill(
        index,
        entry("text", "A word about incubators among many other words of this page"),
        entry("title", "Some words that are not much use here at all", title="Incubators"),
    )
    assert found(index, "incubator", sort="relevance")[0] == "title"


def test_the_summary_is_searched_and_shown(index: SearchIndex) -> None:
    fill(
        index,
        entry("a", "Body", number=1, summary="About walnuts"),
        entry("a", "Other", number=2, summary="About walnuts"),
    )
    hit = only(index, "walnut")
    assert hit.summary == "About <mark>walnuts</mark>"
    assert len(hit.passages) == 1

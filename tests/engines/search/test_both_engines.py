"""Whoosh and tantivy answer alike: the same records, scores, counts, passages and words, up to ties."""

import random
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from infocus.engines.search import FACETS, Batch, Entry, Query, Result, SearchIndex, Sort, Standing, open_index
from tests.engines.search.sample import entry

SEED = 20_261_128
WORDS = {
    "en": "workspace workshops city cities shared funding investors talents energy machines rents leases of and the",
    "de": "Werkstatt Werkstätten Stadt Städte geförderte Förderung Gründer Mieten Energie der die und von",
    "fr": "atelier ateliers partagés ville villes financement l'emploi emplois énergie loyers de la et des",
    "pl": "warsztat warsztaty miasto miasta łódzkie finansowanie przedsiębiorcy czynsz energia i w na",
    "eu": "lantegia lantegiak hiria hiriak partekatua finantzaketa ekintzaileak energia eta da",
}
FILTERED: tuple[Mapping[str, tuple[str, ...]], ...] = ({}, {"partner": ("porto", "bilbao"), "year": ("2017", "2018")})
READER = frozenset({"public", "network:a"})
QUERIES = (
    "workshop", "shared workshops", "city funding energy", "Städte Förderung", "l'emploi", "warsztaty miasta", "hiria",
    '"shared workshops"', '"ateliers partagés" OR machines', "energy -city", "title:workspace", "work*", "fin* energy",
    "which cities found the funding for machines and shared workshops in the end", "energia", "", "start-up",
    "nothing-like-this", "the of and",
)  # fmt: skip


def _entries() -> Iterator[Entry]:
    rng = random.Random(SEED)
    for number in range(400):
        language = rng.choice(list(WORDS))
        words = WORDS[language].split()
        common: dict[str, Any] = {
            "days": rng.randint(0, 900),
            "title": " ".join(rng.choice(words) for _ in range(3)),
            "standing": rng.choice(list(Standing)),
            "adoptions": rng.randint(0, 4),
            "type": rng.choice(("practice", "output")),
            "partner": rng.choice(("porto", "ostrava", "bilbao")),
            "country": rng.choice(("PT", "CZ")),
            "themes": tuple(rng.sample(("talent", "branding", "energy"), rng.randint(0, 2))),
            "year": rng.choice((None, 2016, 2017, 2018)),
        }
        for place in range(rng.choice((1, 1, 2, 5))):
            yield entry(
                f"r{number}",
                " ".join(rng.choice(words) for _ in range(rng.randint(4, 120))) + ".",
                number=place,
                summary=" ".join(rng.choice(words) for _ in range(rng.randint(0, 9))),
                heading=rng.choice(("", "Rents", "Städte")),
                language=language,
                page=place + 1,
                audience=frozenset({rng.choice(("public", "network:a", "network:b"))}),
                **common,
            )


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[SearchIndex, SearchIndex]]:
    records: dict[str, tuple[Entry, ...]] = {}
    for one in _entries():
        records[one.record] = (*records.get(one.record, ()), one)
    folder = tmp_path_factory.mktemp("both")
    opened = (open_index("whoosh:///", folder), open_index("tantivy:///", folder))
    for index in opened:
        index.rebuild([Batch(tuple(records.items()), cursor=1)])
    yield opened
    for index in opened:
        index.close()


def _shape(result: Result) -> list[tuple[str, float, int, tuple[object, ...]]]:
    return [
        (hit.record, round(hit.score, 2), hit.more, tuple(passage.page for passage in hit.passages))
        for hit in result.hits
    ]


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize("text", QUERIES)
def test_the_same_answers(engines: tuple[SearchIndex, SearchIndex], text: str, sort: Sort) -> None:
    for filters in FILTERED:
        query = Query(
            text=text, audience=READER, filters=filters, languages=("en",), sort=sort, facets=FACETS, limit=15
        )
        ours, theirs = (index.search(query) for index in engines)
        assert (ours.total, ours.passages) == (theirs.total, theirs.passages)
        assert ours.facets == theirs.facets
        assert (ours.notes, ours.suggestion) == (theirs.notes, theirs.suggestion)
        _agree(ours, theirs)


def _agree(ours: Result, theirs: Result) -> None:
    """Record by record the same, where scores do not tie; the same marks where the same passages are shown."""
    one, other = _shape(ours), _shape(theirs)
    assert [score for _, score, _, _ in one] == pytest.approx([score for _, score, _, _ in other], abs=0.02)
    known = {hit.record: hit for hit in theirs.hits}
    for hit in ours.hits:
        twin = known.get(hit.record)
        if twin is not None:
            assert (hit.title, hit.summary, hit.more) == (twin.title, twin.summary, twin.more)
    assert sum(first == second for first, second in zip(one, other, strict=True)) >= 0.8 * len(one)


@pytest.mark.parametrize("typed", ["wo", "shared wor", "stä", "en", "mia", "ateliers par", "zz"])
def test_the_same_completions(engines: tuple[SearchIndex, SearchIndex], typed: str) -> None:
    ours, theirs = (index.complete(typed, READER) for index in engines)
    assert [each.text for each in ours if not each.record] == [each.text for each in theirs if not each.record]
    assert len(ours) == len(theirs)


def test_the_same_records_are_alike(engines: tuple[SearchIndex, SearchIndex]) -> None:
    for record in ("r1", "r17", "r42"):
        ours, theirs = (index.similar(record, READER) for index in engines)
        assert [round(hit.score, 1) for hit in ours] == [round(hit.score, 1) for hit in theirs]
        assert record not in {hit.record for hit in ours}

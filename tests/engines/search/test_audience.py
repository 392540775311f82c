"""Nobody learns anything of what they may not read: not in hits, totals, facets, suggestions or completions."""

import pytest

from infocus.engines.search import SearchIndex
from tests.engines.search.sample import PUBLIC, ask, entry, fill, found

PORTO = frozenset({"public", "network:in-focus", "partner:porto"})
HARBOUR = frozenset({"public", "network:harbour-towns"})


@pytest.fixture
def shared(index: SearchIndex) -> SearchIndex:
    fill(
        index,
        entry("open", "Incubators for young firms", title="Incubators", partner="bilbao"),
        entry("closed", "Zeppelin hangars as incubators", title="Zeppelin", partner="porto", audience=PORTO - PUBLIC),
        entry("mixed", "Incubators explained", title="Mixed record", number=1),
        entry("mixed", "Quixotic failure told inside", number=2, audience=frozenset({"partner:porto"})),
    )
    return index


def test_readers_find_what_their_keys_open(shared: SearchIndex) -> None:
    assert set(found(shared, "incubator", PORTO)) == {"open", "closed", "mixed"}
    assert found(shared, "zeppelin", frozenset({"partner:porto"})) == ["closed"]


@pytest.mark.parametrize("audience", [PUBLIC, HARBOUR, frozenset()])
@pytest.mark.parametrize(
    "text", ["zeppelin", "zepp*", '"zeppelin hangars"', "title:zeppelin", "hangar-zeppelin", "quixotic"]
)
def test_others_find_nothing_of_it(shared: SearchIndex, audience: frozenset[str], text: str) -> None:
    result = ask(shared, text, audience, facets=("partner",))
    assert (result.total, result.hits, result.suggestion) == (0, (), None)
    assert dict(result.facets["partner"]) == {}


def test_totals_and_facets_count_readable_records_only(shared: SearchIndex) -> None:
    result = ask(shared, "incubator", HARBOUR, facets=("partner", "type"))
    assert result.total == 2
    assert result.facets["partner"] == (("bilbao", 1),)
    assert result.facets["type"] == (("practice", 2),)


def test_everything_means_everything_readable(shared: SearchIndex) -> None:
    assert set(found(shared, "", PUBLIC)) == {"open", "mixed"}
    assert found(shared, "", frozenset()) == []
    assert set(found(shared, "-hangars", PORTO)) == {"open", "mixed"}


def test_passages_of_a_readable_record_stay_apart(shared: SearchIndex) -> None:
    assert found(shared, "quixotic", PORTO) == ["mixed"]
    (hit,) = (hit for hit in ask(shared, "incubators").hits if hit.record == "mixed")
    assert [passage.html for passage in hit.passages] == ["<mark>Incubators</mark> explained"]


def test_suggestions_come_from_readable_text(shared: SearchIndex) -> None:
    assert ask(shared, "zepelin", PORTO).suggestion == "zeppelin"
    assert ask(shared, "zepelin", HARBOUR).suggestion is None


def test_completions_come_from_readable_text(shared: SearchIndex) -> None:
    assert shared.complete("zep", PORTO)[0].text == "zeppelin"
    assert shared.complete("zep", HARBOUR) == ()
    assert shared.complete("quix", PUBLIC) == ()


def test_excluded_records_are_gone_from_everything(shared: SearchIndex) -> None:
    gone = frozenset({"closed"})
    result = ask(shared, "incubator", PORTO, exclude=gone, facets=("partner",))
    assert result.total == 2
    assert "porto" not in dict(result.facets["partner"])
    assert ask(shared, "zepelin", PORTO, exclude=gone).suggestion is None
    assert shared.complete("zep", PORTO, gone) == ()
    assert found(shared, "", PORTO, exclude=frozenset({"closed", "mixed"})) == ["open"]

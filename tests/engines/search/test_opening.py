"""URLs, and one index used from several threads."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from infocus.engines.search import SearchIndex, open_index
from tests.engines.search.sample import ask, entry, fill, found


def test_the_path_of_a_whoosh_url_is_where_the_index_lies(tmp_path: Path) -> None:
    fill(open_index("whoosh:///", tmp_path), entry("a", "walnut"))
    assert (tmp_path / "search" / "CURRENT").is_file()
    assert found(open_index(f"whoosh://{tmp_path}/search", Path("/nowhere")), "walnut") == ["a"]


@pytest.mark.parametrize("url", ["", "elastic://host", "whoosh://host/path", "whoosh:///a?b=c", "/just/a/path"])
def test_other_urls_are_refused_with_a_sentence(tmp_path: Path, url: str) -> None:
    with pytest.raises(ValueError, match="whoosh:///"):
        open_index(url, tmp_path)


def test_threads_share_an_index_while_it_is_written(index: SearchIndex) -> None:
    fill(index, *(entry(f"r{number}", f"walnut word{number}", partner=f"p{number % 7}") for number in range(60)))

    def look(number: int) -> tuple[int, list[str]]:
        return ask(index, "walnut", facets=("partner",)).total, found(index, f"word{number}")

    with ThreadPoolExecutor(4) as pool:
        answers = [pool.submit(look, number) for number in range(60) for _ in range(3)]
        for number in range(60, 70):
            fill(index, entry(f"r{number}", "walnut"), cursor=number)
        for place, answer in enumerate(answers):
            total, records = answer.result()
            assert 60 <= total <= 70
            assert records == [f"r{place // 3}"]

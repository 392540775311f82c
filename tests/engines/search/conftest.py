"""The contract suite runs on every adapter: each has a URL here."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from infocus.engines.search import SearchIndex, open_index

ADAPTERS = {"whoosh": "whoosh:///", "tantivy": "tantivy:///"}


@pytest.fixture(params=sorted(ADAPTERS))
def url(request: pytest.FixtureRequest) -> str:
    return ADAPTERS[request.param]


@pytest.fixture
def index(url: str, tmp_path: Path) -> Iterator[SearchIndex]:
    opened = open_index(url, tmp_path)
    yield opened
    opened.close()

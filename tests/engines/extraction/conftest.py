"""Files made once a session, and the reading of bytes as a file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from infocus.engines.extraction.port import Item, Limits, Page
from infocus.engines.extraction.reader import read_pages
from tests.engines.extraction import samples

Read = Callable[..., list[Item]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read bytes as a file of a type, all of it."""

    def reading(data: bytes, media_type: str, **limits: int) -> list[Item]:
        path = tmp_path / "file"
        path.write_bytes(data)
        return list(read_pages(path, media_type, Limits(**limits)))

    return reading


@pytest.fixture(scope="session")
def ten_languages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "ten.pdf"
    path.write_bytes(samples.ten_languages_pdf())
    return path


@pytest.fixture(scope="session")
def ten_thousand_pages() -> bytes:
    return samples.blank_pdf(10_000)


def pages_of(items: list[Item]) -> list[Page]:
    return [item for item in items if isinstance(item, Page)]

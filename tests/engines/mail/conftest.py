"""Both adapters for the contract, each with a way to see what arrived."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import pytest

from infocus.engines.mail import Mailer, open_mailer
from tests.engines.mail.post import Post, read, serving

SENDER = "In Focus Exchange <exchange@infocus.example>"


@dataclass
class Way:
    """A mailer and what came out at its other end, oldest first."""

    mailer: Mailer
    arrived: Callable[[], list[EmailMessage]]


@pytest.fixture
def post() -> Iterator[Post]:
    with serving() as server:
        yield server


@pytest.fixture(params=["files", "smtp"])
def way(request: pytest.FixtureRequest, tmp_path: Path) -> Way:
    if request.param == "files":
        mailer = open_mailer("", tmp_path, SENDER)
        return Way(mailer, lambda: [read(file.read_bytes()) for file in sorted((tmp_path / "mail").iterdir())])
    post: Post = request.getfixturevalue("post")
    return Way(open_mailer(f"smtp://127.0.0.1:{post.port}", tmp_path, SENDER), post.mails)

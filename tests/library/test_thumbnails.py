"""Office files show the preview they carry; those without one keep the mark of their kind."""

import pytest

from infocus.core.db import db
from infocus.library.models import Document, PageImage
from infocus.library.thumbnails import draw
from tests.engines.extraction import samples
from tests.engines.extraction.test_preview import deck, picture


@pytest.fixture
def author(shelf):
    return shelf.world.client(shelf.people["author"])


def test_the_preview_is_kept_once_the_file_is_read(shelf, work, author) -> None:
    document = shelf.add(shelf.note(), deck({"docProps/thumbnail.jpeg": picture()}), "talk.pptx")
    assert author.get(f"/documents/{document}/thumb").status_code == 404  # no reader waits for it
    work()
    answer = author.get(f"/documents/{document}/thumb")
    assert (answer.status_code, answer.mimetype) == (200, "image/webp")
    assert author.get(f"/documents/{document}/pages/1.webp").status_code == 404  # its pages are not drawn
    version = db.session.get_one(Document, document).latest
    draw({"version": version.id})
    assert db.session.query(PageImage).count() == 1


def test_a_file_without_a_preview_has_no_thumbnail(shelf, work, author) -> None:
    document = shelf.add(shelf.note(), samples.talk_pptx(), "talk.pptx")
    work()
    assert author.get(f"/documents/{document}/thumb").status_code == 404
    assert not db.session.get_one(Document, document).latest.previewed
    draw({"version": "gone"})

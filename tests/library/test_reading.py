"""Reading goes on page by page, survives a kill, and fails in words."""

import io

import pypdfium2
import pytest

from infocus.core import clock, outbox
from infocus.core.db import db, unit_of_work
from infocus.core.outbox import OutboxRow
from infocus.engines.bound import engines
from infocus.engines.extraction.port import Page, Progress
from infocus.library import reading
from infocus.library.jobs import notice_stopped
from infocus.library.models import DocumentPage, ReadingState
from infocus.library.queries import search
from infocus.library.shapes import SearchForm
from tests.support.world import World


class Killed(BaseException):
    """The process is gone: nothing catches this, nothing is tidied up."""


def _dying(pages, after):
    def read_pages(path, media_type, limits):
        yield Progress(pages)
        for number in range(1, after + 1):
            yield Page(number, str(number), f"Page {number} speaks of lighthouses.")
        raise Killed

    return read_pages


def test_progress_is_seen_while_pages_are_read_and_a_kill_loses_and_doubles_nothing(shelf, work, pdf, monkeypatch):
    document = shelf.add(shelf.note(), pdf, "paper.pdf")
    version_id = shelf.version(document).id
    with monkeypatch.context() as patch:
        patch.setattr(reading, "read_pages", _dying(112, 60))
        with pytest.raises(Killed):
            reading.read_version(version_id)
    version = shelf.version(document)
    assert (version.state, version.pages, version.pages_read) == (ReadingState.READING, 112, 50)
    client = shelf.world.client(shelf.author)
    assert client.get(f"/documents/{document}/state").json["words"] == "Reading page 51 of 112"
    page = client.get(f"/in-focus/documents/{document}-spaces")
    assert "Reading page 51 of 112" in page.text

    clock.shift(2 * outbox.LEASE)  # the dead worker's lease runs out
    work()
    version = shelf.version(document)
    assert (version.state, version.pages, version.pages_read) == (ReadingState.READY, 9, 9)
    assert db.session.query(DocumentPage).filter_by(version_id=version_id).count() == 9
    assert search(shelf.actor("author"), SearchForm(text="lighthouses")).total == 0
    assert search(shelf.actor("author"), SearchForm(text="technician")).total == 1


def test_a_job_that_is_run_twice_changes_nothing(shelf, work, pdf):
    document = shelf.add(shelf.note(), pdf, "paper.pdf")
    work()
    reading.read_version(shelf.version(document).id)
    assert db.session.query(DocumentPage).count() == 9


def _encrypted(pdf):
    # A PDF whose trailer names a password: enough for any reader to refuse it.
    return pdf.replace(
        b"/Root", b"/Encrypt<</Filter/Standard/V 1/R 2/O(" + b"o" * 32 + b")/U(" + b"u" * 32 + b")/P -4>>/Root"
    )


def test_hostile_files_end_as_failed_with_a_reason_and_can_be_tried_again(shelf, work, pdf):
    note = shelf.note()
    broken = shelf.add(note, b"%PDF-1.7\nnothing of a PDF follows\n", "broken.pdf")
    locked = shelf.add(note, _encrypted(pdf), "locked.pdf")
    work()
    assert (shelf.version(broken).state, shelf.version(broken).reason) == (ReadingState.FAILED, "broken")
    assert shelf.version(locked).state == ReadingState.FAILED
    assert shelf.version(locked).reason in {"encrypted", "broken"}
    client = shelf.world.client(shelf.author)
    page = client.get(f"/in-focus/documents/{broken}-spaces")
    assert "This file is damaged or incomplete" in page.text
    assert "Try again" in page.text
    assert client.post(f"/documents/{broken}/retry").status_code == 303
    assert shelf.version(broken).state == ReadingState.PENDING
    assert client.post(f"/documents/{broken}/retry").status_code == 409
    work()
    assert shelf.version(broken).state == ReadingState.FAILED


def test_strangers_start_no_reading(shelf, work):
    broken = shelf.add(shelf.note(), b"%PDF-1.7\nnothing of a PDF follows\n", "broken.pdf")
    work()
    assert shelf.world.app.test_client().post(f"/documents/{broken}/retry").status_code in {302, 401}
    assert shelf.world.client(shelf.people["stranger"]).post(f"/documents/{broken}/retry").status_code == 404
    assert shelf.version(broken).state == ReadingState.FAILED


def test_a_very_long_pdf_is_read_up_to_the_limit_and_says_so(shelf, work, monkeypatch):
    long = pypdfium2.PdfDocument.new()
    for _ in range(2_100):
        long.new_page(100, 100)
    file = io.BytesIO()
    long.save(file)
    document = shelf.add(shelf.note(), file.getvalue(), "long.pdf")
    work()
    version = shelf.version(document)
    assert (version.state, version.truncated, version.pages, version.pages_read) == (
        ReadingState.READY,
        True,
        2_100,
        2_000,
    )
    page = shelf.world.client(shelf.author).get(f"/in-focus/documents/{document}-spaces")
    assert "Only the first 2000 of 2100 pages were read" in page.text


def test_a_reading_whose_job_gave_up_is_shown_as_failed(shelf, world: World):
    document = shelf.add(shelf.note(), b"Some words.", "one.txt")
    notice_stopped()
    assert shelf.version(document).state == ReadingState.PENDING, "its job still waits"
    with unit_of_work():
        db.session.query(OutboxRow).update({"state": "failed"})
    notice_stopped()
    version = shelf.version(document)
    assert (version.state, version.reason) == (ReadingState.FAILED, "stopped")
    client = world.client(shelf.author)
    assert client.post(f"/documents/{document}/retry").status_code == 303
    assert db.session.query(OutboxRow).filter_by(state="waiting").count() == 1


def test_a_store_that_fails_is_tried_again(shelf, work, monkeypatch):
    document = shelf.add(shelf.note(), b"Some words.", "one.txt")
    version = shelf.version(document)
    engines().storage.delete(version.storage_key)
    work()
    row = db.session.query(OutboxRow).one()
    assert row.state == "waiting"
    assert row.attempts >= 1
    assert "Missing" in (row.error or "")

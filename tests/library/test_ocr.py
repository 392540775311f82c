"""Scanned pages are read by OCR where that is wanted and Tesseract is installed; what it cannot read says why."""

import io
import shutil
import stat
from dataclasses import replace
from pathlib import Path

import pytest
import typst
from PIL import Image

from infocus.core import outbox
from infocus.core.db import db
from infocus.core.outbox import OutboxRow
from infocus.engines.extraction.ocr import tesseract
from infocus.engines.extraction.ocr.languages import chosen
from infocus.engines.extraction.ocr.tesseract import NoText, Unrecognised, installed, recognise
from infocus.engines.extraction.render import render_page
from infocus.library import recognising
from infocus.library.models import DocumentPage, DocumentRole, ReadingState
from infocus.library.queries import search
from infocus.library.shapes import SearchForm

TEXTS = (
    "A cidade do Porto abriu duas oficinas partilhadas no bairro da Estação. Os jovens encontraram vizinhos.",
    "As rendas pagam as paredes, mas raramente pagam as ferramentas. O município assumiu dezoito meses de despesas.",
)
real = pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed; OCR is optional")


@pytest.fixture(scope="module")
def pictures(tmp_path_factory):
    """Each text as the picture of a page."""
    folder = tmp_path_factory.mktemp("scans")
    found = []
    for number, text in enumerate(TEXTS):
        page = folder / f"{number}.pdf"
        page.write_bytes(typst.compile(f'#set text(size: 13pt, lang: "pt")\n{text}'.encode(), format="pdf"))
        found.append(Image.open(io.BytesIO(render_page(page, 1, 1654, "png").data)))
    return found


@pytest.fixture(scope="module")
def scan(pictures):
    """A PDF of pictures, as a scanner makes it."""
    file = io.BytesIO()
    pictures[0].save(file, "PDF", save_all=True, append_images=pictures[1:], resolution=200)
    return file.getvalue()


@pytest.fixture
def wanted(app, monkeypatch):
    """OCR is on."""
    settings = replace(app.extensions["infocus.settings"], ocr="auto")
    monkeypatch.setitem(app.extensions, "infocus.settings", settings)


def _pages(shelf, document):
    version = shelf.version(document)
    return db.session.query(DocumentPage).filter_by(version_id=version.id).order_by(DocumentPage.number).all()


def _stand_in(folder, monkeypatch, body):
    """A program of tesseract's name that does as little as the test needs; it must be found first."""
    program = folder / "tesseract"
    program.write_text(f"#!/bin/sh\n{body}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR | stat.S_IXGRP | stat.S_IXOTH)
    monkeypatch.setenv("PATH", str(folder))


def test_off_by_default_a_scan_stays_a_scan(shelf, work, scan):
    document = shelf.add(shelf.note(), scan, "scan.pdf", language="pt")
    work()
    assert [(page.text, page.scanned, page.ocr) for page in _pages(shelf, document)] == [("", True, "")] * 2


@real
def test_a_scan_is_read_found_and_said_to_be_read_by_ocr(shelf, work, scan, wanted):
    if "por" not in installed():
        pytest.skip("needs Tesseract's Portuguese (on Debian: apt-get install tesseract-ocr-por)")
    document = shelf.add(shelf.note("Acta"), scan, "scan.pdf", language="pt")
    work()
    pages = _pages(shelf, document)
    assert [(page.ocr, page.scanned, page.language) for page in pages] == [("read", False, "pt")] * 2
    assert "Estação" in pages[0].text
    assert "ferramentas" in pages[1].text
    assert shelf.version(document).recognised == 2
    result = search(shelf.actor("author"), SearchForm(text="município despesas"))
    assert [hit.hit.page for hit in result.items] == [2]
    client = shelf.world.client(shelf.author)
    page = client.get(f"/in-focus/documents/{document}-acta?page=2").text
    assert "Text read by OCR: it may have mistakes." in page
    assert "This page has no text" not in page


@real
def test_an_uploaded_picture_of_a_page_is_read_too(shelf, work, pictures, wanted):
    file = io.BytesIO()
    pictures[1].save(file, "PNG")
    document = shelf.add(shelf.note("Foto"), file.getvalue(), "page.png", DocumentRole.ATTACHMENT, language="en")
    work()
    (page,) = _pages(shelf, document)
    assert (page.number, page.ocr, page.scanned) == (1, "read", False)
    assert search(shelf.actor("author"), SearchForm(text="dezoito")).total == 1
    picture = io.BytesIO()
    pictures[0].save(picture, "PNG")
    shown = shelf.add(shelf.note("Bild"), picture.getvalue(), "shown.png", DocumentRole.IMAGE, alt="A page")
    work()
    assert _pages(shelf, shown) == [], "pictures shown in a page are not read"


def test_without_tesseract_the_pages_stay_scanned_and_say_why(shelf, work, scan, wanted, tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    document = shelf.add(shelf.note(), scan, "scan.pdf")
    work()
    assert [(page.scanned, page.ocr) for page in _pages(shelf, document)] == [(True, NoText.NO_PROGRAM)] * 2
    assert shelf.version(document).state == ReadingState.READY
    assert db.session.query(OutboxRow).count() == 0
    title = search(shelf.actor("author"), SearchForm(text="spaces"))
    assert title.total == 1, "found by its title"


def test_a_language_that_is_not_installed_is_told(shelf, work, scan, wanted, tmp_path, monkeypatch):
    _stand_in(tmp_path, monkeypatch, 'echo "List of available languages (1):"; echo eng')
    document = shelf.add(shelf.note(), scan, "scan.pdf", language="pt")
    work()
    assert [page.ocr for page in _pages(shelf, document)] == [NoText.NO_LANGUAGE] * 2


def test_a_long_scan_is_read_in_several_jobs_and_a_killed_one_goes_on(shelf, work, scan, wanted, tmp_path, monkeypatch):
    _stand_in(
        tmp_path, monkeypatch, 'case "$1" in --list-langs) echo "List:"; echo eng;; *) echo "Words of a page";; esac'
    )
    monkeypatch.setattr(recognising, "SECONDS", 0.0)
    document = shelf.add(shelf.note(), scan, "scan.pdf", language="en")
    while not any(page.ocr for page in _pages(shelf, document)):
        outbox.run_one()
    assert [page.ocr for page in _pages(shelf, document)] == ["read", ""]
    jobs = [row.kind for row in db.session.query(OutboxRow) if row.kind == "library.recognise"]
    assert len(jobs) == 1, "another job goes on"
    version = shelf.version(document).id
    recognising.recognise_version(version)
    work()
    recognising.recognise_version(version)
    assert [page.text for page in _pages(shelf, document)] == ["Words of a page"] * 2
    assert shelf.version(document).recognised == 2


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("exit 1", NoText.BROKEN),
        ("echo", NoText.NOTHING),
        ("kill -ABRT $$", NoText.BROKEN),
        ("while :; do :; done", NoText.TIMEOUT),
    ],
)
def test_what_goes_wrong_with_the_program_is_a_reason(tmp_path, monkeypatch, body, reason):
    _stand_in(tmp_path, monkeypatch, body)
    monkeypatch.setattr(tesseract, "SECONDS", 1)
    with pytest.raises(Unrecognised) as error:
        recognise(b"", ("eng",), 200)
    assert error.value.reason == reason


def test_the_program_is_given_nothing_of_ours_and_may_write_no_file(tmp_path, monkeypatch):
    monkeypatch.setenv("INFOCUS_SECRET_KEY", "secret")
    place = Path(tmp_path) / "written"
    _stand_in(tmp_path, monkeypatch, f'echo "key:$INFOCUS_SECRET_KEY:"; echo x > {place}; exec 2>&1')
    assert recognise(b"", ("eng",), 200) == "key::"
    assert not place.exists() or place.read_bytes() == b""


def test_languages_are_the_declared_one_with_english_or_all_that_are_installed():
    here = {"eng", "por", "deu", "osd", "jpn"}
    assert chosen("pt", "en", here) == ("por", "eng")
    assert chosen("en", "pt", here) == ("eng",)
    assert chosen("pl", "en", here) == ()
    assert chosen("", "de", here) == ("deu", "eng", "por")
    assert chosen("", "en", set()) == ()

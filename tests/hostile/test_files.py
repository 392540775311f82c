"""Files that lie, burst, hide or never end, sent to the pages: refused or failed with a reason, never half-kept."""

import gc
from collections.abc import Callable, Iterator
from datetime import timedelta
from io import BytesIO

import pytest

from infocus.core import clock
from infocus.core.db import db
from infocus.engines.bound import engines
from infocus.library.models import DocumentVersion, ReadingState
from infocus.meetings.models import Output
from infocus.records.urls import record_path
from tests.engines.extraction.hostile import locked_pdf, pdf_of, xml_bomb_docx, zip_bomb_docx
from tests.hostile.conftest import Elements, Target

FORM = {"title": "Paper", "kind": "paper", "language": "en", "visibility": "network"}
NAMES = ["<img src=x onerror=alert(1)>.txt", "\"><script>alert(1)</script>.txt", "../../../etc/passwd.txt",
         "\u202etxt.exe.txt",
         "a\r\nSet-Cookie: x=y.txt", "x" * 4_000 + ".txt",
         "'; DROP TABLE records; --.txt", "%00.txt", " .txt", "{{7*7}}.txt"]  # fmt: skip


pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
"""Werkzeug's test client leaves the temporary file of a large form to the garbage collector."""


@pytest.fixture(scope="module", autouse=True)
def collect() -> Iterator[None]:
    """Collect what was left here before another module begins; after every test it would take half a second each."""
    yield
    gc.collect()


def kept() -> set[str]:
    """Every file in the store."""
    return set(engines().storage.keys(clock.now() + timedelta(days=1)))


def send(target: Target, data: bytes, name: str):
    """Upload an output as a person does."""
    form = FORM | {"file": (BytesIO(data), name)}
    return target.client("lead").post(f"{target.meeting}/outputs/new", data=form, content_type="multipart/form-data")


def long_pdf(pages: int) -> bytes:
    """A PDF of that many empty pages."""
    kids = b" ".join(b"%d 0 R" % number for number in range(3, pages + 3))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"
    tree = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, pages)
    return pdf_of([b"<< /Type /Catalog /Pages 2 0 R >>", tree, *[page] * pages])


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (zip_bomb_docx, "letter.docx"),
        (lambda: b"MZ" + bytes(2_000), "paper.pdf"),
        (lambda: b"<html><script>alert(1)</script></html>", "paper.pdf"),
        (lambda: b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", "drawing.svg"),
        (lambda: b"", "empty.pdf"),
        (lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "picture.png"),
        (lambda: b"#!/bin/sh\n", "run.sh"),
        (lambda: bytes(1000), "nothing"),
    ],
)
def test_refused_beside_the_field_and_nothing_is_kept(target: Target, make: Callable[[], bytes], name: str) -> None:
    before = kept()
    answer = send(target, make(), name)
    assert answer.status_code == 422
    assert FORM["title"] in answer.text
    assert "<script>alert" not in answer.text
    assert kept() == before
    assert db.session.query(Output).count() == 1


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (lambda: b"%PDF-1.7\nbroken", "broken.pdf"),
        (lambda: locked_pdf(b"secret"), "locked.pdf"),
        (xml_bomb_docx, "laughs.docx"),
    ],
)
def test_what_cannot_be_read_is_refused_or_says_why(target: Target, work, make: Callable[[], bytes], name: str) -> None:
    answer = send(target, make(), name)
    assert answer.status_code in {303, 422}
    if answer.status_code == 422:
        return
    work()
    version = db.session.query(DocumentVersion).one()
    assert (version.state, bool(version.reason)) == (ReadingState.FAILED, True)
    page = target.client("lead").get(answer.location)
    assert page.status_code == 200
    assert "could not be read" in page.text.lower() or "failed" in page.text.lower()


def test_a_pdf_of_ten_thousand_pages_is_read_up_to_the_limit(target: Target, work) -> None:
    assert send(target, long_pdf(10_000), "endless.pdf").status_code == 303
    work()
    version = db.session.query(DocumentVersion).one()
    assert version.state in {ReadingState.READY, ReadingState.FAILED}
    assert version.pages_read <= 2_000
    assert version.truncated or version.reason
    assert target.client("lead").get(record_path(db.session.query(Output).filter_by(link="").one())).status_code == 200


@pytest.mark.parametrize("name", NAMES)
def test_names_of_files_are_letters_and_nothing_else(target: Target, work, name: str) -> None:
    answer = send(target, b"Some words.", name)
    assert answer.status_code in {303, 422}
    if answer.status_code == 303:
        work()
        client = target.client("lead")
        page = client.get(answer.location)
        assert Elements(page.text).alive() == []
        document = db.session.query(DocumentVersion).one().document_id
        file = client.get(f"/documents/{document}/file")
        assert file.status_code == 200
        assert file.headers["Content-Disposition"].startswith("attachment;")
        assert file.headers["X-Content-Type-Options"] == "nosniff"
        assert "Set-Cookie" not in file.headers
        assert ".." not in file.headers["Content-Disposition"]


@pytest.mark.parametrize("chunked", [False, True], ids=["says its length", "does not say it"])
def test_what_is_too_large_is_refused_and_not_kept(target: Target, chunked: bool) -> None:
    app = target.world.app
    most, app.config["MAX_CONTENT_LENGTH"] = app.config["MAX_CONTENT_LENGTH"], 100_000
    before = kept()
    try:
        boundary = "----zq"
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n'.encode()
        body = head + b"x" * 200_000 + f"\r\n--{boundary}--\r\n".encode()
        more = {"wsgi.input_terminated": True, "CONTENT_LENGTH": ""} if chunked else {}
        for address in (f"{target.meeting}/outputs/new", f"{target.practice}/files", f"{target.output}/versions"):
            answer = target.client("lead").post(
                address, input_stream=BytesIO(body), content_length=None if chunked else len(body),
                content_type=f"multipart/form-data; boundary={boundary}", environ_overrides=more,
            )  # fmt: skip
            assert answer.status_code in {413, 404}, address
            assert answer.status_code == 413 or "/practices/" in address
    finally:
        app.config["MAX_CONTENT_LENGTH"] = most
    assert kept() == before

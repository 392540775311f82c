"""A file is what its content says; its name may only agree."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from infocus.engines.extraction import kinds
from infocus.engines.extraction.port import Reason, Unreadable
from infocus.engines.extraction.sniff import sniff
from tests.engines.extraction import hostile, samples

Sniff = Callable[[bytes, str], str]
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)


@pytest.fixture
def sniffed(tmp_path: Path) -> Sniff:
    def sniffing(data: bytes, name: str) -> str:
        path = tmp_path / "upload"
        path.write_bytes(data)
        return sniff(path, name)

    return sniffing


def picture(kind: str) -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (3, 3)).save(buffer, kind)
    return buffer.getvalue()


HONEST = {
    "a.pdf": (samples.ten_languages_pdf, kinds.PDF),
    "A.PDF": (lambda: b"\n\n" + samples.blank_pdf(1), kinds.PDF),
    "a.docx": (samples.report_docx, kinds.DOCX),
    "a.pptx": (samples.talk_pptx, kinds.PPTX),
    "a.xlsx": (lambda: samples.package({"xl/workbook.xml": "<workbook/>"}), kinds.XLSX),
    "a.odt": (samples.plan_odt, kinds.ODT),
    "a.odp": (samples.talk_odp, kinds.ODP),
    "a.ods": (lambda: samples.open_document("spreadsheet", ""), kinds.ODS),
    "a.txt": ("Zażółć".encode, kinds.TEXT),
    "utf16.txt": (lambda: "Příliš žluťoučký kůň".encode("utf-16"), kinds.TEXT),
    "old.txt": (lambda: "Straße und Größe".encode("cp1252"), kinds.TEXT),
    "a.md": (lambda: b"# Title\n\ntext", kinds.MARKDOWN),
    "a.csv": (lambda: b"city;jobs\nPorto;12\n", kinds.CSV),
    "a.html": (lambda: b"<!-- x -->\n<!DOCTYPE html><p>Hi", kinds.HTML),
    "part.htm": (lambda: b"<h1>Hi</h1>", kinds.HTML),
    "a.png": (lambda: picture("PNG"), kinds.PNG),
    "a.jpeg": (lambda: picture("JPEG"), kinds.JPEG),
    "a.webp": (lambda: picture("WEBP"), kinds.WEBP),
    "a.gif": (lambda: picture("GIF"), kinds.GIF),
    "no ending": (samples.report_docx, kinds.DOCX),
    "README": (lambda: b"plain words", kinds.TEXT),
    "page": (lambda: b"<html><p>Hi", kinds.HTML),
    "v1.2.final.pdf": (lambda: samples.blank_pdf(1), kinds.PDF),
}


@pytest.mark.parametrize("name", HONEST)
def test_honest_files_are_known(sniffed: Sniff, name: str) -> None:
    make, media_type = HONEST[name]
    assert sniffed(make(), name) == media_type
    assert media_type in kinds.ACCEPTED


@pytest.mark.parametrize(
    ("name", "make", "reason"),
    [
        ("a.pdf", samples.report_docx, Reason.TYPE_LIES),
        ("a.docx", samples.talk_pptx, Reason.TYPE_LIES),
        ("a.docx", lambda: samples.blank_pdf(1), Reason.TYPE_LIES),
        ("a.docx", lambda: b"plain words", Reason.TYPE_LIES),
        ("a.jpg", lambda: picture("PNG"), Reason.TYPE_LIES),
        ("a.png", lambda: b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>", Reason.TYPE_LIES),
        ("a.txt", lambda: b"<!doctype html><script>alert(1)</script>", Reason.TYPE_LIES),
        ("a.md", lambda: b" <html><script>alert(1)</script>", Reason.TYPE_LIES),
        ("a.txt", lambda: b"\x7fELF" + bytes(200), Reason.TYPE_LIES),
        ("a.txt", lambda: b"MZ\x90\0\3\0\0\0", Reason.TYPE_LIES),
        ("a.html", lambda: b"only words", Reason.TYPE_LIES),
        ("a.docx", lambda: samples.package({"word/other.xml": "<x/>"}), Reason.TYPE_LIES),
        ("a.exe", lambda: b"MZ\x90\0\3\0\0\0", Reason.NOT_ACCEPTED),
        ("a.pdf.exe", lambda: samples.blank_pdf(1), Reason.TYPE_LIES),
        ("a.svg", lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>", Reason.NOT_ACCEPTED),
        ("a.py", lambda: b"print('hello')", Reason.NOT_ACCEPTED),
        ("a.zip", lambda: samples.package({}), Reason.NOT_ACCEPTED),
        ("", lambda: b"\x1f\x8b\x08\0" + bytes(range(256)), Reason.NOT_ACCEPTED),
        ("a.pdf", lambda: b"", Reason.EMPTY),
        ("a.txt", lambda: b" \n\t\r\n", Reason.EMPTY),
        ("a.bin", lambda: bytes(5000), Reason.EMPTY),
        ("a.doc", lambda: OLE, Reason.OLD_OFFICE),
        ("a.docx", lambda: OLE + "EncryptedPackage".encode("utf-16-le") + bytes(50), Reason.ENCRYPTED),
        ("a.docx", lambda: hostile.repacked(samples.report_docx(), {"word/vbaProject.bin": b"x"}), Reason.MACROS),
        ("a.docx", lambda: hostile.many_entries_docx(10_500), Reason.BOMB),
        ("a.docx", lambda: hostile.many_entries_docx(20_000), Reason.BOMB),
        ("a.docx", lambda: samples.report_docx()[:3000], Reason.BROKEN),
    ],
)
def test_others_are_refused_with_the_reason(
    sniffed: Sniff, name: str, make: Callable[[], bytes], reason: Reason
) -> None:
    with pytest.raises(Unreadable) as failure:
        sniffed(make(), name)
    assert failure.value.reason == reason


def test_a_zip_bomb_is_refused_before_it_is_opened(sniffed: Sniff) -> None:
    data = hostile.zip_bomb_docx()
    assert len(data) < 200_000
    with pytest.raises(Unreadable) as failure:
        sniffed(data, "a.docx")
    assert failure.value.reason == Reason.BOMB

"""Bad files, each with the reason a person is told; none takes the house down."""

from collections.abc import Callable

import pypdfium2
import pytest

from infocus.engines.extraction import kinds
from infocus.engines.extraction.port import Limits, Page, Progress, Reason, Truncated, Unreadable
from tests.engines.extraction import hostile, samples
from tests.engines.extraction.conftest import Read, pages_of


def reason_of(act: Callable[[], object]) -> Reason:
    with pytest.raises(Unreadable) as failure:
        act()
    return failure.value.reason


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (hostile.zip_bomb_docx, Reason.BOMB),
        (lambda: hostile.many_entries_docx(10_500), Reason.BOMB),
        (hostile.overlapping_docx, Reason.BOMB),
        (hostile.xml_bomb_docx, Reason.BOMB),
        (hostile.outside_entity_docx, Reason.BOMB),
        (hostile.deep_docx, Reason.BROKEN),
        (lambda: samples.report_docx()[:-2000], Reason.BROKEN),
        (lambda: samples.report_docx()[:200] + b"\xff" * 4000 + samples.report_docx()[4200:], Reason.BROKEN),
        (lambda: hostile.repacked(samples.report_docx(), {"word/document.xml": b"<w:document"}), Reason.BROKEN),
        (lambda: hostile.repacked(samples.report_docx(), {"word/document.xml": b"<other/>"}), Reason.BROKEN),
        (lambda: b"", Reason.BROKEN),
    ],
)
def test_bad_word_files(read: Read, make: Callable[[], bytes], reason: Reason) -> None:
    assert reason_of(lambda: read(make(), kinds.DOCX)) == reason


def test_a_huge_table_of_contents_is_not_even_read(read: Read) -> None:
    with pytest.raises(Unreadable, match="bomb: table of contents of"):
        read(hostile.many_entries_docx(80_000), kinds.DOCX, max_entries=100_000)


def test_a_part_beyond_the_limit_is_too_large(read: Read) -> None:
    assert reason_of(lambda: read(samples.report_docx(), kinds.DOCX, max_xml_bytes=1000)) == Reason.TOO_LARGE


def test_an_archive_beyond_the_limit_is_a_bomb(read: Read) -> None:
    assert reason_of(lambda: read(samples.report_docx(), kinds.DOCX, max_unpacked_bytes=1000)) == Reason.BOMB


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\nnothing of the kind", Reason.BROKEN),
        (b"", Reason.BROKEN),
        (
            hostile.pdf_of([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"]),
            Reason.BROKEN,
        ),
    ],
)
def test_bad_pdf_files(read: Read, data: bytes, reason: Reason) -> None:
    assert reason_of(lambda: read(data, kinds.PDF)) == reason


def test_a_pdf_cut_in_half_is_broken_or_read_in_part(read: Read) -> None:
    data = samples.ten_languages_pdf()
    assert reason_of(lambda: read(data[: len(data) // 2], kinds.PDF)) == Reason.BROKEN


def test_a_locked_pdf_is_encrypted_and_one_with_an_empty_password_is_read(read: Read) -> None:
    locked = hostile.locked_pdf(b"sesame")
    assert len(pypdfium2.PdfDocument(locked, password="sesame")) == 1, "the file is a real one"
    assert reason_of(lambda: read(locked, kinds.PDF)) == Reason.ENCRYPTED
    assert pages_of(read(hostile.locked_pdf(b""), kinds.PDF))[0].text == "Secret plan"


def test_a_locked_open_document_is_encrypted(read: Read) -> None:
    namespace = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    manifest = f'<m:manifest xmlns:m="{namespace}"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>'
    data = hostile.repacked(samples.plan_odt(), {"META-INF/manifest.xml": manifest.encode()})
    assert reason_of(lambda: read(data, kinds.ODT)) == Reason.ENCRYPTED


def test_ten_thousand_pages_are_read_up_to_the_limit_and_that_is_said(read: Read, ten_thousand_pages: bytes) -> None:
    items = read(ten_thousand_pages, kinds.PDF)
    assert items[0] == Progress(10_000)
    assert len(pages_of(items)) == Limits().max_pages == 2000
    assert items[-1] == Truncated(2000, 10_000, "pages")


def test_exactly_as_many_pages_as_the_limit_are_not_cut(read: Read) -> None:
    items = read(samples.blank_pdf(5), kinds.PDF, max_pages=5)
    assert items[-1] == Page(5, "5", "", scanned=True)


def test_a_page_that_says_too_much_is_cut_and_that_is_said(read: Read) -> None:
    items = read(samples.typeset("#lorem(900)"), kinds.PDF, max_page_characters=100)
    assert all(len(page.text) <= 100 for page in pages_of(items))
    assert isinstance(items[-1], Truncated)


def test_a_pdf_that_unpacks_without_end_is_stopped(read: Read) -> None:
    bomb = hostile.stream_bomb_pdf()
    assert len(bomb) < 5000
    assert reason_of(lambda: read(bomb, kinds.PDF, memory_bytes=256 * 1024 * 1024)) == Reason.MEMORY


def test_bookmarks_in_a_circle_end(read: Read) -> None:
    data = hostile.pdf_of(
        [
            b"<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>",
            b"<< /Type /Outlines /First 5 0 R /Last 5 0 R >>",
            b"<< /Title (One) /Parent 4 0 R /Next 6 0 R /First 6 0 R /Dest [3 0 R /Fit] >>",
            b"<< /Title (Two) /Parent 4 0 R /Next 5 0 R /First 5 0 R >>",
        ]
    )
    assert pages_of(read(data, kinds.PDF))[0].heading == "One"


def test_text_with_nothing_in_it_is_empty(read: Read) -> None:
    assert reason_of(lambda: read(b"\n\n  \n", kinds.TEXT)) == Reason.EMPTY
    empty = samples.open_document("text", "<office:text/>")
    assert reason_of(lambda: read(empty, kinds.ODT)) == Reason.EMPTY


def test_a_type_without_a_parser_is_refused_before_anything_starts(read: Read) -> None:
    assert reason_of(lambda: read(b"x", "application/x-unknown")) == Reason.NOT_ACCEPTED
    assert reason_of(lambda: read(b"x", kinds.XLSX)) == Reason.NOT_ACCEPTED

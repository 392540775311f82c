"""Every file of the demo opens with a real library, says that it is illustrative, and is the same each time."""

import zipfile
from pathlib import Path

import docx
import pptx
import py3langid
import pypdfium2
import pytest
from defusedxml.ElementTree import fromstring
from PIL import Image

from infocus.demo.content import HARBOUR, IN_FOCUS
from infocus.demo.content.records import Document, FileSpec, Picture
from infocus.demo.files import pictures
from infocus.demo.files.build import WRITERS, build, build_all, file_specs

SPECS = (*file_specs(IN_FOCUS), *file_specs(HARBOUR))
PICTURES = [picture for practice in IN_FOCUS.practices for picture in practice.pictures]
SPEAKS_ALL_LANGUAGES = "case-book.pdf"
LANGUAGES = ["en", "es", "eu", "pt", "it", "cs", "ro", "pl", "de", "fr"]


def pages_of(path: Path) -> list[str]:
    """The text of each page, slide, or of the whole file where the format has no pages."""
    match path.suffix:
        case ".pdf":
            with pypdfium2.PdfDocument(path) as pdf:
                return [page.get_textpage().get_text_range().replace("\r\n", " ") for page in pdf]
        case ".docx":
            word = docx.Document(str(path))
            cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
            return ["\n".join([paragraph.text for paragraph in word.paragraphs] + cells)]
        case ".pptx":
            slides = pptx.Presentation(str(path)).slides
            return ["\n".join(s.text_frame.text for s in slide.shapes if s.has_text_frame) for slide in slides]
        case ".odt":
            with zipfile.ZipFile(path) as archive:
                assert archive.testzip() is None
                assert archive.infolist()[0].filename == "mimetype"
                fromstring(archive.read("styles.xml"))
                return [" ".join(fromstring(archive.read("content.xml")).itertext())]
        case _:
            return [path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.name)
def test_a_file_opens_says_what_it_is_and_is_made_the_same_twice(spec: FileSpec, tmp_path: Path) -> None:
    path, again = tmp_path / spec.name, tmp_path / f"again-{spec.name}"
    build(spec, path)
    build(spec, again)
    assert path.read_bytes() == again.read_bytes()
    pages = pages_of(path)
    assert len(pages) >= spec.least_pages
    assert "Illustrative text." in pages[0]
    assert spec.document.title in pages[0]
    whole = [page for page in pages if page.strip()]
    assert len(set(whole)) == len(whole)
    if spec.name != SPEAKS_ALL_LANGUAGES:
        py3langid.set_languages(LANGUAGES)
        assert py3langid.classify(spec.document.body)[0] == spec.document.language


def test_comments_on_pages_quote_what_stands_there(tmp_path: Path) -> None:
    files = {f"output:{output.key}": output.file for output in IN_FOCUS.outputs}
    files |= {f"plan:{plan.key}": plan.versions[0].file for plan in IN_FOCUS.plans}
    quoted = [comment for comment in IN_FOCUS.comments if comment.page]
    assert len(quoted) >= 5
    for comment in quoted:
        spec = files[comment.on]
        path = tmp_path / spec.name
        if not path.exists():
            build(spec, path)
        where = [number for number, page in enumerate(pages_of(path), 1) if comment.quote in " ".join(page.split())]
        # A Word file has no pages of its own: its sections are counted when it is read (test_load).
        assert where if path.suffix == ".docx" else comment.page in where, (comment.key, where)


def test_outputs_are_many_in_every_language_and_several_formats() -> None:
    assert len(IN_FOCUS.outputs) >= 22
    assert {output.language for output in IN_FOCUS.outputs} == set(LANGUAGES)
    assert {Path(output.file.name).suffix for output in IN_FOCUS.outputs} == set(WRITERS)
    kinds = {output.kind for output in IN_FOCUS.outputs}
    assert {"baseline", "paper", "presentation", "minutes", "case-note", "article", "report", "other"} == kinds
    long = [spec for spec in file_specs(IN_FOCUS) if spec.name.endswith(".pdf") and spec.least_pages >= 20]
    assert len(long) >= 4


def test_word_files_have_real_headings_and_tables(tmp_path: Path) -> None:
    spec = next(output.file for output in IN_FOCUS.outputs if output.file.name == "frankfurt-vertrag.docx")
    build(spec, tmp_path / spec.name)
    word = docx.Document(str(tmp_path / spec.name))
    headings = [each.text for each in word.paragraphs if each.style is not None and each.style.name == "Heading 1"]
    assert headings[0] == "Worum es geht"
    assert len(word.tables) == 1
    alternatives = [str(each.get("descr")) for each in word.element.body.xpath(".//wp:docPr")]
    assert any("Drei" in each or "Wer zahlt?" in each for each in alternatives)


def test_slides_carry_what_the_speaker_says(tmp_path: Path) -> None:
    spec = next(output.file for output in IN_FOCUS.outputs if output.file.name == "ostrava-ten-cities.pptx")
    build(spec, tmp_path / spec.name)
    slides = list(pptx.Presentation(str(tmp_path / spec.name)).slides)
    assert len(slides) == 11
    notes = [slide.notes_slide.notes_text_frame.text for slide in slides if slide.notes_slide.notes_text_frame]
    assert any("Metropolitan City of Torino" in each for each in notes)


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.file_name)
def test_a_picture_opens_and_is_described(picture: Picture, tmp_path: Path) -> None:
    path = tmp_path / picture.file_name
    pictures.draw(picture, path)
    with Image.open(path) as image:
        assert image.format == ("WEBP" if path.suffix == ".webp" else "PNG")
        assert image.size == (1200, 750)
        assert len(image.convert("RGB").getcolors(maxcolors=1_000_000) or []) >= 3
    assert len(picture.alt) > 40


def test_a_small_network_is_made_at_once(tmp_path: Path) -> None:
    made = build_all(HARBOUR, tmp_path / "new" / "folder")
    assert [path.name for path in made] == ["harbour-report.pdf"]
    assert made[0].stat().st_size > 1000


def test_an_unknown_format_is_refused(tmp_path: Path) -> None:
    document = Document(title="t", subtitle="s", organisation="o", language="en", date="2017-01-01", body="b")
    with pytest.raises(ValueError, match=r"no writer for \.xls"):
        build(FileSpec(name="table.xls", document=document), tmp_path / "table.xls")
    with pytest.raises(ValueError, match="no writer for a name without a suffix"):
        build(FileSpec(name="table", document=document), tmp_path / "table")

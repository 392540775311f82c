"""Where the characters of a page are: checked against the ink of the page as it is drawn."""

import io
import json
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from infocus.engines.extraction.placing import page_letters
from infocus.engines.extraction.port import UNITS, Letters, Reason, Unreadable
from infocus.engines.extraction.reader import read_pages
from infocus.engines.extraction.render import render_page
from infocus.engines.extraction.sandbox import wire
from tests.engines.extraction import hostile, samples

WIDTH = 1000
EDGE, NEAR = 4, 24
"""Pixels of a thousand: ink may be that far outside and inside; a place is as high as its font, its ink is not."""


def typeset(folder: Path, text: str, name: str = "page.pdf") -> Path:
    file = folder / name
    file.write_bytes(samples.typeset(f"#set page(width: 10cm, height: 15cm, margin: 1cm)\n{text}"))
    return file


def turned(file: Path, degrees: int, crop: tuple[float, float, float, float] | None = None) -> Path:
    pdf = pypdfium2.PdfDocument(file)
    pdf[0].set_rotation(degrees)
    if crop:
        pdf[0].set_cropbox(*crop)
    target = file.with_name(f"turned{degrees}.pdf")
    pdf.save(target)
    pdf.close()
    return target


def ink(file: Path) -> tuple[int, int, int, int]:
    """The rectangle of all that is printed, in pixels of the drawn page."""
    image = Image.open(io.BytesIO(render_page(file, 1, WIDTH, "png").data)).convert("L")
    box = ImageChops.invert(image).point(lambda shade: 255 if shade > 80 else 0).getbbox()
    assert box is not None
    return box


def places(file: Path) -> tuple[float, float, float, float]:
    """The rectangle of all letters, in the same pixels."""
    letters = page_letters(file, 1)
    boxes = [letters.places[at : at + 4] for at in range(0, len(letters.places), 4)]
    height = WIDTH * letters.height / letters.width
    sides = [box for box in boxes if box[2] > box[0]]
    left, top = min(box[0] for box in sides) / UNITS * WIDTH, min(box[1] for box in sides) / UNITS * height
    right, bottom = max(box[2] for box in sides) / UNITS * WIDTH, max(box[3] for box in sides) / UNITS * height
    return left, top, right, bottom


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (20.0, 30.0, 250.0, 400.0)])
def test_letters_are_where_their_ink_is_on_turned_and_cropped_pages(tmp_path, degrees, crop):
    file = turned(typeset(tmp_path, "#place(dx: 1cm, dy: 2cm)[HILLTOP]"), degrees, crop)
    printed, told = ink(file), places(file)
    assert told[0] - EDGE <= printed[0]
    assert told[1] - EDGE <= printed[1]
    assert told[2] + EDGE >= printed[2]
    assert told[3] + EDGE >= printed[3]
    assert max(abs(one - other) for one, other in zip(printed, told, strict=True)) < NEAR


def test_the_text_is_the_text_that_is_read_with_words_put_together_at_line_ends(tmp_path):
    words = " ".join(["Wirtschaftsförderungsgesellschaft", "Bielsko-Biala", "start-up", "𝒜bc"] * 12)
    file = typeset(tmp_path, f'#set text(lang: "de", hyphenate: true)\n{words}')
    (page,) = (item.text for item in read_pages(file, "application/pdf") if hasattr(item, "text"))
    letters = page_letters(file, 1)
    assert letters.text.split() == page.split()
    assert "Wirtschaftsförderungsgesellschaft" in letters.text
    assert len(letters.places) == 4 * len(letters.text)


def test_a_page_without_a_letter_has_none(tmp_path):
    file = tmp_path / "blank.pdf"
    file.write_bytes(samples.blank_pdf(1))
    assert page_letters(file, 1) == Letters(1, 595, 842, "", ())


@pytest.mark.parametrize("number", [0, 2, -1])
def test_a_page_that_is_not_there(tmp_path, number):
    with pytest.raises(Unreadable) as failure:
        page_letters(typeset(tmp_path, "One page."), number)
    assert failure.value.reason == Reason.NO_SUCH_PAGE


def test_a_locked_pdf_tells_nothing(tmp_path):
    file = tmp_path / "locked.pdf"
    file.write_bytes(hostile.locked_pdf(b"sesame"))
    with pytest.raises(Unreadable) as failure:
        page_letters(file, 1)
    assert failure.value.reason == Reason.ENCRYPTED


@pytest.mark.parametrize("places", [[0, 0, 1], [0, 0, 1, UNITS + 1], [0, 0, -1, 5], [0, 0, 1, "2"], [0.5, 0, 1, 2]])
def test_places_a_broken_child_tells_are_not_believed(places):
    line = json.dumps({"letters": [1, 100, 100, "a", places]}).encode() + b"\n"
    with pytest.raises(wire.Garbled):
        wire.receive(io.BytesIO(line))

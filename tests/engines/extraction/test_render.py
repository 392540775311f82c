"""Pictures of pages, and uploaded pictures made safe."""

import io
from pathlib import Path

import pytest
from PIL import Image

from infocus.engines.extraction.port import Limits, Picture, Reason, Unreadable
from infocus.engines.extraction.render import reencode_image, render_page, render_pages, thumbnail
from tests.engines.extraction import hostile

ORIENTATION, ARTIST, GPS = 0x0112, 0x013B, 0x8825


def opened(picture: Picture) -> Image.Image:
    image = Image.open(io.BytesIO(picture.data))
    image.load()
    assert image.size == (picture.width, picture.height)
    return image


def test_a_page_is_drawn_at_the_width_asked_for(ten_languages: Path) -> None:
    picture = render_page(ten_languages, 2, 400)
    image = opened(picture)
    assert (picture.number, picture.media_type, image.format, image.width) == (2, "image/webp", "WEBP", 400)
    shades = image.convert("L").histogram()
    assert sum(shades[:100]) > 0, "there is ink"
    assert shades[255] > sum(shades) // 2, "on paper"


def test_png_and_thumbnails(ten_languages: Path) -> None:
    assert opened(render_page(ten_languages, 1, 300, "png")).format == "PNG"
    assert thumbnail(ten_languages).width == 240


def test_several_pages_come_from_one_child(ten_languages: Path) -> None:
    assert [picture.number for picture in render_pages(ten_languages, [3, 1, 10], 50)] == [3, 1, 10]


@pytest.mark.parametrize("number", [0, 11, -1])
def test_a_page_that_is_not_there(ten_languages: Path, number: int) -> None:
    with pytest.raises(Unreadable) as failure:
        render_page(ten_languages, number, 100)
    assert failure.value.reason == Reason.NO_SUCH_PAGE


@pytest.mark.parametrize("width", [0, 4001])
def test_a_width_nobody_needs_is_refused(ten_languages: Path, width: int) -> None:
    with pytest.raises(ValueError, match=str(width)):
        render_page(ten_languages, 1, width)


def test_a_page_like_a_thread_stays_bounded(tmp_path: Path) -> None:
    file = tmp_path / "thread.pdf"
    file.write_bytes(hostile.one_page_pdf(b"", box=b"0 0 1 14400"))
    picture = render_page(file, 1, 4000)
    assert picture.width * picture.height < 25_000_000


def test_a_locked_pdf_has_no_picture(tmp_path: Path) -> None:
    file = tmp_path / "locked.pdf"
    file.write_bytes(hostile.locked_pdf(b"sesame"))
    with pytest.raises(Unreadable) as failure:
        thumbnail(file)
    assert failure.value.reason == Reason.ENCRYPTED


def photograph(tmp_path: Path) -> Path:
    """A JPEG lying on its side, with its maker's name and a place in it; the left half (when upright) is red."""
    image = Image.new("RGB", (600, 1200), "blue")
    image.paste("red", (0, 600, 600, 1200))
    exif = Image.Exif()
    exif[ORIENTATION] = 6
    exif[ARTIST] = "Maria"
    exif.get_ifd(GPS)[1] = "N"
    file = tmp_path / "photo.jpg"
    image.save(file, exif=exif)
    return file


def test_a_photograph_is_upright_small_and_tells_no_tales(tmp_path: Path) -> None:
    image = opened(reencode_image(photograph(tmp_path), 400))
    assert image.size == (400, 200)
    left = image.convert("RGB").crop((0, 0, 150, 200))
    red, _, blue = (channel.histogram() for channel in left.split())
    assert sum(red[:200]) == sum(blue[60:]) == 0
    assert not image.getexif()
    assert b"Maria" not in reencode_image(photograph(tmp_path), 400).data


def test_a_small_picture_is_not_blown_up_and_keeps_its_transparency(tmp_path: Path) -> None:
    file = tmp_path / "mark.png"
    Image.new("RGBA", (30, 20), (10, 20, 30, 0)).save(file)
    image = opened(reencode_image(file, 1600))
    assert image.size == (30, 20)
    assert image.convert("RGBA").getchannel("A").getextrema() == (0, 0)


@pytest.mark.parametrize(
    ("mode", "name"), [("L", "a.png"), ("P", "a.gif"), ("1", "a.png"), ("CMYK", "a.jpg"), ("I;16", "a.png")]
)
def test_every_kind_of_pixel_is_taken(tmp_path: Path, mode: str, name: str) -> None:
    file = tmp_path / name
    Image.new(mode, (40, 40)).save(file)
    assert opened(reencode_image(file, 100)).format == "WEBP"


def test_a_picture_of_too_many_pixels_is_a_bomb(tmp_path: Path) -> None:
    file = tmp_path / "wide.png"
    Image.new("1", (2000, 2000)).save(file)
    with pytest.raises(Unreadable) as failure:
        reencode_image(file, 100, Limits(max_pixels=1_000_000))
    assert failure.value.reason == Reason.BOMB


def test_pixels_that_are_only_claimed_are_a_bomb_too(tmp_path: Path) -> None:
    file = tmp_path / "claim.gif"
    file.write_bytes(b"GIF89a" + (65000).to_bytes(2, "little") * 2 + b"\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;")
    with pytest.raises(Unreadable) as failure:
        reencode_image(file, 100)
    assert failure.value.reason == Reason.BOMB


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n\x1a\nno", b"%PDF-1.7 no", b"<svg xmlns='http://www.w3.org/2000/svg'/>"]
)
def test_what_is_no_picture_is_broken(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "file"
    file.write_bytes(data)
    with pytest.raises(Unreadable) as failure:
        reencode_image(file, 100)
    assert failure.value.reason == Reason.BROKEN

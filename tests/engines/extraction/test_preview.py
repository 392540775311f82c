"""The preview picture an office file carries: taken, made safe, and left alone where it is none."""

import io
import struct
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from infocus.engines.extraction.kinds import DOCX, ODP, ODT, PPTX
from infocus.engines.extraction.port import Reason, Unreadable
from infocus.engines.extraction.render import office_preview
from tests.engines.extraction import samples
from tests.engines.extraction.hostile import repacked

JPEG = "docProps/thumbnail.jpeg"
RELATIONS = "_rels/.rels"
TYPE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"


def picture(size: tuple[int, int] = (256, 192), kind: str = "JPEG") -> bytes:
    """A slide with something on it."""
    image = Image.new("RGB", size, "white")
    image.paste("navy", (0, 0, size[0] // 2, size[1] // 2))
    buffer = io.BytesIO()
    image.save(buffer, kind)
    return buffer.getvalue()


def relation(target: str, kind: str = TYPE, more: str = "") -> bytes:
    """The relations of a package, of which one leads to a picture."""
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    one = f'<Relationship Id="t" Type="{kind}" Target="{target}"{more}/>'
    return f'<Relationships xmlns="{space}">{one}</Relationships>'.encode()


def preview(tmp_path: Path, data: bytes, media_type: str = PPTX, width: int = 240) -> Image.Image:
    """What is taken from a file, opened."""
    path = tmp_path / "file"
    path.write_bytes(data)
    found = office_preview(path, media_type, width)
    image = Image.open(io.BytesIO(found.data))
    image.load()
    assert (image.format, image.size) == ("WEBP", (found.width, found.height))
    return image


def reason(tmp_path: Path, data: bytes, media_type: str = PPTX) -> Reason:
    with pytest.raises(Unreadable) as caught:
        preview(tmp_path, data, media_type)
    return caught.value.reason


def deck(changes: dict[str, bytes]) -> bytes:
    return repacked(samples.talk_pptx(), changes)


def test_the_previews_of_four_kinds_are_taken(tmp_path: Path) -> None:
    image = preview(tmp_path, deck({JPEG: picture()}))
    assert image.width == 240
    blue = image.convert("RGB").getpixel((20, 20))
    assert isinstance(blue, tuple)
    assert blue[2] > 90 > blue[0]
    word = repacked(samples.report_docx(), {JPEG: picture((600, 800))})
    assert preview(tmp_path, word, DOCX).size == (240, 320)
    for kind, media_type in (("text", ODT), ("presentation", ODP)):
        odf = repacked(samples.open_document(kind, ""), {"Thumbnails/thumbnail.png": picture(kind="PNG")})
        assert preview(tmp_path, odf, media_type).width == 240


def test_the_relation_says_where_it_is_and_only_within_the_file(tmp_path: Path) -> None:
    elsewhere = {"media/first.png": picture(kind="PNG"), JPEG: b""}
    assert preview(tmp_path, deck(elsewhere | {RELATIONS: relation("/media/first.png")})).width == 240
    for wrong in (
        relation("media/first.png", TYPE.replace("metadata/thumbnail", "image")),
        relation("media/first.png", more=' TargetMode="External"'),
        relation("file:///etc/passwd"),
        relation("../../../../etc/passwd"),
        relation(""),
        relation("ppt/presentation.xml"),
    ):
        assert reason(tmp_path, deck(elsewhere | {RELATIONS: wrong})) == Reason.NO_SUCH_PAGE


def test_no_preview_an_empty_one_and_a_metafile_are_none(tmp_path: Path) -> None:
    assert reason(tmp_path, samples.talk_pptx()) == Reason.NO_SUCH_PAGE  # the library's own: a blank slide
    assert reason(tmp_path, deck({JPEG: b"\x01\0\0\0" + bytes(200)})) == Reason.NO_SUCH_PAGE
    assert reason(tmp_path, samples.open_document("text", ""), ODT) == Reason.NO_SUCH_PAGE


def test_hostile_pictures_and_archives_are_refused(tmp_path: Path) -> None:
    huge = b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", 60_000, 60_000, 8, 2, 0, 0, 0) + bytes(4)
    assert reason(tmp_path, deck({JPEG: huge})) in {Reason.BOMB, Reason.BROKEN}
    assert reason(tmp_path, deck({JPEG: picture((5_000, 4_000), "PNG")})) == Reason.BOMB
    assert reason(tmp_path, deck({JPEG: picture()[:300]})) == Reason.BROKEN
    assert reason(tmp_path, deck({JPEG: b"\xff\xd8\xff" + bytes(9 * 1024 * 1024)})) in {Reason.BOMB, Reason.TOO_LARGE}
    entity = b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>'
    assert reason(tmp_path, deck({RELATIONS: entity})) == Reason.BOMB
    assert reason(tmp_path, b"PK\x03\x04 no archive") == Reason.BROKEN


def test_the_picture_is_written_anew_without_what_it_carried(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x013B] = "Somebody’s name"
    buffer = io.BytesIO()
    Image.open(io.BytesIO(picture())).save(buffer, "JPEG", exif=exif)
    data = deck({JPEG: buffer.getvalue()})
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert b"Somebody" in archive.read(JPEG)
    assert not preview(tmp_path, data).getexif()

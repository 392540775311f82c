"""What is taken in, what is refused and why, and that nothing refused is kept."""

import io
import zipfile
from datetime import timedelta

import pytest
from PIL import Image

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.errors import Conflict, Invalid
from infocus.engines.bound import engines
from infocus.library.models import DocumentRole, DocumentVersion
from infocus.library.services import read_again, remove_document
from infocus.library.uploads import clean_name, received
from tests.library.shelf import LIMIT, kept


def _photo(**more):
    exif = Image.Exif()
    exif[0x010F] = "A camera that knows where it was"
    file = io.BytesIO()
    Image.new("RGB", (300, 200), "navy").save(file, "JPEG", exif=exif, **more)
    return file.getvalue()


def _keys():
    return set(engines().storage.keys(clock.now() + timedelta(days=1)))


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "empty.pdf", "nothing to read"),
        (b"MZ" + bytes(range(256)) * 8, "program.pdf", "does not match"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "picture.pdf", "does not match"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "drawing.svg", "not taken"),
        (b"x" * (LIMIT + 1), "long.txt", "larger than"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "broken.png", "damaged"),
    ],
)
def test_refused_with_a_reason_beside_the_field_and_not_kept(shelf, data, name, words):
    before = _keys()
    with pytest.raises(Invalid) as refusal:
        kept(data, name)
    assert words in refusal.value.fields["file"]
    assert _keys() == before


def test_a_picture_is_encoded_anew_without_what_the_camera_added(shelf):
    photo = _photo()
    assert b"camera" in photo
    document = shelf.add(shelf.note(), photo, "place.jpg", DocumentRole.IMAGE, alt="A workshop at night")
    version = shelf.version(document)
    assert (version.media_type, version.file_name) == ("image/webp", "place.webp")
    sent = shelf.world.client(shelf.author).get(f"/documents/{document}/file")
    assert b"camera" not in sent.data
    assert sent.headers["Content-Disposition"].startswith("inline;")


def test_a_picture_needs_words_and_a_picture(shelf):
    note = shelf.note()
    with pytest.raises(Invalid) as refusal:
        shelf.add(note, _photo(), "place.jpg", DocumentRole.IMAGE, alt="  ")
    assert set(refusal.value.fields) == {"alt"}
    with pytest.raises(Invalid) as refusal:
        shelf.add(note, b"No picture at all.", "place.txt", DocumentRole.IMAGE, alt="A workshop")
    assert set(refusal.value.fields) == {"file"}


def test_the_same_file_again_is_noticed_in_the_record_only(shelf):
    first, second = shelf.note(), shelf.note()
    shelf.add(first, b"The same words.", "one.txt")
    with pytest.raises(Invalid) as refusal:
        shelf.add(first, b"The same words.", "two.txt")
    assert "one.txt" in refusal.value.fields["file"]
    shelf.add(second, b"The same words.", "two.txt")


def test_a_removed_document_is_gone_and_may_come_back(shelf, work):
    note = shelf.note()
    document = shelf.add(note, b"The same words.", "one.txt")
    with unit_of_work():
        remove_document(shelf.document(document))
    assert shelf.world.client(shelf.author).get(f"/documents/{document}/file").status_code == 404
    shelf.add(note, b"The same words.", "one.txt")


def test_a_file_whose_record_could_not_be_changed_is_dropped(shelf):
    before = _keys()
    with pytest.raises(ZeroDivisionError), received(io.BytesIO(b"Some words."), "one.txt", LIMIT):
        raise ZeroDivisionError
    assert _keys() == before


def test_too_long_texts_are_told_beside_their_fields(shelf):
    with pytest.raises(Invalid) as refusal:
        shelf.add(shelf.note(), b"Some words.", "one.txt", title="t" * 201, note="n" * 301)
    assert set(refusal.value.fields) == {"title", "note"}


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\me\\plan.docx", "plan.docx"),
        ("a\r\nb\x00.txt", "ab.txt"),
        ("\u202egpj.txt", "gpj.txt"),
        ("za\u0301ve\u030cr.txt", "závěr.txt"),
        ("   ", "file"),
        (".htaccess", "htaccess"),
        ("x" * 500 + ".docx", "x" * 115 + ".docx"),
    ],
)
def test_names_are_made_safe_to_show(sent, shown):
    assert clean_name(sent) == shown


def test_only_a_failed_file_is_read_again(shelf, work):
    document = shelf.add(shelf.note(), b"Some words.", "one.txt")
    work()
    with pytest.raises(Conflict), unit_of_work():
        read_again(shelf.version(document))


def _bomb():
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", bytes(60_000_000))
    return file.getvalue()


def test_a_bomb_is_not_taken(shelf):
    with pytest.raises(Invalid) as refusal:
        kept(_bomb(), "letter.docx")
    assert "unpacks" in refusal.value.fields["file"]
    assert db.session.query(DocumentVersion).count() == 0

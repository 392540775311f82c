"""A ZIP given out by stretches: opened by the tools people have, whatever is in it, and the same every time."""

import io
import shutil
import subprocess
import zipfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from infocus.meetings.evidence.naming import Names, safe_name
from infocus.meetings.evidence.zipping import Entry, Zip

AT = datetime(2017, 9, 13, 9, 30, 20, tzinfo=UTC)
FILES = {
    "report.pdf": b"%PDF" * 50,
    "outputs/01-ouverture/Écosystème.docx": b"PK" * 700,
    "empty.txt": b"",
    "a/b.url": b"x",
}
GIB = 1024**3


def made(files: dict[str, bytes]) -> Zip:
    return Zip([Entry(path, len(data), zlib.crc32(data), AT) for path, data in files.items()])


def source(files: dict[str, bytes]):
    contents = list(files.values())
    return lambda index, start, length: iter((contents[index][start : start + length],))


def whole(files: dict[str, bytes]) -> bytes:
    packed = made(files)
    return b"".join(packed.read(0, packed.size, source(files)))


def test_it_opens_and_holds_what_was_put_in() -> None:
    data = whole(FILES)
    assert len(data) == made(FILES).size
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        assert opened.testzip() is None
        assert {name: opened.read(name) for name in opened.namelist()} == FILES
        assert opened.namelist() == list(FILES)
        assert {info.date_time for info in opened.infolist()} == {(2017, 9, 13, 9, 30, 20)}
    assert whole(FILES) == data


@pytest.mark.skipif(not shutil.which("unzip"), reason="no unzip here")
def test_unzip_finds_nothing_wrong(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(whole(FILES))
    said = subprocess.run(["unzip", "-tqq", tmp_path / "a.zip"], capture_output=True, text=True, check=False)
    assert (said.returncode, said.stderr) == (0, "")


def test_any_stretch_is_that_stretch_of_the_whole() -> None:
    data, packed = whole(FILES), made(FILES)
    for start in range(0, len(data), 61):
        for length in (1, 37, 700, len(data)):
            assert b"".join(packed.read(start, length, source(FILES))) == data[start : start + length]


def test_nothing_in_it_is_an_empty_zip() -> None:
    with zipfile.ZipFile(io.BytesIO(whole({}))) as opened:
        assert opened.namelist() == []


class Sparse(io.RawIOBase):
    """A ZIP too large to be held, as a file: each read asks for that stretch."""

    def __init__(self, packed: Zip, source) -> None:
        self._packed, self._source, self._at = packed, source, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        self._at = offset + {0: 0, 1: self._at, 2: self._packed.size}[whence]
        return self._at

    def readinto(self, buffer) -> int:
        data = b"".join(self._packed.read(self._at, len(buffer), self._source))
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)


def zeros(_index: int, _start: int, length: int) -> Iterator[bytes]:
    yield bytes(length)


def test_files_beyond_four_gigabytes_are_found_where_they_are() -> None:
    entries = [Entry("one.mov", 5 * GIB, 1, AT), Entry("two.mov", 3 * GIB, 2, AT), Entry("last.txt", 4, 0x2144DF1C, AT)]
    with zipfile.ZipFile(Sparse(Zip(entries), zeros)) as opened:
        assert [(info.filename, info.file_size, info.CRC) for info in opened.infolist()] == [
            (each.path, each.size, each.crc) for each in entries
        ]
        assert opened.getinfo("last.txt").header_offset > 8 * GIB
        assert opened.read("last.txt") == bytes(4)
        with opened.open("two.mov") as file:
            assert file.read(10) == bytes(10)


def test_more_files_than_a_plain_zip_counts() -> None:
    files = {f"{number}.txt": b"" for number in range(65_540)}
    with zipfile.ZipFile(io.BytesIO(whole(files))) as opened:
        assert len(opened.namelist()) == 65_540


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Report", "Report.pdf"), ("a/b\\c:d*e?f\"g<h>i|j", "a b c d e f g h i j.pdf"), ("  ends. . ", "ends.pdf"),
        ("CON", "_CON.pdf"), ("lpt1.x", "_lpt1.x.pdf"), ("", "_.pdf"), ("..", "_.pdf"),
        ("tab\tand\nline", "tab and line.pdf"),
        ("exe\u202efdp", "exe fdp.pdf"), ("Zażółć", "Zażółć.pdf"), ("عربي", "عربي.pdf"), ("é", "é.pdf"),
    ],
)  # fmt: skip
def test_a_name_opens_everywhere(title: str, name: str) -> None:
    assert safe_name(title, ".PDF") == name


def test_a_name_is_no_longer_than_a_disk_takes() -> None:
    for title in ("x" * 500, "界" * 500, "😀" * 200):
        assert len(safe_name(title, ".docx").encode()) <= 200
    assert safe_name("x", "./../../p d f") == "x.pdf"


def test_a_name_is_given_out_once_whatever_the_case() -> None:
    names = Names()
    assert [names.once("o", title, ".pdf") for title in ("Notes", "notes", "NOTES", "Notes ")] == [
        "o/Notes.pdf", "o/notes (2).pdf", "o/NOTES (3).pdf", "o/Notes (4).pdf"
    ]  # fmt: skip
    assert names.once("o", "Notes", ".docx") == "o/Notes.docx"
    assert names.once("o", "Cafe\u0301", ".pdf") == "o/Café.pdf"
    assert names.once("o", "Café", ".pdf") == "o/Café (2).pdf"

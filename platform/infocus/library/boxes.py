"""Where the words of a PDF's page are: found in the child process when first asked for, then kept in the store."""

import json
import unicodedata
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from sqlalchemy.exc import IntegrityError

from infocus.core.db import db, unit_of_work
from infocus.engines.bound import engines
from infocus.engines.extraction.kinds import PDF
from infocus.engines.extraction.placing import page_letters
from infocus.engines.extraction.port import Letters, Unreadable
from infocus.engines.search.text import WORD
from infocus.library.models import DocumentVersion, PageWords

MOST_BYTES = 4_000_000
"""Of a page's kept words, unpacked: fifty times what a page of small print has."""

Box = tuple[int, int, int, int]
"""Left, top, right, bottom in ``engines.extraction.port.UNITS`` of the page's width and height."""


@dataclass(frozen=True, slots=True)
class BoxedWord:
    """A word as it is in the page's text, and where it is printed: one box, or two where a line's end cuts it."""

    text: str
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class BoxedPage:
    """The words of a page in reading order; its width and height as drawn, in points (0: not known)."""

    width: int = 0
    height: int = 0
    words: tuple[BoxedWord, ...] = ()


def has_boxes(version: DocumentVersion) -> bool:
    """Whether the words of this kind of file have a place on a page."""
    return version.media_type == PDF


def boxed_page(version: DocumentVersion, number: int) -> BoxedPage:
    """A page (from 1) with the places of its words; without words where there is no such page, or nobody can tell.

    What cannot be read is kept as a page without words: a hostile page is not tried again at every look.
    """
    key = (version.id, number)
    known = db.session.get(PageWords, key)
    if known is None:
        data = _packed(_found(version.storage_key, number))
        stored = engines().storage.put(BytesIO(data), len(data))
        try:
            with unit_of_work():
                db.session.add(PageWords(version_id=key[0], number=number, storage_key=stored.key, size=stored.size))
        except IntegrityError:  # found by two at once: the first one stays
            engines().storage.delete(stored.key)
        known = db.session.get_one(PageWords, key)
    with engines().storage.open(known.storage_key) as file:
        return _unpacked(file.read())


def words_of(letters: Letters) -> Iterator[BoxedWord]:
    """The words among a page's characters, composed as the page's text is."""
    for match in WORD.finditer(letters.text):
        places = [letters.places[4 * at : 4 * at + 4] for at in range(*match.span())]
        yield BoxedWord(unicodedata.normalize("NFC", match[0]), tuple(_united(places)))


def _united(places: list[tuple[int, ...]]) -> Iterator[Box]:
    """Boxes around characters that stand beside one another; a character further off than one is large begins anew."""
    box: Box | None = None
    for left, top, right, bottom in places:
        if right <= left or bottom <= top:
            continue
        if box is None:
            box = (left, top, right, bottom)
            continue
        near = max(left - box[2], box[0] - right, top - box[3], box[1] - bottom) <= max(right - left, bottom - top)
        if not near:
            yield box
            box = (left, top, right, bottom)
        else:
            box = (min(left, box[0]), min(top, box[1]), max(right, box[2]), max(bottom, box[3]))
    if box is not None:
        yield box


def _found(storage_key: str, number: int) -> BoxedPage:
    try:
        with engines().storage.path(storage_key) as path:
            letters = page_letters(path, number)
    except Unreadable:
        return BoxedPage()
    return BoxedPage(letters.width, letters.height, tuple(words_of(letters)))


def _packed(page: BoxedPage) -> bytes:
    rows = [[word.text, *(side for box in word.boxes for side in box)] for word in page.words]
    body = json.dumps([page.width, page.height, rows], ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(body.encode())


def _unpacked(data: bytes) -> BoxedPage:
    width, height, rows = json.loads(zlib.decompressobj().decompress(data, MOST_BYTES))
    return BoxedPage(width, height, tuple(BoxedWord(text, tuple(_boxes(sides))) for text, *sides in rows))


def _boxes(sides: list[int]) -> Iterator[Box]:
    for at in range(0, len(sides), 4):
        yield sides[at], sides[at + 1], sides[at + 2], sides[at + 3]

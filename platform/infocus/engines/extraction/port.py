"""The port: what reading a file gives, the limits it runs under, and the reasons it can fail."""

from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a file cannot be taken or read. The codes are kept in records; `reasons.sentence` says them in words."""

    EMPTY = "empty"
    TYPE_LIES = "type-lies"
    NOT_ACCEPTED = "not-accepted"
    OLD_OFFICE = "old-office"
    MACROS = "macros"
    ENCRYPTED = "encrypted"
    BROKEN = "broken"
    BOMB = "bomb"
    TOO_LARGE = "too-large"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    NO_SUCH_PAGE = "no-such-page"


class Unreadable(Exception):
    """The file cannot be read. `reason` is for people, `detail` (English, never the file's text) for the log."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason.value}: {detail}" if detail else reason.value)
        self.reason = reason
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Page:
    """A page, slide or section: the unit search finds and comments hang on.

    `number` counts from 1. `label` is the file's own name of the page ("iv") or the number. `text` is clean: NFC, lines
    ended by LF, no control characters. `heading` is the heading the page stands under, or empty. `scanned` says that
    the page has no text at all: a scan or a picture.
    """

    number: int
    label: str
    text: str
    heading: str = ""
    scanned: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """How many pages the file has; given once, before the first page."""

    total: int


@dataclass(frozen=True, slots=True)
class Truncated:
    """Given last when a limit was met: `read` pages of `total` were read; `by` is "pages" or "characters"."""

    read: int
    total: int
    by: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A page drawn, or an image made safe: encoded bytes and their type, size in pixels; `number` is the page or 0."""

    number: int
    media_type: str
    width: int
    height: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Letters:
    """The text of a page with the place of each of its characters, as the page is drawn (turned and cropped).

    `width` and `height` are the drawn page's in points. `places` has four numbers a character: left, top, right, bottom
    in `UNITS` of the page's width and height, from its upper left corner; all 0 where a character has no place (a blank
    that nobody printed).
    """

    number: int
    width: int
    height: int
    text: str
    places: tuple[int, ...]


UNITS = 10_000
"""A page is so many units wide, and so many high: a place is told to a tenth of a pixel of a large screen."""

Rows = tuple[tuple[str, ...], ...]
"""A table: rows of cells as plain text, the first row as the file has it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of a text and what stands below it, up to the next heading.

    `number` is the heading's own ("4.1") or empty; `level` is 1 to 6, 0 for what stands before the first heading;
    `page` counts from 1, `None` where the file has no pages. `pieces` are Markdown and tables in the file's order.
    `whole_page`: the part is a page of a file in which no headings were found.
    """

    number: str
    title: str
    level: int
    page: int | None
    pieces: tuple[str | Rows, ...]
    whole_page: bool = False


Item = Page | Progress | Truncated


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one child process may use. The defaults read 2,000 dense pages and stop what is hostile."""

    memory_bytes: int = 1024 * 1024 * 1024
    cpu_seconds: int = 120
    wall_seconds: float = 300.0
    max_pages: int = 2000
    max_page_characters: int = 100_000
    max_characters: int = 20_000_000
    max_entries: int = 10_000
    max_unpacked_bytes: int = 512 * 1024 * 1024
    max_xml_bytes: int = 64 * 1024 * 1024
    max_ratio: int = 200
    max_pixels: int = 80_000_000

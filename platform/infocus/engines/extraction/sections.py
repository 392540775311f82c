"""Pages of a text that has none: a section for each heading, long ones cut at a paragraph."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from infocus.engines.extraction.cleaning import clean, clean_line
from infocus.engines.extraction.port import Item, Page, Progress, Truncated

SECTION_CHARACTERS = 4000
"""A section longer than this is cut at the next paragraph: about a page and a half of print, so that a hit is near."""


@dataclass(slots=True)
class Sections:
    """Collects headings and paragraphs in reading order and gives them back as pages."""

    _pages: list[tuple[str, str]] = field(default_factory=list)
    _heading: str = ""
    _lines: list[str] = field(default_factory=list)
    _size: int = 0
    _has_text: bool = False

    def heading(self, text: str) -> None:
        """Start a section. Headings with no text between them share a page; the last one names it."""
        line = clean_line(text)
        if line:
            if self._has_text or self._size > SECTION_CHARACTERS:
                self.break_page()
            self._heading = line
            self._append(line)

    def paragraph(self, text: str) -> None:
        """Add a paragraph, a list item or a table row (cells joined by " | ")."""
        for piece in _cut(clean(text)):
            if self._has_text and self._size + len(piece) > SECTION_CHARACTERS:
                self.break_page()
            self._append(piece)
            self._has_text = True

    def break_page(self) -> None:
        """A page ends here whatever comes next (a form feed, a new section); the heading stays until the next one."""
        if self._lines:
            self._pages.append((self._heading, "\n".join(self._lines)))
        self._lines, self._size, self._has_text = [], 0, False

    def items(self, cut: bool = False) -> Iterator[Item]:
        """The number of pages, the pages, and `Truncated` when the text was `cut` before it came here."""
        self.break_page()
        yield Progress(len(self._pages))
        for number, (heading, text) in enumerate(self._pages, start=1):
            yield Page(number, str(number), text, heading)
        if cut:
            yield Truncated(len(self._pages), len(self._pages), "characters")

    def _append(self, line: str) -> None:
        self._lines.append(line)
        self._size += len(line)


def _cut(text: str) -> Iterator[str]:
    """Pieces of at most a section's length, cut at a blank where there is one in the last tenth."""
    while len(text) > SECTION_CHARACTERS:
        at = max(text.rfind(" ", SECTION_CHARACTERS * 9 // 10, SECTION_CHARACTERS), 0) or SECTION_CHARACTERS
        yield text[:at]
        text = text[at:].lstrip()
    if text:
        yield text

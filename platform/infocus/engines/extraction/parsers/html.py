"""HTML: the text a reader would see, in sections at its headings. Nothing is fetched and nothing is run."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from infocus.engines.extraction.port import Item, Limits
from infocus.engines.extraction.sections import Sections
from infocus.engines.extraction.source import read_text

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HIDDEN = frozenset({"script", "style", "template", "noscript", "svg", "iframe", "object", "head"})
_CELLS = frozenset({"td", "th"})
_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "dd", "details", "div", "dl", "dt"),
        *("fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html", "li", "main", "nav", "ol"),
        *("p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul"),
    }
)


def read(path: Path, limits: Limits) -> Iterator[Item]:
    """The sections in order."""
    text, cut = read_text(path, limits)
    reader = _Reader()
    reader.feed(text)
    reader.close()
    yield from reader.finish().items(cut)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._sections = Sections()
        self._line: list[str] = []
        self._hidden: list[str] = []
        self._in_heading = False

    def finish(self) -> Sections:
        self._flush()
        return self._sections

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":  # the end tag of the head may be left out
            self._hidden.clear()
        if self._hidden:
            if tag == self._hidden[-1]:
                self._hidden.append(tag)
        elif tag in _HEADINGS:
            self._flush()
            self._in_heading = True
        elif tag in _HIDDEN:
            self._hidden.append(tag)
        elif tag in _BLOCKS:
            self._flush()
        elif tag in _CELLS and any(piece.strip() for piece in self._line):
            self._line.append(" | ")

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            if tag == self._hidden[-1]:
                self._hidden.pop()
        elif tag in _HEADINGS or tag in _BLOCKS:
            self._flush()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._line.append(data)

    def _flush(self) -> None:
        line = " ".join("".join(self._line).split())
        self._line = []
        if self._in_heading:
            self._sections.heading(line)
        else:
            self._sections.paragraph(line)
        self._in_heading = False

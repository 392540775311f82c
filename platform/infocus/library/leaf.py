"""A page's text as paragraphs of safe HTML, with the hits of a search lit and the one stood on set off."""

from dataclasses import dataclass

from markupsafe import Markup

from infocus.engines.extraction.kinds import PDF
from infocus.engines.search.highlighting import Span
from infocus.library.marking import lit
from infocus.library.reader import OpenPage

# A printed line nearly as long as most long ones goes on in the next; a short one ends its paragraph.
_FULL = 0.8


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page's heading, if it has one, and its paragraphs, all safe HTML."""

    heading: Markup
    paragraphs: list[Markup]


def leaf(opened: OpenPage) -> Leaf:
    """An open page, escaped, hits in ``<mark>``; the one stood on is ``<mark class="now" id="hit">``."""
    page, marks = opened.page, opened.marks
    if page is None:
        return Leaf(Markup(), [])
    text = joined_lines(page.text) if opened.version.media_type == PDF else page.text
    found = lit(text, page.language or opened.version.language, marks) if marks else []
    standing = opened.finds.at - opened.finds.before_page(opened.number) - 1 if opened.finds else -1
    pieces = []
    for start, end in _paragraph_spans(text):
        inside = [(number, span) for number, span in enumerate(found) if start <= span[0] < end]
        pieces.append(_render(text, start, end, inside, standing))
    if pieces and page.heading and text.lstrip().partition("\n")[0].strip() == page.heading:
        return Leaf(pieces[0], pieces[1:])
    return Leaf(Markup("{}").format(page.heading), pieces)


def joined_lines(text: str) -> str:
    """The text of a printed page with its line ends taken out where a paragraph goes on; every offset stays."""
    lines = text.split("\n")
    lengths = sorted(len(line) for line in lines if line.strip())
    full = _FULL * lengths[len(lengths) * 3 // 4] if lengths else 0
    pieces = []
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        goes_on = line.strip() and following.strip() and (len(line) >= full or following[0].islower())
        pieces.append(line + (" " if goes_on else "\n"))
    return "".join(pieces)[: len(text)]


def _paragraph_spans(text: str) -> list[Span]:
    found, place = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append((place, place + len(line)))
        place += len(line) + 1
    return found


def _render(text: str, start: int, end: int, hits: list[tuple[int, Span]], standing: int) -> Markup:
    html, place = Markup(), start
    for number, (left, right) in hits:
        mark = Markup('<mark class="now" id="hit">{}</mark>') if number == standing else Markup("<mark>{}</mark>")
        html += Markup("{}").format(text[place:left]) + mark.format(text[left : min(right, end)])
        place = right
    return html + Markup("{}").format(text[place : max(place, end)])

"""A page's text as paragraphs of safe HTML, with the hits of a search lit and the one stood on set off."""

from markupsafe import Markup

from infocus.engines.extraction.kinds import PDF
from infocus.engines.search.highlighting import Span
from infocus.library.marking import lit
from infocus.library.reader import OpenPage

# A printed line that is nearly as long as the longest goes on in the next one; a short one ends its paragraph.
_FULL = 0.72


def paragraphs(opened: OpenPage) -> list[Markup]:
    """An open page's paragraphs, escaped, hits in ``<mark>``; the one stood on is ``<mark class="now" id="hit">``."""
    page, marks = opened.page, opened.marks
    if page is None:
        return []
    text = joined_lines(page.text) if opened.version.media_type == PDF else page.text
    found = lit(text, page.language or opened.version.language, marks) if marks else []
    standing = opened.finds.at - opened.finds.before_page(opened.number) - 1 if opened.finds else -1
    pieces = []
    for start, end in _paragraph_spans(text):
        inside = [(number, span) for number, span in enumerate(found) if start <= span[0] < end]
        pieces.append(_render(text, start, end, inside, standing))
    return pieces


def joined_lines(text: str) -> str:
    """The text of a printed page with its line ends taken out where a paragraph goes on; every offset stays."""
    lines = text.split("\n")
    longest = max(map(len, lines), default=0)
    pieces = []
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else ""
        goes_on = line.strip() and following.strip() and len(line) >= longest * _FULL
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

"""A page's text as paragraphs of safe HTML, with the hits of a search lit and the one stood on set off."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from flask_babel import gettext as _
from markupsafe import Markup

from infocus.engines.extraction.kinds import PDF
from infocus.engines.search.highlighting import Span
from infocus.library.beside.passage import Passage
from infocus.library.lighting import found_on, standing_on
from infocus.library.reader import OpenPage

# A printed line nearly as long as most long ones goes on in the next; a short one ends its paragraph.
_FULL = 0.8


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as safe HTML, and its place in the page's text in code points."""

    html: Markup
    start: int
    end: int

    def __html__(self) -> Markup:
        return self.html


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page's heading, if it has one, and its paragraphs; a heading that is not among the words has no place."""

    heading: Paragraph | None
    paragraphs: list[Paragraph]


def leaf(opened: OpenPage, view: str = "text", passages: Sequence[Passage] = ()) -> Leaf:
    """An open page, escaped, hits in ``<mark>``; the one stood on is ``<mark class="now" id="hit">``.

    Passages are marked around them, each with a pin that leads to its comment. In the view ``page`` the picture is
    what is looked at: it has the place called ``hit``, and the unseen text no pins.
    """
    page = opened.page
    if page is None:
        return Leaf(None, [])
    text = joined_lines(page.text) if opened.version.media_type == PDF else page.text
    found, standing = found_on(opened), standing_on(opened)
    pieces = []
    for start, end in _paragraph_spans(text):
        hits = [(number, span) for number, span in enumerate(found) if start <= span[0] < end]
        own = [passage for passage in passages if passage.start < end and start < passage.end]
        html = _render(text, (start, end), hits, own, standing, view)
        pieces.append(Paragraph(html, start, end))
    if pieces and page.heading and text.lstrip().partition("\n")[0].strip() == page.heading:
        return Leaf(pieces[0], pieces[1:])
    return Leaf(Paragraph(Markup("{}").format(page.heading), 0, 0) if page.heading else None, pieces)


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


def _render(
    text: str, span: Span, hits: list[tuple[int, Span]], passages: Sequence[Passage], standing: int, view: str
) -> Markup:
    """Cut where anything begins or ends: every piece lies wholly in the hits and passages that cover it."""
    start, end = span
    edges = {edge for _number, hit in hits for edge in hit} | {
        edge for passage in passages for edge in (passage.start, passage.end)
    }
    cuts = [start, *sorted(edge for edge in edges if start < edge < end), end]
    html = Markup()
    for left, right in pairwise(cuts):
        piece = Markup("{}").format(text[left:right])
        hit = next(((number, place) for number, place in hits if place[0] <= left < place[1]), None)
        if hit is not None:
            now = hit[0] == standing
            place = Markup(' id="hit"') if now and view != "page" and left == hit[1][0] else ""
            piece = Markup("<mark{}{}>{}</mark>").format(Markup(' class="now"') if now else "", place, piece)
        html += _passages(piece, left, right, passages)
        if view != "page":
            html += Markup().join(_pin(passage) for passage in passages if left < passage.end <= right)
    return html


def _passages(piece: Markup, left: int, right: int, passages: Sequence[Passage]) -> Markup:
    """A piece in one mark that names all comments it belongs to; the more there are, the deeper it is coloured."""
    own = [passage for passage in passages if passage.start <= left and right <= passage.end]
    if not own:
        return piece
    look = f"pas n{min(len(own), 3)}{' on' if any(passage.on for passage in own) else ''}"
    return Markup('<mark class="{}" data-of="{}">{}</mark>').format(look, " ".join(each.id for each in own), piece)


def _pin(passage: Passage) -> Markup:
    name = _("Comment %(number)d on this passage", number=passage.number)
    pin = Markup('<a class="pin" id="p-{0}" href="#c-{0}" data-pin aria-label="{1}">{2}</a>')
    return pin.format(passage.id, name, passage.number)

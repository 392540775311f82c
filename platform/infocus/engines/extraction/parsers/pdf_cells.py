"""The text of a table's cell from its words: what a line's end cut is put together, what the writer parted stays so."""

import re
from collections.abc import Sequence
from itertools import pairwise

from infocus.engines.extraction.cleaning import clean
from infocus.engines.extraction.parsers.pdf_letters import HYPHEN, Word, around, in_lines
from infocus.engines.extraction.pdfium import joined

BULLET = re.compile(r"[•‣▪●◦–—\-*]$|\d{1,2}[.)]$")
APART = 0.5
"""Lines of a cell so many line heights apart are paragraphs."""
BLANK = 0.25
"""Of a line's height: the blank between two words."""
_CUT = re.compile(r"(?<=[^\W\d_])[-\u00ad]$")


def cell_text(words: Sequence[Word], room: float | None = None) -> str:
    """A cell's text, a paragraph a line; `room` is how wide the cell is between its lines, if that is known."""
    lines = in_lines(words)
    if not lines:
        return ""
    inner = None if room is None else _inner(lines, room)
    text = _plain(lines[0])
    for above, line in pairwise(lines):
        gone_on = not _begins(above, line, inner)
        # The mark of a cut word wants what follows right behind it; everything else a blank.
        text += ("" if text.endswith(HYPHEN) else " ") + _plain(line) if gone_on else "\n" + _plain(line)
    return clean(joined(text))


def _plain(line: Sequence[Word]) -> str:
    return _CUT.sub(HYPHEN, " ".join(word.text for word in line))


def _inner(lines: Sequence[Sequence[Word]], room: float) -> float:
    """What the widest line shows the cell to have for text: never less than that line."""
    widest = max(around(line).right - around(line).left for line in lines)
    height = lines[0][0].box.height
    return max(widest, room - height)


def _begins(above: Sequence[Word], line: Sequence[Word], room: float | None) -> bool:
    """Whether a line begins a paragraph: it is set apart, has a bullet, or would have had room on the line above."""
    upper, lower = around(above), around(line)
    if BULLET.match(line[0].text) and len(line) > 1:
        return True
    if upper.bottom - lower.top > APART * lower.height:
        return True
    return room is not None and fits(above, line, room)


def fits(above: Sequence[Word], line: Sequence[Word], room: float) -> bool:
    """Whether the first word of a line would have had room at the end of the one above, with some to spare."""
    upper, first = around(above), line[0].box
    return upper.right - upper.left + first.right - first.left + 2 * BLANK * first.height < room

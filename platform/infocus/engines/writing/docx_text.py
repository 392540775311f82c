"""Runs, links and lists of a DOCX, where python-docx leaves them to the XML."""

from collections.abc import Iterable

from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from infocus.engines.writing.flow import Kind, Line, Run

DEEPEST = 3
"""Lists in lists, as many as the template has styles for."""
_STYLES = {Kind.BULLET: "List Bullet", Kind.NUMBER: "List Number"}
_LINK = RGBColor(0x0B, 0x57, 0xD0)


def add_runs(paragraph: Paragraph, found: Iterable[Run], *, strong: bool = False) -> None:
    """Write runs at the end of a paragraph; links become links."""
    for each in found:
        run = paragraph.add_run(each.text)
        run.bold = True if strong or each.strong else None
        run.italic = True if each.emphasis else None
        run.font.strike = True if each.struck else None
        if each.code:
            run.font.name = "Courier New"
        if each.href:
            _link(paragraph, run, each.href)


def _link(paragraph: Paragraph, run: WordRun, href: str) -> None:
    run.font.underline, run.font.color.rgb = True, _LINK
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    element = run.font.element
    element.addprevious(link)
    link.append(element)


class Lists:
    """Items of lists: every numbered list begins with its own number."""

    def __init__(self, word: Word) -> None:
        self._word = word
        self._open: dict[int, int] = {}

    def item(self, line: Line) -> Paragraph:
        """A paragraph for an item, or for one that goes on with it."""
        depth = min(line.depth, DEEPEST - 1)
        if line.more:
            paragraph = self._word.add_paragraph()
            paragraph.paragraph_format.left_indent = Cm(0.63 * (depth + 1))
            return paragraph
        style = _STYLES[line.kind] + (f" {depth + 1}" if depth else "")
        paragraph = self._word.add_paragraph(style=style)
        if line.kind == Kind.NUMBER:
            if line.start is not None or depth not in self._open:
                self._open[depth] = self._begin(style, line.start or 1)
            numbering = paragraph.paragraph_format.element.get_or_add_pPr().get_or_add_numPr()
            numbering.get_or_add_numId().val = self._open[depth]
            numbering.get_or_add_ilvl().val = 0
        return paragraph

    def _begin(self, style: str, start: int) -> int:
        """The id of a new list that looks like ``style`` and begins with ``start``."""
        numbering = self._word.part.numbering_part.element
        usual = self._word.styles[style].element.pPr.numPr.numId.val
        made = numbering.add_num(numbering.num_having_numId(usual).abstractNumId.val)
        made.add_lvlOverride(ilvl=0).add_startOverride(start)
        return int(made.numId)

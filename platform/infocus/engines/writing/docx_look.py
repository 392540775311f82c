"""What a DOCX says about itself, and how it looks: properties, language, styles."""

from collections.abc import Iterable
from datetime import UTC

from docx.document import Document as Word
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor

from infocus.engines.writing.flow import safe
from infocus.engines.writing.port import TAGS, Paper

INK = RGBColor(0x1A, 0x1A, 0x1A)
FONT = "Calibri"
MOST = 255
"""Characters a property of an office file holds."""


def describe(word: Word, paper: Paper) -> None:
    """Title, author, language, page and letters of the whole document."""
    tag = TAGS.get(paper.language, paper.language)
    properties = word.core_properties
    properties.title, properties.subject = safe(paper.title)[:MOST], safe(paper.subject)[:MOST]
    properties.author = properties.last_modified_by = safe(paper.author)[:MOST]
    properties.language, properties.comments = tag, ""
    # Properties hold no zone; they are read as UTC.
    properties.created = properties.modified = paper.written.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), tag)
    _letters(word)
    for section in word.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.5)
        section.top_margin = section.bottom_margin = Cm(2.2)


def tongue(elements: Iterable[BaseOxmlElement], language: str) -> None:
    """Mark every run of these paragraphs as being in ``language``."""
    for element in elements:
        for run in element.iter(qn("w:r")):
            properties = run.get_or_add_rPr()
            mark = OxmlElement("w:lang")
            mark.set(qn("w:val"), TAGS.get(language, language))
            properties.append(mark)


def caption(word: Word, text: str) -> None:
    """The name of a table, above it and on the same page."""
    if text:
        word.add_paragraph(safe(text), style="Caption").paragraph_format.keep_with_next = True


def _letters(word: Word) -> None:
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(11)
    for name in ("Title", "Subtitle", "Caption", *(f"Heading {level}" for level in range(1, 7))):
        style = word.styles[name]
        style.font.name, style.font.color.rgb = FONT, INK
        fonts = style.element.rPr.rFonts
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):  # a theme's font would win
            fonts.attrib.pop(qn(f"w:{theme}"), None)

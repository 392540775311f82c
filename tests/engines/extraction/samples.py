"""Honest files made with the libraries people's programs use; the languages are the ten of the platform."""

import io
import zipfile

import docx
import pptx
import pypdfium2
import typst
from docx.oxml import parse_xml
from pptx.util import Inches

SENTENCES = {
    "en": "The city's workspaces — “makers” — grew by 12 %.",
    "es": "El año pasado creció la inversión en Ñuñoa.",
    "eu": "Hiriko enpresek lankidetza bultzatu dute; eñe ere bai.",
    "pt": "A inovação e a coesão são ações de amanhã.",
    "it": "Perché la città è più viva: così, può.",
    "cs": "Příliš žluťoučký kůň úpěl ďábelské ódy.",
    "ro": "Știința și țara își îndeplinesc încă o dată misiunea.",
    "pl": "Zażółć gęślą jaźń, źródło i ćma.",
    "de": "Große Wirtschaftsförderung für Straßen über Köln.",
    "fr": "L’œuvre naïve où l’été dès Noël garçon être.",
}
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def typeset(source: str) -> bytes:
    """A real PDF."""
    return bytes(typst.compile(source.encode(), format="pdf"))


def ten_languages_pdf() -> bytes:
    """A page for each language, each with a bookmark; the pages are numbered i, ii, iii."""
    pages = (f'= Part {code}\n#text(lang: "{code}")[{text}]' for code, text in SENTENCES.items())
    return typeset('#set page(numbering: "i")\n' + "\n#pagebreak()\n".join(pages))


def blank_pdf(pages: int) -> bytes:
    """Pages without a letter on them, as a scanner makes them."""
    pdf = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        pdf.new_page(595, 842)
    buffer = io.BytesIO()
    pdf.save(buffer)
    pdf.close()
    return buffer.getvalue()


def report_docx() -> bytes:
    """Headings, a list, a table with a merged cell, and what Word keeps outside of plain runs."""
    document = docx.Document()
    document.add_heading("Spaces for work", 0)
    document.add_paragraph("Before the first chapter.")
    document.add_heading("Costs", 1)
    table = document.add_table(rows=2, cols=3)
    for cell, text in zip(table.rows[0].cells, ("Action", "Owner", "Cost"), strict=True):
        cell.text = text
    table.cell(1, 0).merge(table.cell(1, 1)).text = "Fab lab, Porto"
    table.cell(1, 2).text = "120 000 €"
    document.add_heading("Lessons", 2)
    for text in SENTENCES.values():
        document.add_paragraph(text, style="List Bullet")
    changed = document.add_paragraph("Rents ")._p
    changed.append(parse_xml(f"<w:ins {W} w:id='1'><w:r><w:t>rise slowly</w:t></w:r></w:ins>"))
    changed.append(parse_xml(f"<w:del {W} w:id='2'><w:r><w:delText>explode</w:delText></w:r></w:del>"))
    control = f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>Inside a form field</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    document.element.body.insert(-1, parse_xml(control))
    return _saved(document)


def talk_pptx() -> bytes:
    """Three slides: text and notes, a table, a picture's empty slide."""
    show = pptx.Presentation()
    first = show.slides.add_slide(show.slide_layouts[1])
    first.shapes.title.text = "Peer review"
    first.placeholders[1].text = "Ask first\nAnswer later"
    first.notes_slide.notes_text_frame.text = "Say: the host listens."
    second = show.slides.add_slide(show.slide_layouts[5])
    second.shapes.title.text = "Przegląd"
    table = second.shapes.add_table(1, 2, Inches(1), Inches(2), Inches(4), Inches(1)).table
    table.cell(0, 0).text, table.cell(0, 1).text = "Žižkov", "12"
    show.slides.add_slide(show.slide_layouts[6])
    return _saved(show)


ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{space}:1.0"'
    for name, space in {
        "office": "office", "text": "text", "table": "table", "draw": "drawing", "presentation": "presentation",
    }.items()
)  # fmt: skip


def open_document(kind: str, body: str) -> bytes:
    """An ODF package: the uncompressed type first, then the content."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}", zipfile.ZIP_STORED)
        content = f"<office:document-content {ODF}><office:body>{body}</office:body></office:document-content>"
        archive.writestr("content.xml", f'<?xml version="1.0" encoding="UTF-8"?>{content}')
    return buffer.getvalue()


def plan_odt() -> bytes:
    """Headings, spaces, a tab, a list, a table, a note, a remark and tracked deletions."""
    return open_document(
        "text",
        "<office:text><text:tracked-changes><text:p>gone for good</text:p></text:tracked-changes>"
        '<text:h text:outline-level="1">Visão</text:h><text:p>Ações<text:s text:c="3"/>de<text:tab/>amanhã'
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Source: city</text:p>"
        "</text:note-body></text:note><office:annotation><text:p>a remark</text:p></office:annotation></text:p>"
        "<text:list><text:list-item><text:p>first point</text:p></text:list-item></text:list>"
        '<text:h text:outline-level="2">Budget</text:h><table:table><table:table-row><table:table-cell>'
        "<text:p>Rent</text:p></table:table-cell><table:table-cell><text:p>40 €</text:p></table:table-cell>"
        "</table:table-row></table:table></office:text>",
    )


def talk_odp() -> bytes:
    """Two slides, the second empty."""
    return open_document(
        "presentation",
        '<office:presentation><draw:page><draw:frame presentation:class="title"><draw:text-box><text:p>Spazi</text:p>'
        "</draw:text-box></draw:frame><draw:frame><draw:text-box><text:p>Più luce</text:p></draw:text-box></draw:frame>"
        "<presentation:notes><draw:frame><draw:text-box><text:p>Remember</text:p></draw:text-box></draw:frame>"
        "</presentation:notes></draw:page><draw:page/></office:presentation>",
    )


def _saved(document: "docx.document.Document | pptx.presentation.Presentation") -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def package(parts: dict[str, str]) -> bytes:
    """An OOXML package of the parts given, with the content types a reader looks for."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {"[Content_Types].xml": "<Types/>", **parts}.items():
            archive.writestr(name, content)
    return buffer.getvalue()

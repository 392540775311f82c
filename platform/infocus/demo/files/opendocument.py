"""ODT, written by hand: five XML parts in a zip, with headings, lists and tables a word processor knows."""

from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from infocus.demo.content.records import Document
from infocus.demo.files import archives
from infocus.demo.files.blocks import Bars, Block, Break, Flow, Heading, Listing, Paragraph, Quote, Table, read
from infocus.demo.files.notices import notice

_TYPE = "application/vnd.oasis.opendocument.text"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = (
    " ".join(
        f'xmlns:{prefix}="{_OASIS}:{name}"'
        for prefix, name in (
            ("office", "office:1.0"),
            ("text", "text:1.0"),
            ("table", "table:1.0"),
            ("style", "style:1.0"),
            ("meta", "meta:1.0"),
            ("fo", "xsl-fo-compatible:1.0"),
        )
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def write(document: Document, path: Path) -> None:
    """Write ``document`` to ``path``; the same words give the same bytes."""
    archives.pack(
        path,
        (
            ("mimetype", _TYPE.encode()),
            ("META-INF/manifest.xml", _manifest().encode()),
            ("meta.xml", _meta(document).encode()),
            ("styles.xml", _styles(document).encode()),
            ("content.xml", _content(document).encode()),
        ),
    )


def _manifest() -> str:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in (
            ("/", _TYPE),
            ("meta.xml", "text/xml"),
            ("styles.xml", "text/xml"),
            ("content.xml", "text/xml"),
        )
    )
    return (
        f'{_HEAD}<manifest:manifest xmlns:manifest="{_OASIS}:manifest:1.0" manifest:version="1.2">'
        f"{entries}</manifest:manifest>"
    )


def _meta(document: Document) -> str:
    return (
        f'{_HEAD}<office:document-meta {_SPACES} office:version="1.2"><office:meta>'
        f"<dc:title>{escape(document.title)}</dc:title><dc:language>{document.language}</dc:language>"
        f"<meta:initial-creator>{escape(document.organisation)}</meta:initial-creator>"
        f"<dc:date>{document.date}T00:00:00</dc:date></office:meta></office:document-meta>"
    )


def _styles(document: Document) -> str:
    headings = "".join(
        f'<style:style style:name="Heading_20_{level}" style:display-name="Heading {level}" style:family="paragraph" '
        f'style:default-outline-level="{level}"><style:paragraph-properties fo:margin-top="0.5cm"/>'
        f'<style:text-properties fo:font-size="{size}pt" fo:font-weight="bold"/></style:style>'
        for level, size in ((1, 17), (2, 13))
    )
    return (
        f'{_HEAD}<office:document-styles {_SPACES} office:version="1.2"><office:styles>'
        f'<style:default-style style:family="paragraph"><style:text-properties fo:language="{document.language}" '
        f'fo:font-size="11pt"/></style:default-style>{headings}</office:styles></office:document-styles>'
    )


def _content(document: Document) -> str:
    head = "".join(
        f"<text:p>{escape(line)}</text:p>"
        for line in (document.organisation, document.subtitle, notice(document.language))
    )
    body = "".join(part for block in read(document.body) for part in _parts(block))
    return (
        f'{_HEAD}<office:document-content {_SPACES} office:version="1.2"><office:body><office:text>'
        f"{_heading(1, document.title)}{head}{body}</office:text></office:body></office:document-content>"
    )


def _heading(level: int, text: str) -> str:
    return f'<text:h text:style-name="Heading_20_{level}" text:outline-level="{level}">{escape(text)}</text:h>'


def _parts(block: Block) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield _heading(level, text)
        case Paragraph(text) | Quote(text):
            yield f"<text:p>{escape(text)}</text:p>"
        case Listing(items) | Flow(steps=items):
            inner = "".join(f"<text:list-item><text:p>{escape(item)}</text:p></text:list-item>" for item in items)
            yield f"<text:list>{inner}</text:list>"
        case Table(caption, rows):
            yield _table(caption, rows)
        case Bars(caption, values):
            yield _table(caption, tuple((label, f"{value:g}") for label, value in values))
        case Break():
            yield "<text:p/>"


def _table(caption: str, rows: tuple[tuple[str, ...], ...]) -> str:
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    body = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p></table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for row in rows
    )
    title = f"<text:p>{escape(caption)}</text:p>" if caption else ""
    return f"{title}<table:table>{columns}{body}</table:table><text:p/>"

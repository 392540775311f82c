"""Markdown, plain text and HTML."""

from collections.abc import Iterator
from html import escape
from pathlib import Path

from infocus.demo.content.records import Document
from infocus.demo.files.blocks import Bars, Block, Break, Flow, Heading, Listing, Paragraph, Quote, Table, read
from infocus.demo.files.notices import notice


def write_markdown(document: Document, path: Path) -> None:
    """Write ``document`` as Markdown any reader knows: figures become lists."""
    signed = f"{document.organisation}, {document.date}"
    parts = [f"# {document.title}", document.subtitle, signed, f"> {notice(document.language)}"]
    parts += [_markdown(block) for block in read(document.body)]
    path.write_text("\n\n".join(part for part in parts if part) + "\n", encoding="utf-8")


def _markdown(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f"{'#' * (level + 1)} {text}"
        case Paragraph(text):
            return text
        case Quote(text):
            return f"> {text}"
        case Listing(items, ordered):
            return "\n".join(f"{f'{index}.' if ordered else '-'} {item}" for index, item in enumerate(items, 1))
        case Flow(caption, steps):
            return f"{caption}:\n\n" + "\n".join(f"{index}. {step}" for index, step in enumerate(steps, 1))
        case Table(caption, rows):
            lines = [f"| {' | '.join(row)} |" for row in rows]
            lines.insert(1, "|" + " --- |" * len(rows[0]))
            return (f"{caption}\n\n" if caption else "") + "\n".join(lines)
        case Bars(caption, values):
            return f"{caption}:\n\n" + "\n".join(f"- {label}: {value:g}" for label, value in values)
        case _:
            return ""


def write_text(document: Document, path: Path) -> None:
    """Write ``document`` as plain text, with form feeds between pages."""
    lines = [
        document.title,
        "=" * len(document.title),
        document.subtitle,
        document.organisation,
        notice(document.language),
    ]
    lines += [part for block in read(document.body) for part in _text(block)]
    path.write_text("\n\n".join(lines) + "\n", encoding="utf-8")


def _text(block: Block) -> Iterator[str]:
    match block:
        case Break():
            yield "\f"
        case Heading(_, text):
            yield f"{text}\n{'-' * len(text)}"
        case Table(caption, rows):
            yield "\n".join([caption, *("  ".join(row) for row in rows)]).strip()
        case _:
            plain = _markdown(block)
            if plain:
                yield plain


def write_html(document: Document, path: Path) -> None:
    """Write ``document`` as one plain HTML page without scripts or styles."""
    inner = "\n".join(_html(block) for block in read(document.body))
    path.write_text(
        f'<!doctype html>\n<html lang="{document.language}">\n<head><meta charset="utf-8">'
        f"<title>{escape(document.title)}</title></head>\n<body>\n<h1>{escape(document.title)}</h1>\n"
        f"<p>{escape(document.subtitle)}</p>\n<p>{escape(document.organisation)}</p>\n"
        f"<p><strong>{escape(notice(document.language))}</strong></p>\n{inner}\n</body>\n</html>\n",
        encoding="utf-8",
    )


def _html(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f"<h{level + 1}>{escape(text)}</h{level + 1}>"
        case Paragraph(text):
            return f"<p>{escape(text)}</p>"
        case Quote(text):
            return f"<blockquote><p>{escape(text)}</p></blockquote>"
        case Listing(items, ordered):
            tag = "ol" if ordered else "ul"
            return f"<{tag}>" + "".join(f"<li>{escape(item)}</li>" for item in items) + f"</{tag}>"
        case Flow(caption, steps):
            return f"<p>{escape(caption)}</p><ol>" + "".join(f"<li>{escape(step)}</li>" for step in steps) + "</ol>"
        case Table(caption, rows):
            return _html_table(caption, rows)
        case Bars(caption, values):
            return _html_table(caption, (("", ""), *((label, f"{value:g}") for label, value in values)))
        case _:
            return ""


def _html_table(caption: str, rows: tuple[tuple[str, ...], ...]) -> str:
    head = "".join(f"<th>{escape(cell)}</th>" for cell in rows[0])
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows[1:])
    return f"<table><caption>{escape(caption)}</caption><tr>{head}</tr>{body}</table>"

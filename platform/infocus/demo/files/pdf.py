"""PDF with typst: a cover, contents where the file is long, chapters, tables and two kinds of figure."""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path

import typst

from infocus.demo.content.records import Document
from infocus.demo.files.blocks import Block, Heading, read
from infocus.demo.files.notices import notice
from infocus.demo.files.template import TEMPLATE

_CHAPTERS_THAT_NEED_CONTENTS = 7


def write(document: Document, path: Path) -> None:
    """Write ``document`` to ``path``; the same words give the same bytes."""
    blocks = read(document.body)
    day = date.fromisoformat(document.date)
    chapters = sum(isinstance(block, Heading) and block.level == 1 for block in blocks)
    words = {
        "title": document.title,
        "subtitle": document.subtitle,
        "organisation": document.organisation,
        "language": document.language,
        "paper": document.paper,
        "date": [day.year, day.month, day.day],
        "notice": notice(document.language),
        "chapters": document.paper == "a5" or chapters >= _CHAPTERS_THAT_NEED_CONTENTS,
        "contents": chapters >= _CHAPTERS_THAT_NEED_CONTENTS,
        "blocks": [_plain(block) for block in blocks],
    }
    made = typst.compile(
        TEMPLATE.encode(),
        ignore_system_fonts=True,
        sys_inputs={"doc": json.dumps(words, ensure_ascii=False)},
        timestamp=0,
    )
    if not isinstance(made, bytes):
        raise TypeError("typst answered something else than one PDF")
    path.write_bytes(made)


def _plain(block: Block) -> dict[str, object]:
    return {"kind": type(block).__name__.lower(), **asdict(block)}

"""The DOCX writer, read back with python-docx and with our own reader."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from infocus.engines.extraction.kinds import DOCX
from infocus.engines.extraction.port import Page
from infocus.engines.extraction.reader import read_pages
from infocus.engines.extraction.sniff import sniff
from infocus.engines.writing.docx import write
from infocus.engines.writing.flow import Grid, Kind, Line, flow, literal, runs
from infocus.engines.writing.port import Block, Facts, Heading, NewPage, Paper, Prose, Table

TEXT = """A first paragraph with **weight**, *voice* and [a page](https://example.org/a).

- bread
- salt
  - coarse

3. three
4. four

> Said by the mayor.

| What | Cost |
|---|---|
| Desk | 85,000 |
"""


def paper(*blocks: Block, author: str = "") -> Paper:
    written = datetime(2018, 6, 26, 10, tzinfo=UTC)
    return Paper(title="Plan d’action", language="fr", blocks=blocks, author=author, written=written)


def opened(made: Paper):
    return docx.Document(BytesIO(write(made)))


def test_headings_paragraphs_lists_and_tables_are_what_they_are() -> None:
    word = opened(paper(Heading(1, "1 Contexte"), Prose(TEXT)))
    said = [(p.style.name, p.text) for p in word.paragraphs if p.text]
    assert said == [
        ("Title", "Plan d’action"),
        ("Heading 1", "1 Contexte"),
        ("Normal", "A first paragraph with weight, voice and a page."),
        ("List Bullet", "bread"),
        ("List Bullet", "salt"),
        ("List Bullet 2", "coarse"),
        ("List Number", "three"),
        ("List Number", "four"),
        ("Quote", "Said by the mayor."),
    ]
    first = word.paragraphs[2]
    assert [run.text for run in first.runs if run.bold] == ["weight"]
    assert [(link.text, link.address) for link in first.hyperlinks] == [("a page", "https://example.org/a")]
    assert [[cell.text for cell in row.cells] for row in word.tables[0].rows] == [["What", "Cost"], ["Desk", "85,000"]]
    assert word.tables[0].rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_each_numbered_list_begins_with_its_own_number() -> None:
    word = opened(paper(Prose("3. three\n4. four\n\nBetween.\n\n1. one\n2. two")))
    ids = [p._p.pPr.numPr.numId.val for p in word.paragraphs if p.style.name == "List Number"]
    assert ids[0] == ids[1] != ids[2] == ids[3]
    numbering = word.part.numbering_part.element
    starts = [numbering.num_having_numId(each).lvlOverride_lst[0].startOverride.val for each in (ids[0], ids[2])]
    assert starts == [3, 1]


def test_language_title_and_author_are_the_document_s_own() -> None:
    word = opened(paper(Prose("Bonjour."), Prose("Hello.", language="en"), author="Ville de Bordeaux"))
    properties = word.core_properties
    assert (properties.title, properties.author, properties.language) == (
        "Plan d’action",
        "Ville de Bordeaux",
        "fr-FR",
    )
    default = word.styles.element.find(f".//{qn('w:docDefaults')}//{qn('w:lang')}")
    assert default.get(qn("w:val")) == "fr-FR"
    french, english = word.paragraphs[1:3]
    assert (french._p.find(f".//{qn('w:lang')}"), english._p.find(f".//{qn('w:lang')}").get(qn("w:val"))) == (
        None,
        "en-GB",
    )


def test_a_table_of_its_own_has_a_caption_and_its_cells_are_markdown() -> None:
    word = opened(
        paper(
            Facts((("Ville", "Bordeaux"), ("Décision", ""))),
            NewPage(),
            Table(("Quoi", "Qui"), (("Le **guichet**", "Métropole"), ("Seul",)), "Actions"),
        )
    )
    facts, actions = word.tables
    assert [[cell.text for cell in row.cells] for row in facts.rows] == [["Ville", "Bordeaux"]]
    assert [[cell.text for cell in row.cells] for row in actions.rows] == [
        ["Quoi", "Qui"],
        ["Le guichet", "Métropole"],
        ["Seul", ""],
    ]
    assert "Actions" in [p.text for p in word.paragraphs if p.style.name == "Caption"]


@pytest.mark.parametrize("wild", ["a\x00b\x0bc", "\ud800", "x" * 70_000, "| a |\n|---|", "", "****", "1. \n2. \n"])
def test_wild_text_makes_a_file_that_opens(wild: str) -> None:
    made = paper(
        Heading(9, wild[:200]), Prose(wild), Table((wild[:100],), ((wild[:100],) * 70,), wild[:50]), Table((), ())
    )
    assert opened(made).paragraphs


def test_our_own_reader_reads_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(write(paper(Heading(1, "1 Contexte"), Prose(TEXT), Heading(1, "2 Actions"), Prose("Fin."))))
    assert sniff(path, path.name) == DOCX
    pages = [item for item in read_pages(path, DOCX) if isinstance(item, Page)]
    assert [page.heading for page in pages] == ["Plan d’action", "1 Contexte", "2 Actions"][-len(pages) :]


def test_markdown_flows_into_lines_and_grids() -> None:
    pieces = flow("## Head\n\n1. a\n\n   more\n\n```\ncode\n```\n\n| x |\n|---|\n| y |\n\n<b>no</b> [z](javascript:1)")
    lines = [(p.kind, p.more) for p in pieces if isinstance(p, Line)]
    assert lines == [
        (Kind.HEADING, False),
        (Kind.NUMBER, False),
        (Kind.NUMBER, True),
        (Kind.CODE, False),
        (Kind.TEXT, False),
    ]
    assert [len(p.rows) for p in pieces if isinstance(p, Grid)] == [2]
    assert "".join(run.text for run in runs("<b>no</b> [z](javascript:1)")) == "<b>no</b> [z](javascript:1)"
    assert all(not run.href for run in runs("[z](data:x)"))


@pytest.mark.parametrize(
    "words",
    ["1. no list", "- none", "# no heading", "*a* _b_ `c` ~~d~~", "[a](http://b)", "a | b", "&amp; <b>", "\\ x"],
)
def test_literal_words_say_just_themselves(words: str) -> None:
    found = runs(literal(words))
    assert "".join(run.text for run in found) == words
    assert not any(run.href or run.strong or run.emphasis or run.struck or run.code for run in found)


def test_columns_are_as_wide_as_the_paper_says() -> None:
    table = Table(("A", "B"), (("1", "2"),), shares=(3, 1))
    wide, narrow = (cell.width for cell in opened(paper(table)).tables[0].rows[1].cells)
    assert wide == pytest.approx(3 * narrow, rel=0.01)

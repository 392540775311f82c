"""Tables of PDFs: with lines, with few, with none; over pages; merged heads; and what only looks like a table."""

import io
from pathlib import Path

import pypdfium2
import pytest

from infocus.engines.extraction.kinds import PDF
from infocus.engines.extraction.parting import read_parts
from infocus.engines.extraction.port import Part, Rows
from tests.engines.extraction import samples

HEAD = ("Action", "Responsible", "Cost", "Start", "End")
DESK = ("A desk for the rooms of small firms in the whole of the town", "City", "5,000", "2018-09", "2020")
HOURS = ("Hours", "University of the north and the regional fund", "", "2018", "2020")
NIGHT = ("Night", "City", "7,000", "", "")
ROWS = (HEAD, DESK, HOURS, NIGHT)
COLUMNS = "(1.4fr, 1fr, auto, auto, auto)"
LORD = "#lorem(30)"


@pytest.fixture
def parts(tmp_path: Path):
    def reading(source: str | bytes) -> list[Part]:
        path = tmp_path / "file.pdf"
        path.write_bytes(samples.typeset(source) if isinstance(source, str) else source)
        return list(read_parts(path, PDF))

    return reading


def table(rows: Rows, options: str = "", columns: str = COLUMNS, again: str = "true") -> str:
    """A table in typst; the first row is a head that comes `again` on each page."""
    head, *body = ["".join(f"[{cell}]," for cell in row) for row in rows]
    return f"#table(columns: {columns}, {options} table.header(repeat: {again}, {head}), {''.join(body)})\n\n"


def plan(*pieces: str) -> str:
    """A plan of one chapter of these pieces, and a last one."""
    return f"= Actions\n{LORD}\n\n{''.join(pieces)}\n{LORD}\n= Last words\n{LORD}"


def tables(found: list[Part]) -> list[Rows]:
    return [piece for part in found for piece in part.pieces if not isinstance(piece, str)]


def text(found: list[Part]) -> str:
    return "\n".join(piece for part in found for piece in part.pieces if isinstance(piece, str))


LOOKS = {
    "all lines": "",
    "lines between columns only": "stroke: (left: .5pt, right: .5pt, top: 0pt, bottom: 0pt),",
    "no outer lines": "stroke: (x, y) => (left: if x > 0 {.5pt}, top: if y > 0 {.5pt}),",
    "a line below each row": "stroke: (bottom: .5pt),",
    "lines around the head": "stroke: (x, y) => if y == 0 {(top: 1pt, bottom: .5pt)},",
    "shaded rows": "stroke: none, fill: (x, y) => if calc.odd(y) {luma(230)},",
    "no lines": "stroke: none,",
    "centred cells": "align: center + horizon,",
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_rows_of_several_lines_with_empty_cells_in_every_look(parts, look: str) -> None:
    found = parts(plan(table(ROWS, look)))
    assert tables(found) == [ROWS]
    assert [(part.title, part.page) for part in found] == [("Actions", 1), ("Last words", 1)]
    assert "desk" not in text(found)  # no word is read twice
    assert text(found).count("Lorem ipsum") == 3
    kinds = [isinstance(piece, str) for piece in found[0].pieces]
    assert kinds == [True, False, True]  # the table stands where it is printed


def test_rows_set_as_tight_as_text(parts) -> None:
    rows = (HEAD, ("A desk", "City", "5,000", "2018", "2020"), ("Hours", "University", "", "2018", "2020"), NIGHT)
    cells = "".join(f"[{cell}]," for row in rows for cell in row)
    grid = f"#grid(columns: (40%, 25%, 15%, 10%, 10%), row-gutter: .65em, {cells})\n\n"
    assert tables(parts(plan(grid))) == [rows]


def test_merged_heads_titles_and_groups_as_in_word(parts) -> None:
    source = """#table(columns: 5, table.cell(colspan: 5)[Annex: all actions],
      table.cell(rowspan: 2)[Action], table.cell(rowspan: 2)[Who], table.cell(rowspan: 2)[Cost],
      table.cell(colspan: 2)[Whole period], [Start], [End], table.cell(colspan: 5)[Goal one],
      [Desk], [City], [5], [2018], [2020])"""
    assert tables(parts(plan(source))) == [
        (
            ("Annex: all actions", "", "", "", ""),
            ("Action", "Who", "Cost", "Whole period", ""),
            ("Action", "Who", "Cost", "Start", "End"),
            ("Goal one", "", "", "", ""),
            ("Desk", "City", "5", "2018", "2020"),
        )
    ]


def test_two_tables_beside_and_one_below_each_other(parts) -> None:
    small = "table(columns: 2, [Who], [City], [Cost], [5]), table(columns: 2, [a], [b], [c], [d])"
    pair = f"#grid(columns: 2, gutter: 20pt, {small})"
    found = tables(parts(plan(pair, "\n\n", table(ROWS))))
    assert found == [(("Who", "City"), ("Cost", "5")), (("a", "b"), ("c", "d")), ROWS]


def test_what_the_writer_parted_in_a_cell_stays_and_what_a_line_end_cut_is_put_together(parts) -> None:
    source = '#set page(width: 11cm)\n#set text(lang: "en", hyphenate: true)\n#set par(justify: true)\n' + plan(
        table(
            (
                ("What", "Who", "Cost"),
                ("- a desk\n- a hall with unconventional manufacturing", "Bielsko-Biala municipality", "1 \\ 2"),
            ),
            columns="(1fr, 2cm, auto)",
        )
    )
    assert tables(parts(source))[0][1] == (
        "• a desk\n• a hall with unconventional manufacturing",
        "Bielsko-Biala municipality",
        "1\n2",
    )


def test_a_table_over_pages_is_one_and_a_row_that_a_page_cuts_is_whole(parts) -> None:
    long = ("Hall B", " ".join(f"word{number}" for number in range(120)), "1", "2018", "2020")
    rows = (HEAD, DESK, long, *[(f"Room {number}", "City", str(number), "", "2020") for number in range(30)])
    for again in ("true", "false"):
        source = '#set page(height: 9cm, header: [Plan of Porto], numbering: "1")\n' + plan(table(rows, again=again))
        found = parts(source)
        assert tables(found) == [rows]
        assert found[-1].page > 5
        assert "Porto" not in text(found)


def test_a_plan_of_forty_pages(parts) -> None:
    chapters = [
        f"= Chapter {number}\n#lorem(1400)\n== Actions {number}\n"
        + table((HEAD, *[(f"Action {number}.{row}", *DESK[1:]) for row in range(25)]))
        + "#lorem(700)\n"
        for number in range(1, 13)
    ]
    head = '#set heading(numbering: "1.1")\n#set page(header: [Plan of Porto], numbering: "1 / 1")\n#outline()\n'
    found = parts(head + "\n".join(chapters))
    assert found[-1].page >= 40
    assert [len(rows) for rows in tables(found)] == [26] * 12
    actions = [part for part in found if part.number.count(".") == 1]
    assert [[isinstance(piece, str) for piece in part.pieces] for part in actions] == [[False, True]] * 12
    assert text(found).count("Lorem ipsum") == 24


def test_a_page_that_is_turned_when_shown(parts) -> None:
    pdf = pypdfium2.PdfDocument(samples.typeset(plan(table(ROWS)).replace("= Last words", "")))
    upright = tables(parts(saved(pdf)))
    # The same page drawn lying, and turned upright by its /Rotate.
    lying = "#set page(width: 29.7cm, height: 21cm)\n#place(dx: 0pt)[#rotate(-90deg, reflow: true, box(width: 15cm)["
    turned = pypdfium2.PdfDocument(samples.typeset(lying + table(ROWS) + "])]"))
    turned[0].set_rotation(90)
    assert upright == tables(parts(saved(turned))) == [ROWS]


def saved(pdf: pypdfium2.PdfDocument) -> bytes:
    buffer = io.BytesIO()
    pdf.save(buffer)
    return buffer.getvalue()


NONE = {
    "two columns of text": "#columns(2)[#set par(justify: true)\n#lorem(300)]",
    "three columns of text": "#columns(3)[#lorem(400)]",
    "a list of contents": "#outline()",
    "a list of contents without dots": "#set outline.entry(fill: none)\n#outline()",
    "a frame around a text": "#rect(width: 100%)[#lorem(50)]",
    "a list with marks": "- a b c\n- d e f\n- g h i",
    "a drawing": "#for n in range(30) {place(line(start: (n * 7pt, 0pt), end: (n * 9pt, n * 5pt)))}",
}


@pytest.mark.parametrize("source", NONE.values(), ids=NONE)
def test_what_only_looks_like_a_table_stays_text(parts, source: str) -> None:
    chapters = "".join(f"= Chapter {number} of the plan\n== Part {number}\n{LORD}\n" for number in range(1, 8))
    found = parts(f'#set heading(numbering: "1.1")\n{chapters}= Here\n{source}\n')
    assert found[-1].title == "Here" or "outline" in source
    assert tables(found) == []

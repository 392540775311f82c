"""Plans as Word files and PDFs for tests: chapters with text, tables in any language."""

import io

import docx
import typst


def plan_docx(*parts: tuple[str, int] | str | list[list[str]]) -> bytes:
    """A file of headings (text and level), paragraphs (text) and tables (rows)."""
    document = docx.Document()
    for part in parts:
        if isinstance(part, str):
            document.add_paragraph(part)
        elif isinstance(part, tuple):
            document.add_heading(part[0], part[1])
        else:
            table = document.add_table(rows=len(part), cols=len(part[0]))
            for row, texts in zip(table.rows, part, strict=True):
                for cell, text in zip(row.cells, texts, strict=True):
                    cell.text = text
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def plan_pdf(*parts: tuple[str, int] | str | list[list[str]]) -> bytes:
    """The same, printed."""
    pieces = ["#set page(flipped: true)"]
    for part in parts:
        if isinstance(part, str):
            pieces.append(part)
        elif isinstance(part, tuple):
            pieces.append(f"{'=' * part[1]} {part[0]}")
        else:
            cells = "".join(f"[{text}]," for row in part for text in row)
            pieces.append(f"#table(columns: {len(part[0])}, {cells})")
    return bytes(typst.compile("\n\n".join(pieces).encode()))


ACTIONS = [
    ["No.", "Action", "Responsible", "Budget (€)", "Source of funding", "Start", "End", "Indicator"],
    ["1", "A desk for rooms", "City", "85,000", "Own budget", "2018-09", "2020-12", "Answers in two days: 90 %"],
    ["2", "Hours in the laboratory", "University", "72,000", "City", "2019-03", "2021-03", "Hours let: 1,500"],
]
RISKS = [
    ["Risk", "Likelihood", "Impact", "Mitigation", "Owner"],
    ["The land register is slow", "High", "Medium", "Ask two years before", "Agency"],
]
_FIRST: tuple[tuple[str, int] | str | list[list[str]], ...] = (
    ("1 Context, needs and vision", 1),
    "Rooms for firms between five and thirty people are what the city lacks most.",
    ("2 Actions", 1),
    "Two actions have an owner.",
    ACTIONS,
    ("3 Implementation", 1),
    ("3.1 Governance", 2),
    "A steering group of seven meets each quarter and publishes its minutes.",
    ("3.2 Risks", 2),
    RISKS,
)
FIRST, PRINTED = plan_docx(*_FIRST), plan_pdf(*_FIRST)
SECOND = plan_docx(
    ("1 What we own", 1),
    "The agency holds eleven hectares beside the park, two halls and a house in the town.",
    ("2 Context, needs and vision", 1),
    "Rooms for firms between five and forty people are what the city lacks most.",
    ("3 Actions", 1),
    "Two actions have an owner.",
    [ACTIONS[0], ["1", "A desk for rooms", "City", "95,000", *ACTIONS[1][4:]], ["2", "A night of porters", *[""] * 6]],
    ("4 Implementation", 1),
    ("4.1 Who decides", 2),
    "A steering group of seven meets each quarter and publishes its minutes in three languages.",
)

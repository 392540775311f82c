"""Files cut into their sections: Word with all its ways to make a heading, PDF by look, scans by page."""

import io
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from infocus.engines.extraction.kinds import DOCX, HTML, MARKDOWN, ODT, PDF
from infocus.engines.extraction.parting import read_parts
from infocus.engines.extraction.port import Limits, Part, Reason, Unreadable
from tests.engines.extraction import samples
from tests.support.effort import at_most

W = samples.W


@pytest.fixture
def parts(tmp_path: Path):
    def reading(data: bytes, media_type: str, **limits: int) -> list[Part]:
        path = tmp_path / "file"
        path.write_bytes(data)
        return list(read_parts(path, media_type, Limits(**limits)))

    return reading


def saved(document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def heads(found: list[Part]) -> list[tuple[int, str, str]]:
    return [(part.level, part.number, part.title) for part in found]


def test_headings_lists_tables_and_tracked_changes_of_a_word_file(parts) -> None:
    found = parts(samples.report_docx(), DOCX)
    assert heads(found) == [(0, "", "Spaces for work"), (1, "", "Costs"), (2, "", "Lessons")]
    table = found[1].pieces[0]
    assert table == (("Action", "Owner", "Cost"), ("Fab lab, Porto", "", "120 000 €"))
    text = found[2].pieces[0]
    assert isinstance(text, str)
    assert text.count("\n- ") == 9
    assert "Rents rise slowly" in text
    assert "explode" not in text
    assert "Inside a form field" in text


def test_word_s_own_numbering_outline_levels_and_contents(parts) -> None:
    document = docx.Document()
    numbering = document.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {W} w:abstractNumId="90"><w:lvl w:ilvl="0"><w:start w:val="4"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>'
    )
    numbering.insert(0, abstract)
    numbering.append(parse_xml(f'<w:num {W} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for text, level in (("Framework", 0), ("Governance", 1), ("Monitoring", 1), ("Annex", 0)):
        paragraph = document.add_heading(text, level + 1)
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {W}><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>')
        )
        document.add_paragraph(f"About {text}.")
    direct = document.add_paragraph("Outside the styles")
    direct._p.get_or_add_pPr().append(parse_xml(f'<w:outlineLvl {W} w:val="1"/>'))
    document.styles.add_style("TOC 1", 1)
    document.add_paragraph("Framework ........ 3", style="TOC 1")
    document.add_paragraph("The end.")
    found = parts(saved(document), DOCX)
    assert heads(found) == [
        (1, "4", "Framework"),
        (2, "4.1", "Governance"),
        (2, "4.2", "Monitoring"),
        (1, "5", "Annex"),
        (2, "", "Outside the styles"),
    ]
    assert found[-1].pieces == ("The end.",)


def test_a_plan_without_heading_styles_is_cut_at_its_bold_numbered_lines(parts) -> None:
    document = docx.Document()
    document.add_paragraph("Plan of a city that never used a style")
    for number, title in (("1.", "Needs"), ("1.1", "Rooms"), ("2.", "Actions")):
        document.add_paragraph().add_run(f"{number} {title}").bold = True
        document.add_paragraph(f"About {title.lower()}, at some length.")
    found = parts(saved(document), DOCX)
    assert heads(found) == [(0, "", ""), (1, "1", "Needs"), (2, "1.1", "Rooms"), (1, "2", "Actions")]


def test_a_plan_without_any_heading_is_one_part(parts) -> None:
    document = docx.Document()
    document.add_paragraph("# one * and [two](x)\nand 1. three")
    document.add_paragraph("The second paragraph.")
    (only,) = parts(saved(document), DOCX)
    assert (only.title, only.level) == ("", 0)
    assert only.pieces == ("\\# one \\* and \\[two\\](x)\nand 1. three\n\nThe second paragraph.",)


def test_merged_cells_fill_what_they_span(parts) -> None:
    document = docx.Document()
    document.add_heading("Actions", 1)
    table = document.add_table(rows=3, cols=2)
    for row, texts in zip(table.rows, (("What", "Who"), ("Desk", "City"), ("", "Agency")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    (only,) = parts(saved(document), DOCX)
    assert only.pieces == ((("What", "Who"), ("Desk", "City"), ("Desk", "Agency")),)


def test_three_hundred_pages_with_tracked_changes_take_seconds(parts) -> None:
    document = docx.Document()
    for chapter in range(100):
        document.add_heading(f"{chapter // 10 + 1}.{chapter % 10 + 1} Chapter {chapter}", 2)
        for number in range(24):
            paragraph = document.add_paragraph(
                f"Paragraph {number} of chapter {chapter}. " + "Words about rooms. " * 18
            )
            ins = f"<w:ins {W} w:id='{number}'><w:r><w:t> Added {chapter}-{number}.</w:t></w:r></w:ins>"
            gone = f"<w:del {W} w:id='{number}'><w:r><w:delText> Struck out.</w:delText></w:r></w:del>"
            paragraph._p.append(parse_xml(ins))
            paragraph._p.append(parse_xml(gone))
    data = saved(document)
    with at_most(60):
        found = parts(data, DOCX, wall_seconds=300)
    text = "\n".join(piece for part in found for piece in part.pieces if isinstance(piece, str))
    assert len(found) == 100
    assert text.count(" Added ") == 2400
    assert "Struck" not in text


def test_headings_of_a_pdf_by_its_bookmarks_with_their_pages(parts) -> None:
    found = parts(samples.ten_languages_pdf(), PDF)
    assert [(part.title, part.page) for part in found] == [
        (f"Part {code}", number) for number, code in enumerate(samples.SENTENCES, start=1)
    ]
    assert all(samples.SENTENCES["pl"] not in str(part.pieces) for part in found[:7])
    assert samples.SENTENCES["fr"] in str(found[-1].pieces).replace("\\", "")


def test_headings_of_a_pdf_by_their_look_without_running_heads(parts) -> None:
    body = "#lorem(120)\n\n#lorem(60)\n\n"
    source = (
        '#set par(spacing: 2em)\n#set page(header: [Plan of Porto, draft], numbering: "1")\n'
        + "\n#pagebreak()\n".join(
            f'#text(size: 16pt)[{number} {title}]\n\n{body}#text(weight: "bold")[{number}.1 Inner {title}]\n\n{body}'
            for number, title in enumerate(("Needs", "Logic", "Actions", "Framework"), start=1)
        )
    )
    found = parts(samples.typeset(source), PDF)
    assert heads(found) == [
        head
        for number, title in enumerate(("Needs", "Logic", "Actions", "Framework"), start=1)
        for head in ((1, str(number), title), (2, f"{number}.1", f"Inner {title}"))
    ]
    assert [part.page for part in found] == [1, 1, 2, 2, 3, 3, 4, 4]
    assert "draft" not in str([part.pieces for part in found])
    assert all(len(str(part.pieces[0]).split("\n\n")) == 2 for part in found)


def test_a_pdf_without_headings_is_a_part_a_page_and_a_scan_says_nothing(parts) -> None:
    found = parts(samples.typeset("#lorem(50)\n#pagebreak()\n#lorem(30)"), PDF)
    assert [(part.page, part.whole_page, len(part.pieces)) for part in found] == [(1, True, 1), (2, True, 1)]
    assert [(part.page, part.pieces) for part in parts(samples.blank_pdf(3), PDF)] == [(1, ()), (2, ()), (3, ())]


def test_odt_markdown_and_html(parts) -> None:
    found = parts(samples.plan_odt(), ODT)
    assert heads(found) == [(1, "", "Visão"), (2, "", "Budget")]
    assert "- first point" in str(found[0].pieces)
    assert "gone for good" not in str(found)
    assert found[1].pieces == ((("Rent", "40 €"),),)
    markdown = (
        b"# 1 Needs\n\nText *as written*.\n\n| What | Who |\n|---|---|\n| Desk | City |\n\n## 1.1 More\n\n- a\n- b\n"
    )
    found = parts(markdown, MARKDOWN)
    assert heads(found) == [(1, "1", "Needs"), (2, "1.1", "More")]
    assert found[0].pieces == ("Text *as written*.", (("What", "Who"), ("Desk", "City")))
    assert [part.title for part in parts(b"<h1>Needs</h1><p>a</p><h2>Logic</h2><p>b</p>", HTML)] == ["Needs", "Logic"]


def test_limits_hold_and_nothing_is_lost(parts) -> None:
    document = docx.Document()
    for number in range(30):
        document.add_heading(f"Chapter {number}", 1)
        document.add_paragraph(f"Text {number}.")
    found = parts(saved(document), DOCX, max_pages=10)
    assert len(found) <= 10
    assert all(f"Text {number}." in str(found) for number in range(30))
    long = docx.Document()
    long.add_heading("Long", 1)
    for number in range(300):
        long.add_paragraph(f"Paragraph {number}. " + "x" * 500)
    found = parts(saved(long), DOCX)
    assert {part.title for part in found} == {"Long"}
    assert len(found) == 3


def test_what_cannot_be_read_says_why(parts) -> None:
    for data, media_type in ((b"%PDF-1.7\nnothing", PDF), (b"PK\x05\x06" + bytes(18), DOCX)):
        with pytest.raises(Unreadable) as caught:
            parts(data, media_type)
        assert caught.value.reason in {Reason.BROKEN, Reason.EMPTY}

"""The report as PDF and DOCX: what stands in it, for whom, in which language."""

from io import BytesIO

import docx
import pypdfium2
import pytest

from infocus.core.db import db, unit_of_work
from infocus.engines.writing.data import prose
from infocus.reviews.advice.models import Recommendation
from infocus.reviews.keeping.services import holding
from infocus.reviews.report.services import summing
from infocus.reviews.vocabulary import Seating
from tests.reviews.report.papers import MARKER, Held

RAPPORTEUR, FRIEND, HOST = Seating.RAPPORTEUR, Seating.FRIEND, Seating.HOST
VOICES = (HOST, Seating.FACILITATOR, RAPPORTEUR, Seating.NOTE_TAKER, FRIEND)
SUMMARY = "## Found\n\n- **Small** steps [209](/i/reviews/x/room#e209)\n  - one floor\n\n1. first\n2. second\n\n> Said."


def agree(held: Held, text: str = SUMMARY) -> None:
    actor = held.table.actor(RAPPORTEUR)
    with unit_of_work():
        summing.save_summary(actor, held.found(RAPPORTEUR), text)
    for step in (summing.send_summary, summing.settle_summary):
        with unit_of_work():
            step(actor, held.found(RAPPORTEUR))


def pdf(held: Held, who: str = FRIEND) -> bytes:
    answer = held.client(who).get(f"{held.path}/report.pdf")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf"), answer.text[:300]
    return answer.data


def words(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    try:
        return " ".join("\n".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()


def word_file(held: Held, who: str = FRIEND) -> str:
    answer = held.client(who).get(f"{held.path}/report.docx")
    assert answer.status_code == 200
    opened = docx.Document(BytesIO(answer.data))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in opened.paragraphs] + cells)


def test_the_pdf_is_tagged_and_says_what_the_review_was_and_found(held: Held) -> None:
    agree(held)
    content = pdf(held)
    assert b"/StructTreeRoot" in content
    assert b"pdfuaid" in content
    said = words(content)
    for expected in (
        "Bielsko-Biala's plan", "Report of a peer review", "Plan of Bielsko-Biala", "24 January 2018", "How it went",
        "Clarify", "Small steps (209)", "Begin with one floor.", "What the host takes home", "We ask the owners first.",
        "How to cite", "Co-funded by the European Union",
    ):  # fmt: skip
        assert expected in said, expected
    assert "Draft:" not in said
    assert "Who pays for the desks?" not in said


def test_the_docx_says_the_same(held: Held) -> None:
    agree(held)
    said = word_file(held)
    for expected in (
        "Small steps (209)",
        "Begin with one floor.",
        "Recommendations",
        "Co-funded by the European Union",
    ):
        assert expected in said
    assert "Who pays for the desks?" not in said


def test_answers_stand_in_it_once_there_are_any(held: Held) -> None:
    agree(held)
    assert "What the host answers" not in word_file(held)
    with unit_of_work():
        row = db.session.query(Recommendation).one()
        row.answer, row.reason, row.owner, row.due = "adapt", "Two floors, as the owner asks.", "City office", "2018-09"
    said = words(pdf(held))
    assert "Adapted Two floors, as the owner asks. City office Sept 2018" in said.replace("Sep 2018", "Sept 2018")


def test_the_transcript_is_in_it_only_when_everybody_agreed(held: Held) -> None:
    agree(held)
    for number, who in enumerate(VOICES):
        assert "Who pays for the desks?" not in word_file(held), number
        held.post(who, "/summary/transcript/yes")
    said = word_file(held)
    assert "Who pays for the desks?" in said
    assert f"The anonymous says: start with one floor. {MARKER}" in said
    assert "anonymous" in said
    assert "Nobody does" not in said  # was taken back
    assert "Who pays for the desks?" in words(pdf(held))
    held.post(FRIEND, "/summary/transcript/no")
    assert "Who pays for the desks?" not in word_file(held)


def test_after_the_deletion_it_still_says_what_it_may(held: Held, work) -> None:
    agree(held)
    for who in VOICES:
        held.post(who, "/summary/transcript/yes")
    with unit_of_work():
        holding.delete_now(held.table.actor(Seating.FACILITATOR), held.found(Seating.FACILITATOR))
    work()
    said = words(pdf(held))
    assert "Who pays for the desks?" not in said
    assert "Clarify" in said
    assert "We ask the owners first." in said  # a takeaway is a result
    assert "Begin with one floor." in said


@pytest.mark.parametrize("tail", ["/report.pdf", "/report.docx"])
def test_each_state_has_its_readers(held: Held, tail: str) -> None:
    inside, outside = (HOST, FRIEND, RAPPORTEUR, Seating.OBSERVER), ("officer", "secretariat")
    assert {held.status(who, tail) for who in inside} == {200}
    assert {held.status(who, tail) for who in (*outside, "stranger")} == {404}
    agree(held)
    assert {held.status(who, tail) for who in (*inside, *outside)} == {200}
    assert held.status("stranger", tail) == 404


def test_a_draft_says_so_and_leaves_out_a_summary_the_reader_may_not_have(held: Held) -> None:
    actor = held.table.actor(RAPPORTEUR)
    with unit_of_work():
        summing.save_summary(actor, held.found(RAPPORTEUR), "Not for everybody yet.")
    assert "Not for everybody yet." not in words(pdf(held, FRIEND))
    own = words(pdf(held, RAPPORTEUR))
    assert "Not for everybody yet." in own
    assert "Draft: the panel has not agreed" in own


def test_nothing_before_the_end(table) -> None:
    live = Held(table.start())
    assert live.status(FRIEND, "/report.pdf") == 404


@pytest.mark.parametrize("language", ["pl", "ro", "eu", "cs"])
def test_it_is_in_the_language_of_the_review(held: Held, language: str) -> None:
    agree(held, "Zażółć gęślą jaźń; ț ș; Příliš žluťoučký.")
    with unit_of_work():
        review = held.found(RAPPORTEUR)
        review.language = language
    content = pdf(held)
    assert "Zażółć gęślą jaźń; ț ș; Příliš žluťoučký." in words(content)
    assert f"/Lang ({language}".encode() in content or f"/Lang({language}".encode() in content


@pytest.mark.parametrize(
    "text",
    [
        "#import \"x\"\n$ \\ @ref <label> `raw` [a](javascript:alert(1))",
        "| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |",
        "- a\n\n  more\n- b\n  1. c\n     - d\n       - e\n\n5. five",
        "# One\n\n#### Four\n\n> > deep\n\n```\ncode\n```\n\n![picture](https://example.org/x.png)",
        "* " * 40 + "x",
    ],
)  # fmt: skip
def test_any_text_can_be_set(held: Held, text: str) -> None:
    agree(held, text)
    assert pdf(held)
    assert word_file(held)


def test_lists_are_trees_so_that_the_tags_say_lists() -> None:
    parts = prose("- a\n\n  more\n- b\n  - c\n    1. d\n\n1. x\n2. y\n\nText\n\n3. z")
    first, second, _text, third = parts
    assert [("".join(run["text"] for run in item["runs"]), len(item["more"])) for item in first["items"]] == [
        ("a", 1), ("b", 0)
    ]  # fmt: skip
    inner = first["items"][1]["inside"][0]
    assert inner["items"][0]["inside"][0]["ordered"]
    assert (second["ordered"], second["start"], len(second["items"])) == (True, 1, 2)
    assert (third["start"], len(third["items"])) == (3, 1)

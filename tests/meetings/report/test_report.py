"""The report of a meeting as PDF and DOCX: what stands in it, for whom, in which language, whatever people typed."""

import html
from datetime import UTC, datetime
from io import BytesIO

import docx
import pypdfium2
import pytest

from infocus.core.db import db, unit_of_work
from infocus.meetings.models import Coming, Decision, Meeting, MeetingAction, Output, Participant
from infocus.meetings.people.models import Attendance, ParticipantNeeds
from infocus.records.urls import record_path
from tests.meetings.halls import Hall
from tests.support.effort import at_most


def pdf(hall: Hall, who: str = "officer", query: str = "language=en&minutes=1") -> bytes:
    answer = hall.client(who).get(f"{hall.path}/report.pdf?{query}")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf"), answer.text[:300]
    return answer.data


def words(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    try:
        return " ".join("\n".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()


def word_file(hall: Hall, who: str = "officer", query: str = "language=en&minutes=1") -> str:
    answer = hall.client(who).get(f"{hall.path}/report.docx?{query}")
    assert answer.status_code == 200
    opened = docx.Document(BytesIO(answer.data))
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in opened.paragraphs] + cells)


@pytest.fixture
def held(hall: Hall) -> Hall:
    """It took place: people came, something was decided, written down and left to do."""
    with unit_of_work():
        meeting = hall.meeting
        meeting.state, meeting.minutes, meeting.language = "held", "## Leases\n\nWe *spoke* of leases.", "it"
        partner = meeting.partner
        ana = Participant(name="Ana Sousa", partner=partner, organisation="City hall", coming=Coming.YES)
        guest = Participant(name="Dr Guest", organisation="University", coming=Coming.YES)
        away = Participant(name="Said Yes", partner=partner, coming=Coming.YES)
        meeting.participants.extend([ana, guest, away])
        meeting.decisions.append(Decision(text="Name *every* owner", agreed="by all"))
        meeting.actions.append(MeetingAction(what="Send the contract", partner=partner, due="2017-12-15"))
        at = datetime(2017, 10, 27, tzinfo=UTC)
        meeting.actions.append(MeetingAction(what="Old list", partner=partner, done_at=at, dropped=True, reason="gone"))
        db.session.flush()
        db.session.add_all([Attendance(participant_id=each.id, day="2017-09-13") for each in (ana, guest)])
        db.session.add(ParticipantNeeds(participant_id=ana.id, diet="no nuts", access="a ramp"))
    hall.add_output("officer", title="A paper [x](y) *z*", session=hall.meeting.sessions[0].id)
    return hall


def test_the_pdf_is_tagged_and_says_what_the_meeting_was(held: Hall) -> None:
    content = pdf(held)
    document = pypdfium2.PdfDocument(content)
    assert document.is_tagged()
    assert document.get_metadata_dict()["Title"] == "Torino: Report of a meeting"
    document.close()
    assert b"pdfuaid" in content
    assert b"/Lang(en)" in content
    said = words(content)
    for expected in (
        "Report of a meeting", "13–14 Sept", "Day 1 · Wednesday, 13 September 2017", "09:30", "Opening",
        "2 people were there, from one partner.", "Ana Sousa, City hall", "Guests and others", "Dr Guest, University",
        "A paper [x](y) *z*", "Name *every* owner (by all)", "Send the contract", "15 Dec 2017", "Overdue,",
        "Dropped 27 Oct 2017: gone", "We spoke of leases.", "As written, in: Italiano.", "version ",
        "Co-funded by the European Union",
    ):  # fmt: skip
        assert expected in said, (expected, said)
    for private in ("Said Yes", "no nuts", "a ramp"):
        assert private not in said


def test_the_docx_says_the_same(held: Hall) -> None:
    said = word_file(held)
    for expected in (
        "Ana Sousa, City hall",
        "Name *every* owner (by all)",
        "A paper [x](y) *z*",
        "We spoke of leases.",
    ):
        assert expected in said
    assert "Said Yes" not in said


def test_headings_are_in_the_language_asked_for(held: Hall) -> None:
    content = pdf(held, query="language=it")
    assert b"/Lang(it)" in content
    assert "13–14 set 2017" in words(content).replace("sett", "set")
    assert b"/Lang(en)" in pdf(held, query="language=xx")


def test_the_minutes_are_there_when_they_are_asked_for(held: Hall) -> None:
    assert "We spoke" not in word_file(held, query="language=en")


def test_who_is_outside_the_network_reads_no_names(held: Hall) -> None:
    held.edit(visibility="all")
    said = word_file(held, "stranger")
    assert "Opening" in said
    assert "Ana Sousa" not in said
    assert "People" not in said.splitlines()
    assert "A paper" not in said  # the network's own
    assert "2 who were there" not in held.client("stranger").get(f"{held.path}/report").text


def test_what_one_may_not_read_is_not_there(held: Hall) -> None:
    held.add_output("neighbour", title="Ostrava alone", visibility="partner")
    assert "Ostrava alone" not in word_file(held)
    assert "Ostrava alone" in word_file(held, "neighbour")


def test_a_local_group_is_reported_to_its_city_alone(held: Hall) -> None:
    with unit_of_work():
        held.meeting.visibility = "partner"
        held.edit(title="Own circle")
    codes = {who: held.client(who).get(f"{held.path}/report{end}").status_code
             for who in ("neighbour", "stranger") for end in ("", ".pdf", ".docx")}  # fmt: skip
    assert set(codes.values()) == {404}
    assert "The people of Porto alone" in word_file(held, "ulg")


def test_of_what_is_empty_it_is_said_or_nothing(hall: Hall) -> None:
    with unit_of_work():
        for session in list(hall.meeting.sessions):
            db.session.delete(session)
    said = word_file(hall)
    for expected in (
        "No programme was written down.", "Who was there was not noted.", "Nothing was filed.",
        "No minutes were written.", "No decision was noted.", "No action was agreed.",
    ):  # fmt: skip
        assert expected in said
    assert "Open from earlier meetings" not in said


def test_what_was_open_before_it_is_in_it(held: Hall) -> None:
    held.call(title="Grenoble", starts="2018-01-24", ends="")
    said = word_file(held)
    assert "Open from earlier meetings" in said
    assert "Send the contract" in said
    assert "Old list" not in said


HOSTILE = (
    "שלום עולם", "سلام على العالم", "日本語の題", "👍🏽 👨‍👩‍👧 🇵🇱", "w" * 190, "https://a.example/" + "x" * 150,
    "| a | b |", "#panic(1) $x$ `code`", "<b>&amp;</b>", "1. no list", "- none", "\\ back\\slash", "[a](javascript:x)",
)  # fmt: skip


def test_any_words_come_out(held: Hall) -> None:
    with unit_of_work():
        meeting = held.meeting
        for text in HOSTILE:
            meeting.decisions.append(Decision(text=text))
            meeting.actions.append(MeetingAction(what=text, partner=meeting.partner))
        meeting.minutes = "\n\n".join(HOSTILE)
        meeting.title = "日本 👍"
    content = pdf(held)
    said = words(content)
    for text in ("#panic(1) $x$ `code`", "| a | b |", "<b>&amp;</b>", "1. no list", "\\ back\\slash"):
        assert text in said, text
    assert "□" in said  # no typeface of the house has these letters: a square, and still a paper
    assert html.escape("日本 👍") in held.client("officer").get(f"{held.path}/report").text
    assert "日本 👍" in word_file(held)


def test_five_hundred_outputs_take_seconds(held: Hall) -> None:
    with unit_of_work():
        meeting = held.meeting
        first = db.session.query(Output).filter_by(meeting_id=meeting.id).one()
        for number in range(499):
            db.session.add(
                Output(
                    network=first.network, network_id=first.network_id, partner_id=first.partner_id,
                    author_id=first.author_id, meeting=meeting, title=f"Output {number} of a long afternoon",
                    state="current", link="https://a.example/", kind="paper", language="en",
                    audience=[type(row)(key=row.key) for row in first.audience],
                )
            )  # fmt: skip
    with at_most(20):
        content = pdf(held)
    assert "Output 498 of a long afternoon" in words(content)
    with at_most(20):
        assert "Output 498" in word_file(held)


def test_the_page_offers_it_once_the_meeting_took_place(held: Hall) -> None:
    page = held.client("officer").get(held.path).text
    assert f'href="{held.path}/report"' in page
    chooser = held.client("officer").get(f"{held.path}/report")
    assert chooser.status_code == 200
    assert "2 who were there" in chooser.text
    held.edit(state="cancelled")
    assert f'href="{held.path}/report"' not in held.client("officer").get(held.path).text
    assert "called off" in word_file(held)


def test_a_removed_meeting_has_no_report(held: Hall) -> None:
    path = record_path(held.meeting)
    with unit_of_work():
        found = db.session.get_one(Meeting, held.meeting_id)
        found.removed_at = datetime(2018, 1, 1, tzinfo=UTC)
    assert held.client("lead").get(f"{path}/report.pdf").status_code in {404, 410}

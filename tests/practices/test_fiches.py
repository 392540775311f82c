"""A draft starts from a file: what is proposed, what taking it does, who may, and files that give nothing."""

import re

import pytest
from sqlalchemy import func, select

from infocus.core.db import db, unit_of_work
from infocus.core.ids import new_id
from infocus.core.outbox import OutboxRow
from infocus.library.models import Document, DocumentPage, DocumentRole, DocumentVersion, ReadingState
from infocus.practices.documents import practice_entries
from infocus.practices.fiches.models import Fiche, FicheState
from infocus.practices.fiches.reading import make_proposal
from infocus.practices.models import Practice, PracticeRevision, PracticeState
from infocus.records.models import Visibility
from tests.engines.extraction import hostile, samples
from tests.plans.files import plan_docx, plan_pdf
from tests.practices.conftest import Office
from tests.practices.fiches import FICHE, HOW, PARTS, Checked, start, started


@pytest.fixture
def checked(office: Office, work) -> Checked:
    return started(office, work)


def practices() -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count(Practice.id))) or 0


def revisions(office: Office) -> list[str]:
    own = select(PracticeRevision.note).where(PracticeRevision.practice_id == office.practice_id)
    return list(db.session.scalars(own.order_by(PracticeRevision.number)))


def test_headings_become_proposals_and_nothing_is_lost(checked: Checked) -> None:
    assert checked.text("title") == "One letter to fifty investors"
    assert checked.text("summary").startswith("A small office wrote one letter")
    assert checked.text("problem") == "Nobody answered the telephone."
    assert checked.text("how") == f"{HOW}\n\n**First steps**\n\nWrite the letter on one page."
    assert checked.text("resources").endswith("**Timescale**\n\nMarch 2015 to the end of 2017")
    assert (checked.text("started"), checked.text("ended")) == ("2015", "2017")
    assert [(row["what"], row["value"], row["currency"]) for row in checked.found["tables"]["amounts"]["rows"]] == [
        ("Staff", "40000", "EUR"),
        ("printing", "2500", "EUR"),
    ]
    assert checked.found["tables"]["indicators"]["rows"][0]["year"] == "2017"
    lesson, rest = checked.found["fields"]["lesson"], checked.found["rest"]
    assert lesson["cut"]
    assert len(lesson["text"]) <= 300
    assert lesson["text"] + " " + rest[0]["text"] == ("Ring first, write later. " * 40).strip()
    assert (rest[0]["of"], rest[-1]["text"]) == ("lesson", "The port lies in the south.")
    page = checked.page().text
    assert "“The solution”" in page
    assert "Cut to what fits here" in page
    assert "what did not fit into One lesson" in page


def test_nothing_is_in_the_draft_before_it_is_taken_then_all_of_it_as_one_revision(checked: Checked) -> None:
    office = checked.office
    assert (office.practice.title, office.practice.content.get("how")) == ("", None)
    answer = checked.press("all")
    assert answer.location.endswith("/edit")
    practice = office.practice
    assert practice.title == "One letter to fifty investors"
    assert practice.content["how"].startswith(HOW)
    assert practice.content["started"] == "2015"
    assert practice.content["amounts"][0] == {"what": "Staff", "value": 40000.0, "currency": "EUR"}
    assert revisions(office) == ["begun", "from the file fiche.docx"]
    assert checked.found["rest"]
    assert "Everything proposed is decided" in checked.page().text


def test_one_after_the_other_edited_left_out_and_brought_back(checked: Checked) -> None:
    office = checked.office
    answer = checked.press("take:title", {"title": "My own title", "problem": "Nobody ever answered."})
    assert answer.location.endswith("#p-summary")
    assert office.practice.title == "My own title"
    assert "problem" not in office.practice.content
    assert checked.text("problem") == "Nobody ever answered."  # what was typed beside it is kept
    checked.press("leave:problem")
    checked.press("all")
    assert "problem" not in office.practice.content
    assert office.practice.content["how"]
    assert revisions(office) == ["begun", "from the file fiche.docx"]
    checked.press("back:problem")
    checked.press("take:problem")
    assert office.practice.content["problem"] == "Nobody ever answered."


def test_what_the_draft_has_is_replaced_only_where_that_is_said(checked: Checked) -> None:
    office = checked.office
    office.save(title="Typed meanwhile", how="Typed, too.", amounts=[{"what": "Staff", "value": "40,000"}])
    answer = checked.press("all", {"replace": "how"})
    assert answer.location.endswith("#p-title")
    assert office.practice.title == "Typed meanwhile"
    assert office.practice.content["how"].startswith(HOW)
    assert [row["what"] for row in office.practice.content["amounts"]] == ["Staff", "printing"]
    page = checked.page().text
    assert "Typed meanwhile" in page
    assert "Replace it" in page


def test_rows_that_are_unticked_are_not_taken_and_not_lost(checked: Checked) -> None:
    checked.press("keep", {"amounts-0-use": ""})
    assert [row["use"] for row in checked.found["tables"]["amounts"]["rows"]] == ["", "use"]
    checked.press("take:amounts", {"amounts-0-use": ""})
    assert [row["what"] for row in checked.office.practice.content["amounts"]] == ["printing"]


def test_a_piece_without_a_place_is_put_where_it_belongs_as_far_as_it_fits(checked: Checked) -> None:
    last = checked.found["rest"][-1]["key"]
    checked.press(f"place:{last}", {f"place-{last}": "further"})
    assert checked.text("further") == "The port lies in the south."
    lesson = checked.found["rest"][0]["key"]
    before = checked.found["rest"][0]["text"]
    assert checked.press(f"place:{lesson}", {f"place-{lesson}": "lesson"}).status_code == 422  # no room is left
    assert checked.press(f"place:{lesson}").status_code == 422  # no section is chosen
    checked.press("take:problem")
    checked.press(f"place:{lesson}", {f"place-{lesson}": "problem"})  # below what the draft has by now
    assert checked.text("problem") == f"Nobody answered the telephone.\n\n{before}"
    checked.press("take:problem")
    assert checked.office.practice.content["problem"].endswith(before)
    assert checked.found["rest"] == []
    checked.press("leave:how")
    assert checked.press("place:99", {"place-99": "how"}).status_code == 404


def test_a_button_pressed_twice_does_it_once_and_an_old_page_overwrites_nothing(checked: Checked) -> None:
    seen = checked.fiche.seen
    checked.press("take:title")
    again = checked.press("take:title", {"title": "Other words"}, seen=seen)
    assert again.status_code == 303
    assert checked.office.practice.title == "One letter to fifty investors"
    stale = checked.press("take:how", {"how": "Typed in the other window."}, seen=seen)
    assert stale.status_code == 409
    assert "Typed in the other window." in stale.text
    assert "changed in another window" in stale.text
    assert "how" not in checked.office.practice.content


def test_the_form_sent_twice_makes_one_draft_and_keeps_one_file(office: Office, work) -> None:
    key = new_id()
    first, second = start(office, once=key), start(office, once=key)
    assert first.location == second.location
    assert practices() == 1
    assert db.session.scalar(select(func.count(DocumentVersion.id))) == 1


def test_too_long_a_text_is_said_beside_its_field_and_kept(checked: Checked) -> None:
    answer = checked.press("take:lesson", {"lesson": "x" * 301})
    assert answer.status_code == 422
    assert "301 characters; 300 fit" in answer.text
    assert "x" * 301 in answer.text
    assert "lesson" not in checked.office.practice.content
    bad_row = checked.press("take:amounts", {"amounts-0-value": "many"})
    assert bad_row.status_code == 422
    assert "Write a number" in bad_row.text
    assert "many" in bad_row.text


def test_the_proposal_is_the_authors_and_the_coordinators(checked: Checked) -> None:
    for who in ("neighbour", "expert", "observer", "stranger", "officer", "ulg"):
        assert checked.page(who).status_code == 404, who
        assert checked.press("take:title", who=who).status_code == 404, who
    assert checked.page("coordinator").status_code == 200


def test_only_who_may_write_a_practice_starts_one_from_a_file(office: Office) -> None:
    for who in ("expert", "lead", "observer", "stranger"):
        assert start(office, who=who).status_code in {403, 404}, who
    assert practices() == 0


def test_the_file_stays_with_its_makers_when_the_practice_is_shared(checked: Checked, work) -> None:
    office = checked.office
    checked.press("all")
    office.put(PracticeState.PUBLISHED, visibility=Visibility.ALL)
    document = checked.fiche.document
    assert document.role == DocumentRole.SOURCE
    doors = [
        f"/documents/{document.id}/file",
        f"/documents/{document.id}/state",
        f"/in-focus/documents/{document.id}-x",
    ]
    for who, status in (("author", {200, 301}), ("coordinator", {200, 301}), ("neighbour", {404}), ("stranger", {404})):
        for door in doors:
            assert office.world.client(office.people[who]).get(door).status_code in status, (who, door)
    page = office.world.client(office.people["neighbour"]).get(office.path).text
    assert "fiche.docx" not in page
    assert "The old fiche" not in page
    assert "The old fiche" in office.world.client(office.people["author"]).get(office.path).text
    entries = practice_entries(office.practice_id) or []
    assert not any("port lies in the south" in entry.text for entry in entries)


def test_a_comment_beside_the_file_would_show_its_words_to_others(checked: Checked) -> None:
    document = checked.fiche.document_id
    said = {"quote": "Nobody answered", "page": "1", "version": "1", "text": "Look.", "start": "0"}
    assert checked.client().post(f"/documents/{document}/passages", data=said).status_code == 403


BAD_FILES = {
    "a scan": (samples.blank_pdf(2), "scan.pdf", "pictures without text"),
    "a locked PDF": (hostile.locked_pdf(b"secret"), "locked.pdf", "locked with a password"),
    "300 pages": (samples.blank_pdf(300), "long.pdf", "much longer than a fiche"),
    "a broken PDF": (b"%PDF-1.7\nnothing", "broken.pdf", "damaged or incomplete"),
    "too much text": (plan_docx(("How", 1), "word " * 30_000), "book.docx", "much longer than a fiche"),
}


def test_a_file_that_gives_no_proposal_says_why_and_is_kept(office: Office, work) -> None:
    for kind, (data, name, words) in BAD_FILES.items():
        checked = started(office, work, data, name)
        page = checked.page()
        assert page.status_code == 200, kind
        assert words in page.text, kind
        assert "The draft and the file are kept" in page.text, kind
        assert office.practice.state == PracticeState.DRAFT
        assert checked.client().get(f"/documents/{checked.fiche.document_id}/file").data == data


REFUSED = {
    "nothing": (b"", "empty.docx", "nothing to read"),
    "a table": (hostile.repacked(samples.report_docx(), {}), "fiche.xlsx", "ending"),
    "a picture": (b"GIF89a" + bytes(20), "photo.gif", "file"),
    "a program": (b"MZ\x90\0" + bytes(100), "fiche.exe", "not taken"),
    "a bomb": (hostile.zip_bomb_docx(), "fiche.docx", "unpacks"),
}


def test_a_file_that_is_refused_makes_no_draft(office: Office) -> None:
    for data, name, words in REFUSED.values():
        answer = start(office, data, name)
        assert answer.status_code == 422, name
        assert words in answer.text, name
    assert practices() == 0
    assert db.session.scalar(select(func.count(Document.id))) == 0


def test_no_file_and_an_unknown_language(office: Office) -> None:
    client = office.world.client(office.people["author"])
    empty = client.post("/in-focus/practices/from-file", data={"language": "en"})
    assert empty.status_code == 422
    assert "Choose a file first" in empty.text
    assert start(office, language="xx").status_code == 422
    assert practices() == 0


ODD: tuple[tuple[str, dict[str, str], int | None, int], ...] = (
    ("take:<script>", {}, None, 404),
    ("take:", {}, None, 404),
    ("shout", {}, None, 404),
    ("back:licence", {}, None, 404),
    ("place:²", {"place-²": "how"}, None, 404),
    ("take:how", {"how": "a\0b"}, None, 422),
    ("take:started", {"started": "soon"}, None, 422),
    ("keep", {"seen": "²"}, None, 303),
    ("keep", {"seen": "9" * 5_000}, None, 409),
    ("keep", {"amounts-²-what": "x", "amounts-99999999999-what": "y"}, None, 409),
    ("keep", {"replace": "\u202e", "place-1": "\0"}, None, 409),
)


def test_odd_buttons_and_values_break_nothing_and_take_nothing(checked: Checked) -> None:
    for do, more, seen, status in ODD:
        answer = checked.press(do, more, seen=99 if status == 409 else seen)
        assert answer.status_code == status, (do, more, answer.status_code)
    assert "how" not in checked.office.practice.content


def test_what_a_file_says_is_text_and_never_markup(office: Office, work) -> None:
    alive = "<script>alert(1)</script> <img src=x onerror=alert(2)>"
    checked = started(office, work, plan_docx((alive, 1), alive, ("Solution", 1), alive), "alive.docx")
    page = checked.page().text
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_a_file_without_headings_stays_whole_and_its_first_paragraph_may_be_the_summary(office: Office, work) -> None:
    first = "We wrote one letter to fifty investors and rang each of them."
    checked = started(office, work, plan_docx(first, "Then we waited.", "Some of them came."), "plain.docx")
    assert list(checked.found["fields"]) == ["summary"]
    assert checked.text("summary") == first
    assert checked.found["rest"][0]["text"] == f"{first}\n\nThen we waited.\n\nSome of them came."


def test_while_it_is_read_the_page_waits_and_a_job_that_gave_up_can_be_tried_again(office: Office, work) -> None:
    answer = start(office)
    path = answer.location
    client = office.world.client(office.people["author"])
    waiting = client.get(path).text
    assert "The text is being read" in waiting
    assert 'hx-trigger="every 2s"' in waiting
    work()
    with unit_of_work():  # as if its job had failed eight times
        fiche = db.session.scalars(select(Fiche)).one()
        fiche.state, fiche.found = FicheState.WAITING, {}
    stopped = client.get(path).text
    assert "was interrupted" in stopped
    client.post(f"{path}/again")
    client.post(f"{path}/again")
    assert db.session.scalar(select(func.count(OutboxRow.id)).where(OutboxRow.kind == "practices.fiche")) == 1
    assert "The text is being read" in client.get(path).text
    work()
    assert "Check the proposal" in client.get(path).text


def test_a_failed_file_is_read_again(office: Office, work) -> None:
    checked = started(office, work)
    with unit_of_work():
        version = checked.fiche.document.latest
        version.state, version.reason = ReadingState.FAILED, "stopped"
        checked.fiche.state = FicheState.WAITING
    assert "Try again" in checked.page().text
    checked.client().post(f"{checked.path}/again")
    work()
    assert checked.text("problem") == "Nobody answered the telephone."


def test_the_job_run_again_changes_nothing_that_was_touched(checked: Checked) -> None:
    before = checked.found
    make_proposal(checked.office.practice_id)
    assert checked.found == before
    checked.press("take:title", {"how": "My words."})
    make_proposal(checked.office.practice_id)
    assert checked.text("how") == "My words."
    assert checked.found["fields"]["title"]["state"] == "taken"
    make_proposal("no-such-practice")


def test_a_scan_gets_its_proposal_once_its_text_is_recognised(office: Office, work) -> None:
    checked = started(office, work, samples.blank_pdf(1), "scan.pdf")
    assert checked.fiche.state == FicheState.FAILED
    with unit_of_work():
        page = db.session.get_one(DocumentPage, (checked.fiche.document.latest.id, 1))
        page.text = "The problem\n\nNobody answered.\n\nSolution\n\nOne letter."
    make_proposal(office.practice_id)
    assert (checked.text("problem"), checked.text("how")) == ("Nobody answered.", "One letter.")


def test_pages_of_a_pdf_are_named(office: Office, work) -> None:
    parts = [part for part in PARTS if isinstance(part, str) or part[1]]
    checked = started(office, work, plan_pdf(*parts[1:9], "#pagebreak()", ("Results", 1), "Many firms came."), "f.pdf")
    assert checked.text("how").startswith("We wrote one letter.")
    assert checked.found["fields"]["evidence"]["sources"] == [{"heading": "Results", "page": 2}]
    assert re.search(r"“Results”</span>,\s*page 2", checked.page().text)


def test_a_presentation_and_an_open_document_are_placed_by_their_titles(office: Office, work) -> None:
    body = '<text:h text:outline-level="1">Riešenie</text:h><text:p>x</text:p>'
    body = '<text:h text:outline-level="1">Řešení</text:h><text:p>Napsali jsme dopis.</text:p>' + body
    checked = started(office, work, samples.open_document("text", body), "karta.odt", language="cs")
    assert checked.text("how").startswith("Napsali jsme dopis.")
    assert office.practice.language == "cs"


def test_the_links_to_it_and_the_own_data(office: Office, work) -> None:
    client = office.world.client(office.people["author"])
    assert "/in-focus/practices/from-file" in client.get("/in-focus/practices/new").text
    assert "What happens then" in client.get("/in-focus/practices/from-file").text
    checked = started(office, work)
    assert "from-file" not in client.get(f"{office.path}/edit").text
    assert office.world.client(office.people["author"]).get(f"{office.path}/fiche").status_code == 200
    office.begin()
    assert client.get(f"{office.path}/fiche").status_code == 404
    assert checked is not None
    assert FICHE[:2] == b"PK"

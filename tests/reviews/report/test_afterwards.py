"""For those who were there: the mail with own notes and people to call, and the letter of thanks."""

import pypdfium2
import pytest

from infocus.core.db import db, unit_of_work
from infocus.core.ids import new_id
from infocus.reviews.keeping.services import holding
from infocus.reviews.models import PanelMember
from infocus.reviews.notes.models import Note
from infocus.reviews.report.afterwards import own_part
from infocus.reviews.vocabulary import NoteState, Seating
from tests.reviews.report.papers import MARKER, Held
from tests.support.mails import html_of, mails, text_of

FRIEND, FACILITATOR, LEAD = Seating.FRIEND, Seating.FACILITATOR, Seating.LEAD


@pytest.fixture
def met(held: Held) -> Held:
    """Two more have signed notes: one on the same section as the friend, one on another."""
    for who, section in ((Seating.NOTE_TAKER, f"Actions {MARKER}"), (Seating.RAPPORTEUR, "Something else")):
        with unit_of_work():
            note = Note(review_id=held.table.review_id, key_hash=new_id(), kind="concern", text=f"By the {who}.")
            note.person_id, note.section_title, note.state = held.table.people[who].id, section, NoteState.SHOWN
            db.session.add(note)
    return held


def test_the_mail_has_what_is_theirs_and_nothing_of_others(met: Held, work) -> None:
    assert met.post(FRIEND, "/my-notes").status_code == 303
    work()
    account = met.table.people[FRIEND].account
    assert account is not None
    (mail,) = [each for each in mails(met.table.world.app, account.email) if "Your notes" in str(each["Subject"])]
    for body in (text_of(mail), html_of(mail)):
        assert f"The note says: start with one floor. {MARKER}" in body
        assert "Who pays for the desks?" in body
        assert "We lost a year with the same plan." in body  # spoken, and noted by somebody else
        assert "We ask the owners first." in body
        assert met.table.people[Seating.NOTE_TAKER].name in body
        assert f"you both wrote on Actions {MARKER}" in body
        assert "The anonymous says" not in body
        assert "By the" not in body
        assert met.table.people[Seating.RAPPORTEUR].name not in body


def test_people_to_call_have_something_in_common(met: Held) -> None:
    part = own_part(met.table.actor(FRIEND), met.found(FRIEND))
    assert [person.name for person in part.people] == [met.table.people[Seating.NOTE_TAKER].name]
    assert own_part(met.table.actor(Seating.OBSERVER), met.found(Seating.OBSERVER)).people == ()


def test_the_mail_comes_after_the_review_to_the_table_and_three_times_an_hour(met: Held) -> None:
    for who, status in (("officer", 403), ("secretariat", 403), ("stranger", 404)):
        assert met.post(who, "/my-notes").status_code == status, who
    assert [met.post(FRIEND, "/my-notes").status_code for _ in range(4)] == [303, 303, 303, 429]


def test_not_before_the_end_and_not_after_the_deletion(table) -> None:
    live = Held(table.start())
    assert live.post(FRIEND, "/my-notes").status_code == 409
    assert "Send me my notes" not in live.page(FRIEND)


def test_nothing_is_mailed_once_the_words_are_deleted(met: Held) -> None:
    with unit_of_work():
        holding.delete_now(met.table.actor(FACILITATOR), met.found(FACILITATOR))
    assert met.post(FRIEND, "/my-notes").status_code == 409
    assert "Send me my notes" not in met.page(FRIEND)


def seat_of(held: Held, role: str) -> str:
    db.session.rollback()
    return db.session.query(PanelMember).filter_by(review_id=held.table.review_id, role=role).one().id


def test_the_lead_makes_a_letter_to_sign_in_the_reviewer_s_language(held: Held) -> None:
    assert held.table.people[FRIEND].name in held.page(LEAD)
    seat = seat_of(held, FRIEND)
    answer = held.client(LEAD).get(f"{held.path}/thanks/{seat}.pdf")
    assert (answer.status_code, answer.mimetype) == (200, "application/pdf")
    document = pypdfium2.PdfDocument(answer.data)
    words = " ".join("\n".join(page.get_textpage().get_text_range() for page in document).split())
    document.close()
    for expected in (
        "City of Porto",
        held.table.people[FRIEND].name,
        held.table.people[LEAD].name,
        "Dear Sir or Madam",
    ):
        assert expected in words
    with unit_of_work():
        db.session.merge(held.table.people[FRIEND]).language = "pl"
    assert b"/Lang" in held.client(LEAD).get(f"{held.path}/thanks/{seat}.pdf").data


def test_only_the_lead_thanks_and_only_reviewers_are_thanked(held: Held) -> None:
    seat = seat_of(held, FRIEND)
    for who in (FRIEND, Seating.HOST, FACILITATOR, Seating.EXPERT, "officer"):
        assert held.status(who, f"/thanks/{seat}.pdf") == 403, who
    assert held.status(LEAD, f"/thanks/{seat_of(held, Seating.OBSERVER)}.pdf") == 404
    assert held.status(LEAD, "/thanks/nobody.pdf") == 404

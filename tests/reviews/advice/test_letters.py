"""The closed loop: every reviewer gets one letter; no second one, none by name for what was written without one."""

from datetime import timedelta

import pytest

from infocus.accounts.models import Account
from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.notifications.models import Notification
from infocus.reviews.advice.jobs import tell_now, tell_reviewers
from infocus.reviews.advice.models import AdviceLetter, Recommendation
from infocus.reviews.advice.services import answering
from infocus.reviews.advice.services.answering import AnswerValues
from infocus.reviews.vocabulary import Seating
from tests.reviews.advice.advised import ADVICE, advise, answer_all, ask, get, post, rows
from tests.reviews.tables import Table
from tests.support.mails import mails, path_in, text_of

MANAGER = "manager@city.example"


def letters_to(table: Table, app, who: str) -> list[str]:
    account = db.session.get_one(Account, table.people[who].id)
    return [text_of(mail) for mail in mails(app, account.email) if "advice" in str(mail["Subject"])]


def agree(app, work) -> None:
    work()
    app.test_client().post(path_in(mails(app, MANAGER)[-1]), data={"verdict": "agree"})
    work()


@pytest.fixture
def agreed(table: Table, app, work) -> list[str]:
    """A response that is agreed and told; the ids of its recommendations."""
    ids = advise(table)
    answer_all(table, ids)
    ask(table, "manager", MANAGER)
    agree(app, work)
    return ids


def test_each_reviewer_gets_one_letter_with_their_own_advice(table: Table, app, agreed: list[str]) -> None:
    (friend,) = letters_to(table, app, Seating.FRIEND)
    assert (ADVICE[0] in friend, ADVICE[1] in friend) == (True, False)
    assert "Accepted. Because." in friend
    (expert,) = letters_to(table, app, Seating.EXPERT)
    assert "Taken up in another form" in expert
    (rapporteur,) = letters_to(table, app, Seating.RAPPORTEUR)
    assert (ADVICE[2] in rapporteur, "Parked for now" in rapporteur) == (True, True)
    for who in ("note-taker", "facilitator"):
        (thanks,) = letters_to(table, app, who)
        assert not any(text in thanks for text in ADVICE)
    for who in ("host", "observer", "lead", "officer"):
        assert letters_to(table, app, who) == [], who
    told = db.session.query(Notification).filter_by(person_id=table.people[Seating.FRIEND].id, kind="advice-told")
    assert told.count() == 1


def test_the_letter_is_in_the_reader_s_language(table: Table, app, work) -> None:
    ids = advise(table)
    with unit_of_work():
        db.session.merge(table.people[Seating.FRIEND]).language = "de"
    answer_all(table, ids)
    ask(table, "manager", MANAGER)
    agree(app, work)
    account = db.session.get_one(Account, table.people[Seating.FRIEND].id)
    body = mails(app, account.email)[-1].get_body(("html",))
    assert body is not None
    assert '<html lang="de">' in body.get_content()


def test_it_is_sent_once_however_often_the_work_is_done(table: Table, app, work, agreed: list[str]) -> None:
    with unit_of_work():
        tell_now(table.review_id)
        tell_now(table.review_id)
    work()
    db.session.rollback()
    tell_reviewers({"review": table.review_id})
    work()
    assert len(letters_to(table, app, Seating.FRIEND)) == 1
    assert db.session.query(AdviceLetter).count() == 5


def test_what_was_written_without_a_name_reaches_nobody_by_name(table: Table, app, work) -> None:
    ids = advise(table)
    with unit_of_work():
        row = db.session.get_one(Recommendation, ids[0])
        row.person_id = None  # an anonymous note has no writer from the first moment on
        row.partner_id = None
    answer_all(table, ids)
    ask(table, "manager", MANAGER)
    agree(app, work)
    assert not any(ADVICE[0] in text_of(mail) for mail in mails(app) if "advice" in str(mail["Subject"]))
    assert ADVICE[0] in get(table, Seating.FRIEND).text


def test_a_parked_one_that_is_decided_is_told_in_one_combined_letter(
    table: Table, app, work, agreed: list[str]
) -> None:
    with unit_of_work():
        for id_ in agreed:
            db.session.get_one(Recommendation, id_).person_id = table.people[Seating.FRIEND].id
            db.session.get_one(Recommendation, id_).answer = "park"
        tell_now(table.review_id)
    work()  # all three are parked and hers now: told so that the news below are compared with that
    before = len(letters_to(table, app, Seating.FRIEND))
    with unit_of_work():
        for id_ in agreed[1:]:
            answering.answer(table.actor(Seating.HOST), id_, AnswerValues(answer="reject", reason="No money."))
    work()
    assert len(letters_to(table, app, Seating.FRIEND)) == before  # gathered for an hour
    clock.shift(timedelta(hours=2))
    work()
    letters = letters_to(table, app, Seating.FRIEND)
    assert len(letters) == before + 1
    assert (ADVICE[0] in letters[-1], ADVICE[1] in letters[-1], ADVICE[2] in letters[-1]) == (False, True, True)


def test_an_agreed_answer_stays_unless_it_was_parked(table: Table, agreed: list[str]) -> None:
    accepted, _adapted, parked = rows(table)
    sent = {"answer": "reject", "reason": "We changed our mind.", "version": str(accepted.version)}
    assert post(table, Seating.HOST, f"/{accepted.id}/answer", **sent).status_code == 409
    sent["version"] = str(parked.version)
    assert post(table, Seating.HOST, f"/{parked.id}/answer", **sent).status_code == 303


def test_a_table_that_is_opened_again_is_agreed_and_told_anew(table: Table, app, work, agreed: list[str]) -> None:
    assert post(table, Seating.HOST, "/open").status_code == 303
    assert get(table, "officer").status_code == 403
    assert post(table, Seating.HOST, "/open").status_code == 409
    ask(table, "manager", MANAGER)
    agree(app, work)
    assert len(letters_to(table, app, Seating.FRIEND)) == 2


def test_the_page_says_who_was_told_what_and_who_cannot_be(table: Table, app, work) -> None:
    ids = advise(table)
    answer_all(table, ids)
    with unit_of_work():
        db.session.get_one(Account, table.people[Seating.NOTE_TAKER].id).active = False
    ask(table, "manager", MANAGER)
    agree(app, work)
    page = get(table, Seating.HOST).text
    assert table.people[Seating.FRIEND].name in page
    assert "1: accepted" in page
    assert "thanked, with the whole table" in page
    assert "1 reviewer has no account" in page

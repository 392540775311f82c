"""Agreement by people without an account: a page behind a key, two buttons, the local group before the manager."""

import pytest

from infocus.accounts.asked import OPEN_FOR
from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.notifications.models import Notification
from infocus.reviews.advice.models import Approval, ReviewResponse
from infocus.reviews.advice.services import agreeing, answering
from infocus.reviews.advice.services.answering import AnswerValues
from infocus.reviews.vocabulary import Seating
from tests.reviews.advice.advised import ADVICE, KEY, advise, answer_all, ask, get, post, rows
from tests.reviews.tables import Table
from tests.support.mails import mails, path_in, text_of

GROUP, MANAGER = "group@city.example", "manager@city.example"


def state(table: Table) -> str:
    db.session.rollback()
    row = db.session.get(ReviewResponse, table.review_id)
    return row.state if row else "drafting"


def press(app, path: str, verdict: str, words: str = ""):
    return app.test_client().post(path, data={"verdict": verdict, "words": words})


@pytest.fixture
def asked(table: Table, app, work) -> str:
    """A response with the local group; the path of the page in its mail."""
    answer_all(table, advise(table))
    ask(table, "local-group", GROUP)
    ask(table, "manager", MANAGER)
    work()
    return path_in(mails(app, GROUP)[0])


def test_the_manager_is_asked_when_the_local_group_has_agreed(table: Table, app, work, asked: str) -> None:
    assert (state(table), mails(app, MANAGER)) == ("local-group", [])
    assert press(app, asked, "agree").status_code == 200
    work()
    assert (state(table), len(mails(app, MANAGER))) == ("manager", 1)
    press(app, path_in(mails(app, MANAGER)[0]), "agree")
    assert state(table) == "agreed"
    page = get(table, Seating.HOST).text
    assert "Agreed by the local group on" in page


def test_opening_the_page_agrees_to_nothing_and_shows_the_table(table: Table, app, asked: str) -> None:
    visitor = app.test_client()
    for method in (visitor.get, visitor.head):
        assert method(asked).status_code == 200
    page = visitor.get(asked)
    assert all(text in page.text for text in ADVICE)
    assert page.headers["Cache-Control"] == "private, no-store"
    assert page.headers["Referrer-Policy"] == "no-referrer"
    assert state(table) == "local-group"
    assert db.session.query(Approval).filter(Approval.verdict != "").count() == 0


def test_mail_and_page_are_in_the_reader_s_language(table: Table, app, work) -> None:
    answer_all(table, advise(table))
    ask(table, "manager", MANAGER, language="pl")
    work()
    page = app.test_client().get(path_in(mails(app, MANAGER)[0])).text
    assert '<html lang="pl"' in page


def test_the_key_is_kept_as_a_hash_alone_and_no_other_works(table: Table, app, asked: str) -> None:
    key = KEY.search(asked)
    assert key is not None
    stored = db.session.query(Approval.key_hash).filter(Approval.key_hash.is_not(None)).scalar()
    assert key[1] not in stored
    assert app.test_client().get("/agree/" + "x" * 43).status_code == 404


def test_sent_back_with_a_word_the_coordinator_is_told_and_the_table_opens(table: Table, app, work, asked: str) -> None:
    assert press(app, asked, "back").status_code == 422  # a word is needed
    assert press(app, asked, "back", "Row 2 promises money we do not have.").status_code == 200
    assert state(table) == "drafting"
    work()
    told = db.session.query(Notification).filter(Notification.kind.startswith("response-")).all()
    assert [(row.kind, row.quote) for row in told] == [("response-back", "Row 2 promises money we do not have.")]
    assert "promises money" in get(table, Seating.HOST).text
    assert app.test_client().get(asked).status_code == 404
    assert press(app, asked, "agree").status_code == 404
    row = rows(table)[1]
    sent = {"answer": "reject", "reason": "No money.", "version": str(row.version)}
    assert post(table, Seating.HOST, f"/{row.id}/answer", **sent).status_code == 303


def test_a_second_answer_counts_for_nothing(table: Table, app, asked: str) -> None:
    press(app, asked, "agree")
    assert press(app, asked, "back", "On second thoughts.").status_code == 422
    assert state(table) == "manager"
    assert "You agreed on" in app.test_client().get(asked).text


def test_answers_are_closed_while_others_are_asked_and_open_when_it_is_taken_back(
    table: Table, app, asked: str
) -> None:
    row = rows(table)[0]
    with pytest.raises(Conflict), unit_of_work():
        answering.answer(table.actor(Seating.HOST), row.id, AnswerValues(answer="accept"))
    assert post(table, "officer", "/take-back").status_code == 403
    assert post(table, Seating.HOST, "/take-back").status_code == 303
    assert app.test_client().get(asked).status_code == 404
    with unit_of_work():
        answering.answer(table.actor(Seating.HOST), row.id, AnswerValues(answer="accept"))


def test_the_page_closes_after_its_time(app, asked: str) -> None:
    clock.shift(OPEN_FOR)
    assert app.test_client().get(asked).status_code == 404
    assert press(app, asked, "agree").status_code == 404


def test_only_the_host_s_coordinator_asks(table: Table) -> None:
    advise(table)
    form = {"name": "Ewa", "email": MANAGER, "role": "manager", "language": "en"}
    for who in (Seating.LEAD, Seating.EXPERT, Seating.FACILITATOR, Seating.FRIEND):
        assert post(table, who, "/ask", **form).status_code == 403, who
    assert post(table, Seating.HOST, "/ask", **{**form, "email": "nobody"}).status_code == 422
    assert post(table, Seating.HOST, "/ask", **{**form, "role": "mayor"}).status_code == 422
    assert post(table, Seating.HOST, "/ask", **form).status_code == 303
    assert post(table, Seating.HOST, "/ask", **form).status_code == 422  # asked already


def test_the_local_group_alone_does_not_agree_for_the_manager(table: Table, app, work) -> None:
    answer_all(table, advise(table))
    ask(table, "local-group", GROUP)
    work()
    press(app, path_in(mails(app, GROUP)[0]), "agree")
    assert state(table) == "manager"
    ask(table, "manager", MANAGER)
    work()
    press(app, path_in(mails(app, MANAGER)[0]), "agree")
    assert state(table) == "agreed"


def test_wrong_verdicts_and_unknown_keys_are_refused(table: Table, app, asked: str) -> None:
    key = KEY.search(asked)
    assert key is not None
    with pytest.raises(Invalid), unit_of_work():
        agreeing.decide(key[1], "perhaps")
    with pytest.raises(NotFound), unit_of_work():
        agreeing.decide("nothing", "agree")


def test_the_mail_says_that_reading_answers_nothing(app, asked: str) -> None:
    assert "Opening it answers nothing" in text_of(mails(app, GROUP)[0])

"""The readiness list, nudges by hand, and the one reminder a person."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import event

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.errors import NotAllowed
from infocus.notifications.models import Notification
from infocus.records.urls import record_path
from infocus.reviews.models import PanelMember
from infocus.reviews.preparing import queries
from infocus.reviews.preparing.jobs import remind_all
from infocus.reviews.preparing.models import Reminder
from infocus.reviews.preparing.services import reminding
from infocus.reviews.vocabulary import Seating
from tests.reviews.preparing.test_setting_up import edit
from tests.reviews.tables import Table
from tests.support.mails import mails, text_of

MORNING = datetime(2018, 1, 21, 9, 0, tzinfo=UTC)
"""Three days before the review."""


def reminders(table: Table, who: str) -> list[str]:
    account = table.people[who].account
    assert account is not None
    found = mails(table.world.app, account.email)
    return [text_of(mail) for mail in found if "Coming up" in str(mail["Subject"])]


def two_reviews(table: Table) -> tuple[str, str]:
    """Two reviews with the same people, the later first."""
    table.open()
    later = table.review_id
    edit(table, title="The later one", held_on="2018-02-20", starts="10:00")
    table.open()
    edit(table, title="The next one", starts="14:00")
    return later, table.review_id


def test_everything_before_a_person_is_one_mail_three_days_and_one_day_before(table: Table, work) -> None:
    two_reviews(table)
    work()
    for hours in (0, 2, 24, 48, 72):
        now = MORNING + timedelta(hours=hours)
        for person in reminding.due(now):
            with unit_of_work():
                assert reminding.remind(person, now)
            with unit_of_work():
                assert not reminding.remind(person, now)
    work()
    found = reminders(table, Seating.FRIEND)
    assert len(found) == 2
    for text in found:
        assert text.index("The next one") < text.index("The later one")
        assert "Say whether you come." in text
        assert "14:00–15:15" in text


def test_nobody_is_woken_and_who_wants_no_mail_gets_none(table: Table) -> None:
    two_reviews(table)
    friend, rapporteur = table.people[Seating.FRIEND].id, table.people[Seating.RAPPORTEUR].id
    early = datetime(2018, 1, 21, 5, 30, tzinfo=UTC)
    assert reminding.due(early) == []
    assert friend in reminding.due(early + timedelta(hours=1))
    with unit_of_work():
        account = db.session.merge(table.people[Seating.RAPPORTEUR]).account
        assert account is not None
        account.digest = "never"
    assert rapporteur not in reminding.due(MORNING)
    assert reminding.due(MORNING + timedelta(days=1)) == []
    table.take(Seating.LEAD, Seating.FRIEND)
    assert friend not in reminding.due(MORNING)


def test_the_worker_sends_what_is_due_and_nothing_twice(table: Table, work, monkeypatch) -> None:
    two_reviews(table)
    monkeypatch.setattr(clock, "now", lambda: MORNING)
    remind_all()
    remind_all()
    assert db.session.query(Reminder).filter_by(person_id=table.people[Seating.FRIEND].id).count() == 1


def test_the_lead_sees_what_is_missing_and_nudges_once_a_day(table: Table, work) -> None:
    two_reviews(table)
    with unit_of_work():
        for seat in db.session.query(PanelMember).filter_by(role=Seating.RAPPORTEUR):
            seat.coming = "accepted"
    lead = table.world.client(table.people[Seating.LEAD])
    page = lead.get("/in-focus/reviews/readiness").text
    for said in ("The next one", "The later one", "There is no brief", "Has sent no note", "have not answered"):
        assert said in page, said
    found = queries.readiness(table.actor(Seating.LEAD), table.network)
    assert [ready.review.title for ready in found.reviews] == ["The next one", "The later one"]
    owing = {each.person.id for each in found.people}
    assert table.people[Seating.FRIEND].id in owing
    assert table.people[Seating.RAPPORTEUR].id not in owing
    friend = table.people[Seating.FRIEND].id
    for _twice in range(2):
        assert lead.post("/in-focus/reviews/nudge", data={"person": friend}).status_code == 303
    assert "reminded today already" in lead.get("/in-focus/reviews/readiness").text
    work()
    monday = [text for text in reminders(table, Seating.FRIEND) if "reminds you" in text]
    assert len(monday) <= 1
    assert db.session.query(Notification).filter_by(kind="review-nudge", person_id=friend).count() == 1
    assert lead.post("/in-focus/reviews/nudge", data={"person": table.people["officer"].id}).status_code == 404


def test_the_list_is_for_who_prepares_reviews(table: Table) -> None:
    table.open()
    for who in ("officer", Seating.FRIEND, Seating.HOST, Seating.OBSERVER, Seating.FACILITATOR):
        client = table.world.client(table.people[who])
        assert client.get("/in-focus/reviews/readiness").status_code == 403, who
        assert client.post("/in-focus/reviews/nudge", data={"person": "x"}).status_code == 403, who
    with pytest.raises(NotAllowed):
        queries.readiness(table.actor("stranger"), table.network)
    page = table.world.client(table.people[Seating.EXPERT]).get(record_path(table.review)).text
    assert "/in-focus/reviews/readiness" in page


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements sent to the database meanwhile."""
    sent: list[str] = []

    def note(_connection, _cursor, statement, *_more) -> None:
        sent.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


def test_the_list_asks_the_database_no_more_for_more_reviews(table: Table) -> None:
    counts = []
    for _more in range(2):
        two_reviews(table)
        db.session.rollback()
        db.session.expire_all()
        lead = table.actor(Seating.LEAD)
        with counted() as sent:
            queries.readiness(lead, table.network)
        counts.append(len(sent))
    assert counts[0] == counts[1]

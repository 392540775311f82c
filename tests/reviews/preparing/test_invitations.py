"""Invitations by mail with a calendar file; accepting and declining; another time; called off."""

from email.message import EmailMessage
from typing import Any

import pytest
from flask import Flask
from icalendar import Calendar

from infocus.core.db import db, unit_of_work
from infocus.core.errors import Conflict
from infocus.core.permissions import Permission, allows
from infocus.notifications.models import Notification
from infocus.records.urls import record_path
from infocus.reviews import queries
from infocus.reviews.models import PanelMember
from infocus.reviews.room.services import phases
from infocus.reviews.services import planning
from infocus.reviews.vocabulary import Seating
from tests.reviews.preparing.test_setting_up import edit
from tests.reviews.tables import Table, new_key
from tests.support.mails import mails, path_in, text_of


def inbox(table: Table, who: str) -> list[EmailMessage]:
    """The mails with a calendar file, the oldest first."""
    account = table.people[who].account
    assert account is not None
    found = mails(table.world.app, account.email)
    return [mail for mail in found if any(part.get_content_type() == "text/calendar" for part in mail.walk())]


def event_in(mail: EmailMessage) -> tuple[str, Any]:
    """The method and the event of its calendar file."""
    part = next(each for each in mail.walk() if each.get_content_type() == "text/calendar")
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    calendar = Calendar.from_ical(content)
    assert part.get_param("method") == calendar["METHOD"]
    return str(calendar["METHOD"]), calendar.walk("VEVENT")[0]


def seat(table: Table, role: str = Seating.FRIEND) -> PanelMember:
    return next(each for each in table.review.panel if each.role == role)


def visit(table: Table, who: str, path: str, **form: str):
    client = table.world.client(table.people[who])
    return client.post(path, data=form) if form else client.get(path)


def test_who_is_named_is_asked_at_once_with_a_calendar_file_and_nobody_asks_themselves(table: Table, work) -> None:
    table.open()
    table.give(Seating.LEAD, Seating.LEAD, Seating.OBSERVER)
    work()
    (mail,) = inbox(table, Seating.FRIEND)
    method, event = event_in(mail)
    assert (method, event["SEQUENCE"]) == ("REQUEST", 0)
    assert str(event["UID"]).startswith(table.review_id)
    assert "critical friend" in text_of(mail)
    assert not inbox(table, Seating.LEAD)
    mine = next(each for each in table.review.panel if each.person_id == table.people[Seating.LEAD].id)
    assert mine.coming == "accepted"


def test_opening_the_link_answers_nothing_and_its_buttons_do(table: Table, work, client) -> None:
    table.open()
    work()
    path = path_in(inbox(table, Seating.FRIEND)[0])
    page = client.get(path)
    assert page.status_code == 200
    assert seat(table).coming == ""
    assert client.post(path, data={"coming": "yes", "word": "With pleasure."}).status_code == 303
    assert (seat(table).coming, seat(table).word) == ("accepted", "With pleasure.")
    assert "You come" in client.get(path).text
    assert client.post(path, data={"coming": "no", "word": "x" * 301}).status_code == 422
    assert client.get(path[:-1] + ("A" if path[-1] != "A" else "B")).status_code == 404
    other = path.replace(table.people[Seating.FRIEND].id, table.people["officer"].id)
    assert client.get(other).status_code == 404


def test_declining_leaves_the_table_tells_who_leads_and_finds_a_successor_at_home(table: Table) -> None:
    table.open()
    with unit_of_work():
        seat(table).sections = ["k1"]
    path = record_path(table.review)
    assert visit(table, Seating.FRIEND, f"{path}/answer", coming="no", word="On leave.").status_code == 303
    assert not allows(table.actor(Seating.FRIEND), Permission.ENTER_ROOM, table.review)
    told = db.session.query(Notification).filter_by(kind="review-declined")
    assert {row.person_id for row in told} == {table.people[who].id for who in (Seating.FACILITATOR, Seating.EXPERT)}
    page = visit(table, Seating.FACILITATOR, path).text
    assert all(said in page for said in ("declined", "On leave.", "Ask in their place"))
    assert "On leave." not in visit(table, "officer", path).text
    declined = seat(table).id
    officer = table.people["officer"].id
    stranger = table.people["stranger"].id
    asked = visit(table, Seating.FACILITATOR, f"{path}/seats/{declined}/replace", person=stranger)
    assert asked.status_code == 303
    assert seat(table).id == declined
    visit(table, Seating.FACILITATOR, f"{path}/seats/{declined}/replace", person=officer)
    assert (seat(table).person_id, seat(table).sections, seat(table).coming) == (officer, ["k1"], "")


def test_who_declined_may_change_their_mind_and_be_asked_again(table: Table, work) -> None:
    table.open()
    path = record_path(table.review)
    visit(table, Seating.FRIEND, f"{path}/answer", coming="no")
    visit(table, Seating.FRIEND, f"{path}/answer", coming="yes")
    assert allows(table.actor(Seating.FRIEND), Permission.ENTER_ROOM, table.review)
    visit(table, Seating.FRIEND, f"{path}/answer", coming="no")
    table.give(Seating.LEAD, Seating.FRIEND, Seating.FRIEND)
    assert seat(table).coming == ""
    assert visit(table, "officer", f"{path}/answer", coming="yes").status_code == 404


def test_another_time_goes_out_with_the_same_uid_and_asks_again(table: Table, work) -> None:
    table.open()
    path = record_path(table.review)
    visit(table, Seating.FRIEND, f"{path}/answer", coming="yes")
    visit(table, Seating.OBSERVER, f"{path}/answer", coming="no")
    with unit_of_work():
        db.session.merge(table.people[Seating.FRIEND]).time_zone = "Europe/Lisbon"
    edit(table, held_on="2018-03-25", starts="14:00", time_zone="Europe/Warsaw")
    work()
    first, second = map(event_in, inbox(table, Seating.FRIEND))
    assert first[1]["UID"] == second[1]["UID"]
    assert [each[1]["SEQUENCE"] for each in (first, second)] == [0, 1]
    assert second[0] == "REQUEST"
    text = text_of(inbox(table, Seating.FRIEND)[1])
    assert "14:00–15:15 (Europe/Warsaw)" in text
    assert "(Europe/Lisbon): Sunday 25 March, 13:00–14:15" in text
    assert seat(table).coming == ""
    assert len(inbox(table, Seating.OBSERVER)) == 1
    edit(table, held_on="2018-03-25", starts="14:00", time_zone="Europe/Warsaw", summary="Nothing moved.")
    work()
    assert len(inbox(table, Seating.FRIEND)) == 2


def test_a_cancelled_review_leaves_the_calendars(table: Table, work) -> None:
    table.open()
    with unit_of_work():
        actor = table.actor(Seating.LEAD)
        planning.cancel_review(actor, queries.get_review(actor, table.review_id))
    work()
    method, event = event_in(inbox(table, Seating.FRIEND)[-1])
    assert (method, event["SEQUENCE"], str(event["STATUS"])) == ("CANCEL", 1, "CANCELLED")
    assert db.session.query(Notification).filter_by(kind="review-cancelled").count() == 5
    with pytest.raises(Conflict), unit_of_work():
        planning.cancel_review(table.actor(Seating.LEAD), table.review)


def test_a_seat_taken_back_leaves_one_calendar(table: Table, work) -> None:
    table.open()
    table.take(Seating.LEAD, Seating.FRIEND)
    work()
    assert event_in(inbox(table, Seating.FRIEND)[-1])[0] == "CANCEL"
    assert len(inbox(table, Seating.OBSERVER)) == 1


def test_nothing_is_answered_once_the_review_has_begun(table: Table, app: Flask, work, client) -> None:
    table.open()
    work()
    path = path_in(inbox(table, Seating.FRIEND)[0])
    with unit_of_work():
        phases.start(table.actor(Seating.FACILITATOR), table.review_id, new_key())
    assert "has begun" in client.get(path).text
    assert client.post(path, data={"coming": "no"}).status_code == 409
    assert seat(table).coming == ""


def test_the_mails_say_when_and_where_and_not_what_anybody_wrote(table: Table, work) -> None:
    table.open()
    edit(table, brief="Quicksilver brief.", summary="Quicksilver summary.", questions=("Quicksilver?",), starts="10:00")
    work()
    asked = [mail for who in (Seating.FRIEND, Seating.OBSERVER, Seating.RAPPORTEUR) for mail in inbox(table, who)]
    assert len(asked) == 6
    for mail in asked:
        assert "uicksilver" not in mail.as_string()


def test_whoever_reads_the_page_takes_the_calendar_file(table: Table) -> None:
    table.open()
    path = f"{record_path(table.review)}/calendar.ics"
    answer = visit(table, "officer", path)
    assert answer.mimetype == "text/calendar"
    assert Calendar.from_ical(answer.data)["METHOD"] == "PUBLISH"
    assert visit(table, "stranger", path).status_code == 404

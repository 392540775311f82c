"""Follow-up: drawn per review and per network without a ranking, reminders, the local group's agenda."""

import csv
import io
import re
from datetime import date, timedelta

import pytest

from infocus.core import clock
from infocus.core.actor import Role
from infocus.core.db import db, unit_of_work
from infocus.meetings.models import Meeting
from infocus.notifications.models import Notification
from infocus.reviews.advice.drawing import LEFT, RIGHT, drawn
from infocus.reviews.advice.jobs import remind_of_due
from infocus.reviews.advice.models import Recommendation
from infocus.reviews.advice.queries import last_day
from infocus.reviews.vocabulary import Seating
from tests.notifications.clockwork import at, next_noon
from tests.reviews.advice.advised import ADVICE, advise, answer_all, get, post, rows
from tests.reviews.tables import Table
from tests.support.mails import mails, text_of


def network_page(table: Table, who: str, tail: str = ""):
    return table.world.client(table.people[who]).get(f"/in-focus/follow-up{tail}")


def set_due(table: Table, day: date, ids: list[str]) -> None:
    with unit_of_work():
        for id_ in ids:
            db.session.get_one(Recommendation, id_).due = day.isoformat()


def test_a_line_goes_from_the_answer_to_its_date_or_to_the_day_it_was_done(table: Table) -> None:
    ids = advise(table)
    assert drawn(rows(table)) is None
    answer_all(table, ids, ("accept", "adapt", "reject"))
    today = clock.now().date()
    set_due(table, today + timedelta(days=90), ids)
    post(table, Seating.HOST, f"/{ids[0]}/progress", progress="done", note="")
    drawing = drawn(rows(table))
    assert drawing is not None
    assert [line.kind for line in drawing.lines] == ["done", "due", "closed"]
    assert all(LEFT <= line.start <= RIGHT and line.end <= RIGHT for line in drawing.lines)
    assert drawing.lines[1].end > drawing.lines[1].start
    assert LEFT <= drawing.now <= RIGHT
    page = get(table, Seating.FRIEND).text
    assert '<svg class="chart fu"' in page
    assert "The dates as a table" in page


@pytest.mark.parametrize(
    ("stated", "day"),
    [("2018", "2018-12-31"), ("2018-02", "2018-02-28"), ("2018-12", "2018-12-31"), ("2018-06-15", "2018-06-15")],
)
def test_a_month_or_a_year_is_due_when_it_is_over(stated: str, day: str) -> None:
    assert last_day(stated) == date.fromisoformat(day)


def test_the_network_s_page_shows_who_may_read_it_each_plan_by_its_city(table: Table) -> None:
    answer_all(table, advise(table))
    assert "Bielsko" in network_page(table, Seating.LEAD).text
    for who in ("officer", "secretariat", "stranger"):
        page = network_page(table, who)
        assert (page.status_code, "No recommendation to follow yet" in page.text) == (200, True), who
        assert not any(text in page.text for text in ADVICE)
    lines = list(csv.reader(io.StringIO(network_page(table, Seating.EXPERT, ".csv").text.removeprefix("\ufeff"))))
    assert [line[4] for line in lines[1:]] == list(ADVICE)
    assert len(list(csv.reader(io.StringIO(network_page(table, "officer", ".csv").text)))) == 1


def test_the_lead_alone_sees_which_dates_have_passed(table: Table) -> None:
    ids = advise(table)
    answer_all(table, ids)
    set_due(table, clock.now().date() - timedelta(days=3), ids)
    assert "Dates that have passed" in network_page(table, Seating.LEAD).text
    for who in (Seating.HOST, Seating.EXPERT, Seating.FRIEND):
        assert "Dates that have passed" not in network_page(table, who).text, who


def test_one_reminder_a_person_a_week_for_all_that_is_due(table: Table, app, work) -> None:
    ids = advise(table)
    answer_all(table, ids)
    set_due(table, clock.now().date() + timedelta(days=60), ids)
    remind_of_due()
    assert db.session.query(Notification).filter_by(kind="advice-due").count() == 0
    set_due(table, clock.now().date() + timedelta(days=5), ids)
    second = table.world.person(Role.COORDINATOR, table.host)
    for _ in range(2):
        remind_of_due()
    told = db.session.query(Notification).filter_by(kind="advice-due").all()
    assert {row.person_id for row in told} == {table.people[Seating.HOST].id, second.id}
    assert [row.words for row in told] == [{"count": 3}] * 2
    at(next_noon(clock.now() + timedelta(days=2)))  # the daily mail waits for seven in the morning
    work()
    mail = next(text_of(mail) for mail in mails(app) if "3 recommendations your city took up are due" in text_of(mail))
    assert "/in-focus/follow-up" in mail
    clock.shift(timedelta(days=8))
    post(table, Seating.HOST, f"/{ids[0]}/progress", progress="done", note="")
    remind_of_due()
    assert db.session.query(Notification).filter_by(kind="advice-due").count() == 4


def test_recommendations_go_onto_the_next_local_group_s_agenda_once(table: Table) -> None:
    advise(table)
    for who in (Seating.LEAD, Seating.EXPERT, Seating.FRIEND):
        assert post(table, who, "/agenda", starts="2027-01").status_code == 403, who
    assert post(table, Seating.HOST, "/agenda").status_code == 409  # no meeting yet
    assert post(table, Seating.HOST, "/agenda", starts="soon").status_code == 303
    assert db.session.query(Meeting).count() == 0
    day = (clock.now().date() + timedelta(days=20)).isoformat()
    done = post(table, Seating.HOST, "/agenda", starts=day)
    meeting = db.session.query(Meeting).one()
    assert (done.status_code, meeting.visibility, meeting.partner_id) == (303, "partner", table.host.id)
    assert [session.title for session in meeting.sessions] == [
        f"Recommendation {number}: {text}" for number, text in enumerate(ADVICE, 1)
    ]
    assert "All recommendations are on its agenda." in get(table, Seating.HOST).text
    post(table, Seating.HOST, "/agenda")
    db.session.rollback()
    assert len(db.session.query(Meeting).one().sessions) == 3
    post(table, Seating.RAPPORTEUR, "/recommendations", text="One more.", section="")
    assert re.search(r"Put 1 recommendation on", get(table, Seating.HOST).text)
    post(table, Seating.HOST, "/agenda")
    db.session.rollback()
    assert len(db.session.query(Meeting).one().sessions) == 4


def test_another_city_s_coordinator_calls_no_meeting_here(table: Table) -> None:
    advise(table)
    neighbour = table.world.person(Role.COORDINATOR, table.world.partner(table.network, "torino"))
    table.people["neighbour"] = neighbour
    assert post(table, "neighbour", "/agenda", starts="2027-01").status_code == 403
    assert db.session.query(Meeting).count() == 0

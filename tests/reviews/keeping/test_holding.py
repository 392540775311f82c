"""How long a transcript is kept: the date, the reminder, the hold, the button."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import update

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.errors import Conflict, NotAllowed
from infocus.networks.models import NetworkState
from infocus.notifications.models import Notification
from infocus.reviews.keeping import queries
from infocus.reviews.keeping.jobs import transcripts_due
from infocus.reviews.keeping.services import holding
from infocus.reviews.report.services import summing
from infocus.reviews.vocabulary import Seating
from tests.reviews.report.papers import Held

FACILITATOR, RAPPORTEUR = Seating.FACILITATOR, Seating.RAPPORTEUR


@pytest.fixture
def agreed(held: Held) -> Held:
    """Its summary is agreed."""
    actor = held.table.actor(RAPPORTEUR)
    with unit_of_work():
        summing.save_summary(actor, held.found(RAPPORTEUR), "A summary.")
    with unit_of_work():
        summing.send_summary(actor, held.found(RAPPORTEUR))
    with unit_of_work():
        summing.settle_summary(actor, held.found(RAPPORTEUR))
    return held


def after(days: float) -> None:
    """So many days after the agreement (the review took half an hour of a moved clock)."""
    clock.shift(timedelta(days=days, minutes=30))
    db.session.rollback()
    transcripts_due()


def deleted(held: Held) -> bool:
    db.session.rollback()
    return queries.is_deleted(held.table.review_id)


def reminders() -> int:
    return db.session.query(Notification).filter_by(kind="transcript-soon").count()


def test_it_goes_ninety_days_after_the_summary_is_agreed_and_not_a_day_before(agreed: Held) -> None:
    after(89.9)
    assert not deleted(agreed)
    after(90.1)
    assert deleted(agreed)


def test_the_review_s_own_number_of_days_counts(agreed: Held) -> None:
    with unit_of_work():
        review = agreed.found(FACILITATOR)
        review.candour = {**review.candour, "keep_days": 30}
    after(29)
    assert not deleted(agreed)
    after(30.1)
    assert deleted(agreed)


def test_without_an_agreed_summary_it_is_kept(held: Held) -> None:
    after(400)
    assert not deleted(held)


def test_an_opened_summary_stops_the_time(agreed: Held) -> None:
    with unit_of_work():
        summing.reopen_summary(agreed.table.actor(RAPPORTEUR), agreed.found(RAPPORTEUR))
    after(400)
    assert not deleted(agreed)


def test_the_facilitator_is_reminded_once_a_week_before(agreed: Held) -> None:
    after(82)
    assert reminders() == 0
    after(83.5)
    after(85)
    assert reminders() == 1
    row = db.session.query(Notification).filter_by(kind="transcript-soon").one()
    assert row.person_id == agreed.table.people[FACILITATOR].id
    assert row.path == f"{agreed.path}#kept"


def test_a_hold_keeps_it_and_letting_go_does_not(agreed: Held) -> None:
    assert agreed.post(FACILITATOR, "/transcript/hold", reason="A complaint is open.").status_code == 303
    page = agreed.page(Seating.FRIEND)
    assert "A complaint is open." in page
    after(400)
    assert not deleted(agreed)
    assert agreed.post(FACILITATOR, "/transcript/release").status_code == 303
    transcripts_due()
    assert deleted(agreed)


def test_a_hold_needs_a_reason(agreed: Held) -> None:
    for reason in ("", "   ", "x" * 301, "bell\x07"):
        agreed.post(FACILITATOR, "/transcript/hold", reason=reason)
    after(90.1)
    assert deleted(agreed)


def test_the_date_is_on_the_page_for_the_table_alone(agreed: Held) -> None:
    due = queries.kept(agreed.review).due
    assert due is not None
    due = due.astimezone(ZoneInfo(agreed.table.people[Seating.FRIEND].time_zone))
    said = f"The transcript is deleted on {due.day} {due:%B} {due.year}."
    assert said in agreed.page(Seating.FRIEND)
    assert said not in agreed.page("secretariat")


def test_the_button_says_what_goes_and_deletes(held: Held) -> None:
    page = held.page(FACILITATOR, "/transcript/delete")
    assert "every message and spoken line" in page
    assert "the recommendations with their answers" in page
    assert not deleted(held)
    assert held.post(FACILITATOR, "/transcript/delete").status_code == 303
    assert deleted(held)
    assert "The transcript was deleted on" in held.page(Seating.FRIEND)
    assert held.post(FACILITATOR, "/transcript/delete").status_code == 409


def test_what_is_held_is_not_deleted_by_the_button(held: Held) -> None:
    actor = held.table.actor(FACILITATOR)
    with unit_of_work():
        holding.hold(actor, held.found(FACILITATOR), "A complaint is open.")
    with pytest.raises(Conflict), unit_of_work():
        holding.delete_now(actor, held.found(FACILITATOR))
    assert "Let it go first" in held.page(FACILITATOR, "/transcript/delete")


@pytest.mark.parametrize("who", [Seating.HOST, Seating.FRIEND, RAPPORTEUR, Seating.EXPERT, "officer", "secretariat"])
def test_only_facilitator_and_lead_hold_and_delete(held: Held, who: str) -> None:
    for tail in ("/transcript/hold", "/transcript/release", "/transcript/delete"):
        assert held.post(who, tail, reason="No.").status_code == 403
    with pytest.raises(NotAllowed), unit_of_work():
        holding.delete_now(held.table.actor(who), held.found(who))


def test_a_live_review_keeps_its_words(table) -> None:
    live = Held(table.start())
    with pytest.raises(Conflict), unit_of_work():
        holding.delete_now(live.table.actor(FACILITATOR), live.found(FACILITATOR))


def test_a_closed_network_still_deletes(agreed: Held) -> None:
    with unit_of_work():
        network = type(agreed.table.network)
        db.session.execute(update(network).values(state=NetworkState.CLOSED))
    after(90.1)
    assert deleted(agreed)

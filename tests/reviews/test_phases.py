"""The course of a review: phases by hand, a clock that is an instant, and what the log keeps of it."""

from datetime import datetime, timedelta

import pytest

from infocus.core import clock
from infocus.core.db import unit_of_work
from infocus.core.errors import AppError, Conflict, Invalid, NotAllowed
from infocus.reviews.room import queries
from infocus.reviews.room.errors import PhaseClosed
from infocus.reviews.room.services import phases, talk
from infocus.reviews.vocabulary import Mode, Phase, ReviewState, Seating, preset
from tests.reviews.tables import Table, new_key


def state(table: Table) -> dict:
    """The clock as clients get it."""
    review = table.review
    return phases.clock_data(review, review.room)


def test_a_guided_review_goes_through_its_phases_by_hand(table: Table) -> None:
    table.start()
    seen = [state(table)["phase"]]
    for phase in list(Phase)[1:]:
        table.move(to=phase.value)
        seen.append(state(table)["phase"])
    assert seen == [phase.value for phase in Phase]
    clock.shift(timedelta(hours=3))
    assert state(table)["phase"] == "close"  # the clock alone moves nothing
    entries = queries.transcript(table.actor(Seating.LEAD), table.review_id)
    assert [entry["phase"] for entry in entries if entry["kind"] == "phase"] == [phase.value for phase in Phase]


def test_the_clock_is_an_instant_and_a_pause_keeps_what_was_left(table: Table) -> None:
    table.start()
    began = state(table)
    ends = datetime.fromisoformat(began["ends_at"])
    assert 179 <= (ends - datetime.fromisoformat(began["server_time"])).total_seconds() <= 180
    clock.shift(timedelta(seconds=60))
    table.move(pause=True)
    paused = state(table)
    assert paused["ends_at"] is None
    assert 119 <= paused["left"] <= 120
    clock.shift(timedelta(minutes=30))
    table.move(extend=2)
    table.move(pause=False)
    resumed = state(table)
    left = datetime.fromisoformat(resumed["ends_at"]) - datetime.fromisoformat(resumed["server_time"])
    assert 238 <= left.total_seconds() <= 240
    assert (resumed["left"], resumed["minutes"]) == (None, 5)


def test_a_second_press_of_the_same_button_finds_it_done(table: Table) -> None:
    table.start()
    first = table.move(to="pitch")
    assert table.move(to="pitch") == first
    paused = table.move(pause=True)
    assert table.move(pause=True) == paused
    assert len(table.log()) == 3


@pytest.mark.parametrize(
    "ask",
    [{}, {"to": "lunch"}, {"to": "pitch", "pause": True}, {"extend": 0}, {"extend": -3}, {"extend": 121}],
)
def test_what_makes_no_sense_is_refused(table: Table, ask: dict) -> None:
    table.start()
    with pytest.raises(Invalid):
        table.move(**ask)
    assert len(table.log()) == 1


def test_only_facilitator_and_lead_move_phases(table: Table) -> None:
    table.start()
    for who in (Seating.HOST, Seating.FRIEND, Seating.RAPPORTEUR, Seating.EXPERT, Seating.OBSERVER, "officer"):
        with pytest.raises(NotAllowed), unit_of_work():
            phases.move(table.actor(who), table.review_id, new_key(), to="pitch")
    with unit_of_work():
        phases.move(table.actor(Seating.LEAD), table.review_id, new_key(), to="pitch")
    assert state(table)["phase"] == "pitch"


def test_the_first_move_begins_the_review(table: Table) -> None:
    table.open()
    with pytest.raises(PhaseClosed):
        table.move(pause=True)
    table.move(to="opening")
    assert table.review.state == ReviewState.LIVE
    with pytest.raises(Conflict), unit_of_work():
        phases.start(table.actor(Seating.FACILITATOR), table.review_id, new_key())


def test_finishing_stops_the_clock_and_the_writing(table: Table) -> None:
    table.start()
    key = new_key()
    for _ in range(2):
        with unit_of_work():
            phases.finish(table.actor(Seating.FACILITATOR), table.review_id, key)
    assert (state(table)["state"], state(table)["phase"], state(table)["ends_at"]) == ("finished", None, None)
    for attempt in (lambda: table.move(to="pitch"), lambda: table.move(to="opening")):
        with pytest.raises(AppError):
            attempt()
    assert len(table.log()) == 2


def test_an_open_review_has_no_phases(table: Table) -> None:
    table.start(Mode.OPEN)
    with pytest.raises(NotAllowed):
        table.move(to="pitch")
    with unit_of_work():
        talk.say(table.actor(Seating.HOST), table.review_id, new_key(), "We answer at once.")


@pytest.mark.parametrize("total", [60, 75, 90, 120])
def test_presets_spend_exactly_their_minutes(total: int) -> None:
    minutes = preset(total)
    assert sum(minutes.values()) == total
    assert list(minutes) == [phase.value for phase in Phase]
    assert min(minutes.values()) >= 1

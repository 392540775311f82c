"""Moments, clock changes and calendar files."""

from datetime import UTC, datetime
from typing import Any

import pytest
from flask import Flask
from icalendar import Calendar

from infocus.reviews.preparing.when import Appointment, Span, calendar_file

ZONES = {"Europe/Warsaw": "14:00", "Europe/Lisbon": "13:00", "Europe/Bucharest": "15:00"}


@pytest.mark.parametrize("day", ["2018-01-24", "2018-03-25", "2018-10-28", "2018-07-04"])
def test_one_moment_in_three_time_zones_also_after_a_clock_change_in_the_night(app: Flask, day: str) -> None:
    moments = {Span(day, starts, zone, 75).begins for zone, starts in ZONES.items()}
    assert len(moments) == 1
    summer = day in {"2018-03-25", "2018-07-04"}
    assert moments.pop() == datetime.fromisoformat(f"{day}T{'12' if summer else '13'}:00+00:00")
    with app.test_request_context():
        span = Span(day, "14:00", "Europe/Warsaw", 75)
        assert "14:00–15:15 (Europe/Warsaw)" in span.words()
        assert "13:00–14:15" in span.words_in("Europe/Lisbon")
        assert "15:00–16:15" in span.words_in("Europe/Bucharest")
        assert not span.words_in("Europe/Prague")


def test_an_hour_that_is_left_out_and_one_that_comes_twice() -> None:
    gone = Span("2018-03-25", "02:30", "Europe/Warsaw", 60)
    assert gone.begins is not None
    assert (gone.begins.strftime("%H:%M"), gone.begins.astimezone(UTC).hour) == ("03:30", 1)
    night = Span("2018-10-28", "02:30", "Europe/Warsaw", 60)
    assert night.begins is not None
    assert night.ends is not None
    assert (night.ends - night.begins.astimezone(UTC)).total_seconds() == 3600
    assert (night.begins.astimezone(UTC).hour, night.ends.strftime("%H:%M")) == (0, "02:30")


def test_days_are_counted_by_the_midnights_of_the_review() -> None:
    late = datetime(2018, 1, 23, 23, 30, tzinfo=UTC)
    assert Span("2018-01-24", "14:00", "Europe/Warsaw", 75).days_from(late) == 0
    assert Span("2018-01-24", "14:00", "Europe/Lisbon", 75).days_from(late) == 1


def test_a_calendar_file_is_read_back_with_its_zone() -> None:
    span = Span("2018-03-25", "14:00", "Europe/Warsaw", 75)
    asked = Appointment(
        uid="r@infocus.example",
        sequence=3,
        title="Łódź, a plan; with \\ and\nlines",
        url="https://infocus.example/r",
        span=span,
        sender="exchange@infocus.example",
        attendee=("ana@porto.example", "Ana, of Porto"),
    )
    calendar = Calendar.from_ical(calendar_file(asked, "REQUEST"))
    event: Any = calendar.walk("VEVENT")[0]
    assert calendar["METHOD"] == "REQUEST"
    assert (str(event["UID"]), event["SEQUENCE"]) == ("r@infocus.example", 3)
    assert event["DTSTART"].dt.astimezone(UTC) == datetime(2018, 3, 25, 12, 0, tzinfo=UTC)
    assert (event["DTEND"].dt - event["DTSTART"].dt).total_seconds() == 75 * 60
    assert calendar.walk("VTIMEZONE")[0]["TZID"] == "Europe/Warsaw"
    assert str(event["ATTENDEE"]) == "mailto:ana@porto.example"
    assert str(event["SUMMARY"]).startswith("Łódź, a plan; with")


def test_without_a_time_it_takes_the_whole_day() -> None:
    span = Span("2018-01-24", "", "Europe/Warsaw", 75)
    told = Appointment(uid="r", sequence=0, title="T", url="https://x.example", span=span)
    text = calendar_file(told, "PUBLISH")
    assert "DTSTART;VALUE=DATE:20180124" in text
    assert "DTEND;VALUE=DATE:20180125" in text

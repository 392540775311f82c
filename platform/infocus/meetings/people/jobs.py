"""What the worker does for the people of meetings."""

from datetime import timedelta

from infocus.core.db import db, unit_of_work
from infocus.core.schedule import periodic
from infocus.meetings.people.services.forgetting import due, forget_needs
from infocus.meetings.people.services.guesting import tidy


@periodic("meetings.forget_needs", timedelta(hours=6))
def forget() -> None:
    """Diet and access needs are not kept longer than promised."""
    meetings = due()
    db.session.rollback()
    for meeting_id in meetings:
        with unit_of_work():
            forget_needs(meeting_id)


@periodic("meetings.tidy_guests", timedelta(hours=6))
def forget_who_never_came_in() -> None:
    """Names of people who asked and were never let in are not kept."""
    with unit_of_work():
        tidy()

"""What the worker does before reviews: the reminders that are due."""

from datetime import timedelta

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.schedule import periodic
from infocus.reviews.preparing.services import reminding


@periodic("reviews.remind", timedelta(minutes=30))
def remind_all() -> None:
    """One mail a person and day; mark and mail are one transaction."""
    now = clock.now()
    people = reminding.due(now)
    db.session.rollback()
    for person_id in people:
        with unit_of_work():
            reminding.remind(person_id, now)

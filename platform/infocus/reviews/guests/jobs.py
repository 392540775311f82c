"""What the worker does for guests."""

from datetime import timedelta

from infocus.core.db import unit_of_work
from infocus.core.schedule import periodic
from infocus.reviews.guests.services.arriving import tidy


@periodic("guests.tidy", timedelta(hours=6))
def forget_who_never_came_in() -> None:
    """Names of people who asked and were never let in are not kept."""
    with unit_of_work():
        tidy()

"""Retention: what was searched for is deleted when its time is over."""

from datetime import timedelta

from infocus.core.db import unit_of_work
from infocus.core.schedule import periodic
from infocus.library.searched.services import purge


@periodic("library.searched.purge", timedelta(hours=1))
def forget_old() -> None:
    """Delete what is older than the page says."""
    with unit_of_work():
        purge()

"""Saved searches for the tests: made as the page makes them, looked at as the worker looks at them."""

from collections.abc import Callable

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.schedule import ScheduleMark
from infocus.library import asked
from infocus.library.saved import queries, services
from infocus.library.saved.answers import present_answers
from infocus.library.saved.jobs import begin_round, read_search
from infocus.library.saved.models import Alert, SavedSearch, SavedSearchMatch
from infocus.notifications.models import Notification
from infocus.notifications.queries import Told, own_notifications
from tests.library.shelf import Shelf


def save(shelf: Shelf, who: str, search: str = "q=workshop", alert: Alert = Alert.PAGE, name: str = "Workshops") -> str:
    """The id of a new saved search of one of the people."""
    actor = shelf.actor(who)
    form = read_search(search)
    present = present_answers(actor, form)
    with unit_of_work():
        return services.save_search(actor, asked.query_string(form), name, alert, present).id


def look(work: Callable[[], None]) -> None:
    """Index what changed, then let the worker look what newly answers."""
    work()
    db.session.rollback()
    begin_round()
    work()
    db.session.rollback()
    db.session.expire_all()


def only_index(work: Callable[[], None]) -> None:
    """Index what changed, without a look at saved searches: the round was begun just now."""
    with unit_of_work():
        db.session.merge(ScheduleMark(name="library.saved", begun_at=clock.now()))
    work()
    db.session.rollback()
    db.session.expire_all()


def told(shelf: Shelf, who: str) -> list[Told]:
    """What one of the people is told, the newest first."""
    return list(own_notifications(shelf.actor(who), limit=100).items)


def rows() -> int:
    """How many notifications there are, shown or not."""
    return db.session.query(Notification).count()


def matches(saved_id: str, *, new: bool = True) -> set[str]:
    """The records that answer a saved search."""
    found = db.session.query(SavedSearchMatch).filter_by(saved_id=saved_id, new=new)
    return {row.record_id for row in found}


def stored(saved_id: str) -> SavedSearch:
    """The saved search as stored now."""
    db.session.rollback()
    db.session.expire_all()
    return db.session.get_one(SavedSearch, saved_id)


def new_count(shelf: Shelf, who: str, saved_id: str) -> int:
    """How many the page says are new."""
    return queries.new_counts(shelf.actor(who)).get(saved_id, 0)

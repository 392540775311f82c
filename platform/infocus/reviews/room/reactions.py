"""What follows from an entry: the push after the commit, and the index."""

from infocus.core.changes import changed
from infocus.core.db import after_commit, db
from infocus.core.events import reacts_to
from infocus.engines.bound import engines
from infocus.notifications.services import notify, untell
from infocus.records.urls import record_path
from infocus.reviews.events import CalledOff, Rescheduled
from infocus.reviews.models import Review
from infocus.reviews.preparing.queries import span_of
from infocus.reviews.room.entries import stamp
from infocus.reviews.room.events import ClockSet, EntryStored, LineRemoved, Mentioned
from infocus.reviews.room.jobs import index_soon
from infocus.reviews.room.services.phases import clock_data
from infocus.reviews.vocabulary import NAMESPACE, Kind, room_name

TAKEN_AWAY = frozenset({Kind.EDITED, Kind.REMOVED})


@reacts_to(EntryStored)
def push_entry(event: EntryStored) -> None:
    """Everybody in the room gets it once it is stored; who misses the push finds it by its ``seq``."""
    room = room_name(event.review_id)
    after_commit(lambda: engines().realtime.push(NAMESPACE, room, "entry", event.entry))
    if event.entry["kind"] in TAKEN_AWAY:
        changed("review", event.review_id)  # words that were taken back leave the index at once
    elif not event.more_follow:
        index_soon(event.review_id)


@reacts_to(ClockSet)
def push_clock(event: ClockSet) -> None:
    """The phase and its end."""
    room = room_name(event.review_id)
    after_commit(lambda: engines().realtime.push(NAMESPACE, room, "clock", event.clock))


@reacts_to(Mentioned)
def tell_mentioned(event: Mentioned) -> None:
    """Who is named and not in the room hears of it at once; the words stay in the room."""
    review = db.session.get(Review, event.review_id)
    if review is None:
        return
    here = {seat.person for seat in engines().realtime.members(NAMESPACE, room_name(event.review_id))}
    for person in event.people:
        if person not in here:
            notify(person, "room-mention", review, path=f"{record_path(review)}/room#e{event.seq}", by=event.by)


@reacts_to(LineRemoved)
def untell_mentioned(event: LineRemoved) -> None:
    """Nobody is led to a line that is gone."""
    untell(event.review_id, f"/room#e{event.seq}")


@reacts_to(CalledOff)
def tell_called_off(event: CalledOff) -> None:
    """Who waits in the room sees that the review is off."""
    _tell_who_waits(event.review_id)


@reacts_to(Rescheduled)
def tell_new_time(event: Rescheduled) -> None:
    """Who waits in the room sees that it has another time."""
    _tell_who_waits(event.review_id)


def _tell_who_waits(review_id: str) -> None:
    review = db.session.get(Review, review_id)
    if review is not None:
        told = {**clock_data(review, review.room), "begins": stamp(span_of(review).begins)}
        push_clock(ClockSet(review.id, told))

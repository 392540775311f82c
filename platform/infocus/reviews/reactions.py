"""What follows from a room: the push after the commit, the index, the invitation, the closed line."""

from infocus.core.changes import changed
from infocus.core.db import after_commit, db
from infocus.core.events import reacts_to
from infocus.engines.bound import engines
from infocus.engines.realtime.port import Why
from infocus.notifications.services import notify
from infocus.records.urls import record_path
from infocus.reviews.events import ClockSet, EntryStored, SeatGiven, SeatTaken
from infocus.reviews.jobs import index_soon
from infocus.reviews.models import Review
from infocus.reviews.vocabulary import NAMESPACE, Kind, room_name

TAKEN_AWAY = frozenset({Kind.EDITED, Kind.REMOVED})


@reacts_to(EntryStored)
def push_entry(event: EntryStored) -> None:
    """Everybody in the room gets it once it is stored; who misses the push finds it by its ``seq``."""
    room = room_name(event.review_id)
    after_commit(lambda: engines().realtime.push(NAMESPACE, room, "entry", event.entry))
    if event.entry["kind"] in TAKEN_AWAY:
        changed("review", event.review_id)  # words that were taken back leave the index at once
    else:
        index_soon(event.review_id)


@reacts_to(ClockSet)
def push_clock(event: ClockSet) -> None:
    """The phase and its end."""
    room = room_name(event.review_id)
    after_commit(lambda: engines().realtime.push(NAMESPACE, room, "clock", event.clock))


@reacts_to(SeatGiven)
def invite(event: SeatGiven) -> None:
    """Who is named for the table hears of it."""
    review = db.session.get(Review, event.review_id)
    if review is not None:
        notify(event.person_id, "review-invited", review, path=record_path(review), by=event.by)


@reacts_to(SeatTaken)
def show_out(event: SeatTaken) -> None:
    """Who may not be in the room any more leaves it at once."""
    if not event.still_reads:
        room = room_name(event.review_id)
        after_commit(lambda: engines().realtime.disconnect(Why.RIGHTS_LOST, person=event.person_id, room=room))

"""What follows when a seat is taken back: the closed line."""

from infocus.core.db import after_commit
from infocus.core.events import reacts_to
from infocus.engines.bound import engines
from infocus.engines.realtime.port import Why
from infocus.reviews.events import SeatTaken
from infocus.reviews.vocabulary import room_name


@reacts_to(SeatTaken)
def show_out(event: SeatTaken) -> None:
    """Who may not be in the room any more leaves it at once."""
    if not event.still_reads:
        room = room_name(event.review_id)
        after_commit(lambda: engines().realtime.disconnect(Why.RIGHTS_LOST, person=event.person_id, room=room))

"""Who has the minutes open sees at once what others mark in them."""

from infocus.core.db import after_commit
from infocus.core.events import reacts_to
from infocus.engines.bound import engines
from infocus.meetings.agreed.events import Marked
from infocus.meetings.minutes.sockets import NAMESPACE, room_of


@reacts_to(Marked)
def push_marked(event: Marked) -> None:
    """The section whose marks are to be read anew."""
    told = {"meeting": event.meeting_id, "section": event.section}
    after_commit(lambda: engines().realtime.push(NAMESPACE, room_of(event.meeting_id), "marked", told))

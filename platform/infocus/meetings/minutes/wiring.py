"""Joint minutes: the socket events, the page, and what follows."""

from infocus.meetings.minutes import jobs, models, reactions, views
from infocus.meetings.minutes.sockets import MINUTES

PARTS = (jobs, models, reactions, views)  # imported for what they register
NAMESPACES = (MINUTES,)

"""Who watches a meeting hears of its outputs."""

from infocus.core.db import db
from infocus.meetings.models import Output
from infocus.notifications.watching.homes import belongs


@belongs("output")
def meeting_of(output_id: str) -> str | None:
    """The id of the meeting an output belongs to."""
    output = db.session.get(Output, output_id)
    return output.meeting_id if output is not None else None

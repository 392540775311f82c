"""What meetings and outputs put into the search index."""

from infocus.core import markup
from infocus.core.dates import StatedDate
from infocus.core.db import db
from infocus.engines.search.port import Entry
from infocus.library.documents import record_entries
from infocus.meetings.models import Meeting, Output
from infocus.records.entries import Facets, entry_of, indexes
from infocus.records.terms import terms_of


def _themes(record_id: str) -> tuple[str, ...]:
    return tuple(terms_of([record_id])[record_id]["work_areas"])


@indexes("meeting")
def meeting_entries(meeting_id: str) -> list[Entry] | None:
    """The entry of a meeting: theme, programme, minutes, decisions, actions; ``None`` when it is gone."""
    meeting = db.session.get(Meeting, meeting_id)
    if meeting is None or meeting.removed_at:
        return None
    lines = [meeting.theme, meeting.place]
    lines += [f"{session.title}. {session.speakers} {session.note}" for session in meeting.sessions]
    lines += [decision.text for decision in meeting.decisions] + [action.what for action in meeting.actions]
    lines.append(markup.plain(meeting.minutes))
    facets: Facets = {
        "themes": _themes(meeting.id),
        "year": StatedDate(meeting.starts).year,
        "meeting": meeting.id,
    }
    return [entry_of(meeting, "\n".join(line for line in lines if line), facets)]


@indexes("output")
def output_entries(output_id: str) -> list[Entry] | None:
    """The entries of an output: its own words, and its file page by page; ``None`` when it is gone."""
    output = db.session.get(Output, output_id)
    if output is None or output.removed_at:
        return None
    facets: Facets = {
        "themes": _themes(output.id),
        "year": output.created_at.year,
        "meeting": output.meeting_id,
    }
    return record_entries(output, output.summary, facets)

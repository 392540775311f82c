"""Reads of meetings and outputs, always for an actor."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import lazyload

from infocus.comments.queries import counts
from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.paging import Page, keyset
from infocus.library.models import Document
from infocus.meetings.models import Meeting, MeetingSession, MeetingState, Output
from infocus.networks.models import Network
from infocus.records.models import Record
from infocus.records.policy import readable
from infocus.records.queries import visible


@dataclass(frozen=True, slots=True)
class ShownOutput:
    """An output in a programme, with its newest file and how much was said about it."""

    output: Output
    document: Document | None
    comments: int


@dataclass(frozen=True, slots=True)
class ShownSession:
    """A session with its outputs; ``session`` is ``None`` for outputs of the meeting as a whole."""

    session: MeetingSession | None
    outputs: Sequence[ShownOutput]


def list_meetings(
    actor: Actor, *, network: Sequence[str] = (), cursor: str | None = None, limit: int = 50
) -> Page[Meeting]:
    """Meetings this reader may read, the latest first."""
    query = visible(actor, Meeting)
    if network:
        query = query.where(Record.network_id.in_(select(Network.id).where(Network.slug.in_(network))))
    key = [Meeting.starts, Meeting.id]
    return keyset(query, key, lambda row: [row.starts, row.id], cursor=cursor, limit=limit)


def outputs_of(actor: Actor, meeting: Meeting) -> Select[Output]:
    """``select(Output)`` of a meeting's outputs this reader may read."""
    return visible(actor, Output).where(Output.meeting_id == meeting.id)


def programme(actor: Actor, meeting: Meeting) -> list[ShownSession]:
    """The sessions in order with their outputs, then what belongs to the meeting as a whole; in four queries."""
    outputs = list(db.session.scalars(outputs_of(actor, meeting).order_by(Record.created_at, Record.id)).unique())
    files = first_documents([output.id for output in outputs])
    talk = counts(actor, [output.id for output in outputs])
    grouped: dict[str | None, list[ShownOutput]] = defaultdict(list)
    for output in outputs:
        grouped[output.session_id].append(ShownOutput(output, files.get(output.id), talk.get(output.id, 0)))
    shown = [ShownSession(session, grouped.get(session.id, [])) for session in meeting.sessions]
    return [*shown, ShownSession(None, grouped[None])] if grouped.get(None) else shown


def first_documents(record_ids: Sequence[str]) -> dict[str, Document]:
    """The first file of each of these records."""
    if not record_ids:
        return {}
    query = select(Document).where(Document.record_id.in_(record_ids), Document.removed_at.is_(None))
    rows = db.session.scalars(query.order_by(Document.position.desc(), Document.id.desc()))
    return {document.record_id: document for document in rows}


def next_meeting(actor: Actor) -> Meeting | None:
    """The next planned meeting, or the one under way; a month or year stated counts until it is over."""
    today = clock.now().date().isoformat()
    this_month_or_year = Meeting.starts.in_((today[:7], today[:4]))
    ahead = (Meeting.starts >= today) | (Meeting.ends >= today) | this_month_or_year
    coming = visible(actor, Meeting).where(ahead, Record.state == MeetingState.PLANNED)
    first = coming.order_by(Meeting.starts, Meeting.id).limit(1)
    return db.session.scalars(first.options(lazyload(Meeting.audience))).unique().first()


def output_counts(actor: Actor, meeting_ids: Sequence[str]) -> dict[str, int]:
    """How many outputs this reader finds in each of these meetings."""
    if not meeting_ids:
        return {}
    query = select(Output.meeting_id, func.count()).where(readable(actor), Output.meeting_id.in_(meeting_ids))
    return {str(key): int(count) for key, count in db.session.execute(query.group_by(Output.meeting_id))}

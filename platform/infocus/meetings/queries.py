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
from infocus.records.queries import rows_of_list, visible

SHOWN = 5
"""Outputs of a session shown in the programme; the meeting's list of outputs has them all."""


@dataclass(frozen=True, slots=True)
class ShownOutput:
    """An output in a programme, with its newest file and how much was said about it."""

    output: Output
    document: Document | None
    comments: int


@dataclass(frozen=True, slots=True)
class ShownSession:
    """A session with its first outputs; ``session`` is ``None`` for outputs of the meeting as a whole.

    ``more``: how many outputs it has besides.
    """

    session: MeetingSession | None
    outputs: Sequence[ShownOutput]
    more: int = 0

    @property
    def total(self) -> int:
        """How many outputs it has in all."""
        return len(self.outputs) + self.more


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


def programme(actor: Actor, meeting: Meeting, *, whole: bool = False) -> list[ShownSession]:
    """The sessions in order with their first outputs, then what belongs to the meeting as a whole; in five queries.

    ``whole``: with all outputs, as a report needs them.
    """
    own = outputs_of(actor, meeting)
    order = (Record.created_at, Record.id)
    rank = func.row_number().over(partition_by=Output.session_id, order_by=order).label("rank")
    total = func.count().over(partition_by=Output.session_id).label("total")
    ranked = own.with_only_columns(Output.id.label("id"), rank, total).subquery()
    query = select(Output, ranked.c.total).join(ranked, ranked.c.id == Output.id)
    query = query if whole else query.where(ranked.c.rank <= SHOWN)
    rows = db.session.execute(query.order_by(*order).options(*rows_of_list())).unique().all()
    totals = {output.session_id: int(count) for output, count in rows}
    grouped: dict[str | None, list[ShownOutput]] = defaultdict(list)
    for each in shown_outputs(actor, [output for output, _total in rows]):
        grouped[each.output.session_id].append(each)
    parts = [(each.id, each) for each in meeting.sessions] + ([(None, None)] if None in grouped else [])
    return [
        ShownSession(session, grouped.get(key, ()), totals.get(key, 0) - len(grouped.get(key, ())))
        for key, session in parts
    ]


def shown_outputs(actor: Actor, outputs: Sequence[Output]) -> list[ShownOutput]:
    """Outputs in the same order with their files and how much was said; two queries."""
    ids = [output.id for output in outputs]
    files, talk = first_documents(ids), counts(actor, ids)
    return [ShownOutput(each, files.get(each.id), talk.get(each.id, 0)) for each in outputs]


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

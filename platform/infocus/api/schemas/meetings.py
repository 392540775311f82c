"""Meetings and their outputs."""

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from pydantic import Field

from infocus.api.schemas.base import CHANGES, Audience, Language, Sent, Shown, StatedDate, Typed, Words
from infocus.api.schemas.documents import DocumentShape, documents_by_record
from infocus.api.schemas.records import RecordShape, record_fields
from infocus.meetings.models import Meeting, Output
from infocus.meetings.values import SUMMARY_LIMIT, TEXTS, TITLE_LIMIT
from infocus.records.terms import terms_of

Title = Annotated[str, Words(TITLE_LIMIT, least=1, lines=False)]
Summary = Annotated[str, Words(SUMMARY_LIMIT)]
Codes = Annotated[list[Annotated[str, Words(60)]], Field(max_length=100)]
Link = Annotated[str, Words(TEXTS["link"])]
Kind = Literal["baseline", "paper", "presentation", "minutes", "case-note", "article", "plan", "report", "other"]


class MeetingFields(Sent):
    """What can be said about a meeting. ``host`` is a partner's short name; dates are as precise as they are stated."""

    summary: Summary = ""
    theme: Annotated[str, Words(TEXTS["theme"])] = ""
    theme_confirmed: bool = True
    ends: StatedDate = ""
    date_source: Annotated[str, Words(TEXTS["date_source"])] = ""
    date_confirmed: bool = True
    time_zone: Annotated[str, Words(60)] = "Europe/Brussels"
    place: Annotated[str, Words(TEXTS["place"])] = ""
    host: Annotated[str, Words(60)] | None = None
    themes: Codes = Field(default_factory=list)
    state: Literal["planned", "held", "cancelled"] = "planned"
    language: Language = "en"
    visibility: Audience = "network"


class NewMeeting(MeetingFields):
    """A meeting to call. ``network`` is a short name; without it, the sender's own."""

    title: Title
    starts: Annotated[StatedDate, Field(min_length=4)]
    network: Annotated[str, Words(60)] | None = None


class MeetingChanges(MeetingFields):
    """Changes to a meeting: only what is sent is changed."""

    model_config = CHANGES

    title: Title = ""
    starts: Annotated[StatedDate, Field(min_length=4)] = ""


class SessionShape(Shown):
    """A part of the programme; times are local to the meeting."""

    id: str
    day: int
    starts: str
    ends: str
    title: str
    speakers: str
    place: str


class MeetingShape(RecordShape):
    """A meeting with its programme. ``partner`` is the host."""

    starts: str
    ends: str
    date_source: str
    date_confirmed: bool
    time_zone: str
    place: str
    theme: str
    theme_confirmed: bool
    themes: list[str]
    minutes: str
    sessions: list[SessionShape]


class OutputFields(Typed):
    """What can be said about an output. ``session`` is the id of a part of the programme."""

    summary: Summary = ""
    kind: Kind = "other"
    language: Language = "en"
    visibility: Audience = "network"
    session: Annotated[str, Words(26)] = ""
    link: Link = ""


class NewOutput(OutputFields):
    """The fields beside the ``file`` of an output; a ``link`` can stand for the file."""

    title: Title


class OutputChanges(OutputFields):
    """Changes to an output: only what is sent is changed."""

    model_config = CHANGES

    title: Title = ""


class OutputShape(RecordShape):
    """An output. ``document`` is its file, whose own ``state`` says how far it is read."""

    kind: str
    meeting: str
    session: str | None
    link: str
    document: DocumentShape | None


_MEETING = (
    "starts", "ends", "date_source", "date_confirmed", "time_zone", "place", "theme", "theme_confirmed", "minutes"
)  # fmt: skip


def meeting_shapes(meetings: Sequence[Meeting]) -> list[MeetingShape]:
    """Meetings with programme and themes."""
    terms = terms_of([meeting.id for meeting in meetings])
    return [
        MeetingShape(
            **record_fields(meeting),
            **{name: getattr(meeting, name) for name in _MEETING},
            themes=terms[meeting.id]["work_areas"],
            sessions=[SessionShape.model_validate(session) for session in meeting.sessions],
        )
        for meeting in meetings
    ]


def output_shapes(outputs: Sequence[Output]) -> list[OutputShape]:
    """Outputs with their files; two queries for any number."""
    documents = documents_by_record([output.id for output in outputs])
    return [_output(output, documents[output.id]) for output in outputs]


def _output(output: Output, documents: list[DocumentShape]) -> OutputShape:
    more: dict[str, Any] = {"kind": output.kind, "link": output.link}
    return OutputShape(
        **record_fields(output),
        **more,
        meeting=output.meeting_id,
        session=output.session_id,
        document=documents[0] if documents else None,
    )

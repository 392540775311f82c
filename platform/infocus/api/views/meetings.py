"""Meetings and outputs."""

from flask import Response
from sqlalchemy.orm import selectinload

from infocus.api.answers import answer, next_url
from infocus.api.lists import records
from infocus.api.operations import operation
from infocus.api.own import own_network
from infocus.api.requests import check_match
from infocus.api.schemas.meetings import (
    MeetingChanges,
    MeetingShape,
    NewMeeting,
    NewOutput,
    OutputChanges,
    OutputShape,
    meeting_shapes,
    output_shapes,
)
from infocus.api.schemas.records import Listed, RecordQuery
from infocus.api.uploads import uploaded
from infocus.core.actor import STAFF
from infocus.core.db import db, unit_of_work
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.meetings import outputs, services
from infocus.meetings.models import Meeting, Output
from infocus.records.queries import get_record


@operation("GET", "/meetings", query=RecordQuery, shape=Listed[MeetingShape])
@requires(Permission.READ_RECORD)
def list_meetings(query: RecordQuery) -> Response:
    """Meetings you may read, the newest change first; ``year`` is that of the meeting."""
    page = records(current_actor(), Meeting, query, load=[selectinload(Meeting.sessions)])
    return answer(Listed[MeetingShape](items=meeting_shapes(page.items), next=next_url(page.next)))


@operation("POST", "/meetings", body=NewMeeting, shape=MeetingShape, status=201)
@requires(Permission.CREATE_MEETING)
def call_meeting(body: NewMeeting) -> Response:
    """Call a meeting of the network; for experts and the lead partner."""
    actor, values = current_actor(), body.model_dump(exclude_unset=True)
    with unit_of_work():
        network = own_network(actor, values.pop("network", None), STAFF)
        return _meeting_answer(services.create_meeting(actor, network, values), 201)


@operation("GET", "/meetings/<record_id:meeting_id>", shape=MeetingShape)
@requires(Permission.READ_RECORD)
def get_meeting(meeting_id: str) -> Response:
    """One meeting."""
    return _meeting_answer(_meeting(meeting_id))


@operation("PATCH", "/meetings/<record_id:meeting_id>", body=MeetingChanges, shape=MeetingShape, matches=True)
@requires(Permission.EDIT_MEETING)
def change_meeting(meeting_id: str, body: MeetingChanges) -> Response:
    """Change a meeting: only what is sent is changed. Earlier statements of its date are kept."""
    with unit_of_work():
        meeting = _meeting(meeting_id)
        check_match(meeting.version)
        services.edit_meeting(current_actor(), meeting, body.model_dump(exclude_unset=True))
        return _meeting_answer(meeting)


@operation("GET", "/meetings/<record_id:meeting_id>/outputs", query=RecordQuery, shape=Listed[OutputShape])
@requires(Permission.READ_RECORD)
def list_outputs(meeting_id: str, query: RecordQuery) -> Response:
    """What came out of a meeting, the newest change first."""
    meeting = _meeting(meeting_id)
    page = records(current_actor(), Output, query, Output.meeting_id == meeting.id)
    return answer(Listed[OutputShape](items=output_shapes(page.items), next=next_url(page.next)))


@operation("POST", "/meetings/<record_id:meeting_id>/outputs", form=NewOutput, shape=OutputShape, status=201)
@requires(Permission.UPLOAD_OUTPUT)
def add_output(meeting_id: str, body: NewOutput) -> Response:
    """Upload an output, or link to one. The text of the file is read afterwards: ask its document how far it is."""
    actor = current_actor()
    require(actor, Permission.UPLOAD_OUTPUT, _meeting(meeting_id))
    with uploaded() as upload, unit_of_work():
        values = body.model_dump(exclude_unset=True)
        output, _document = outputs.add_output(actor, _meeting(meeting_id), upload, values)
        return _output_answer(output, 201)


@operation("GET", "/outputs/<record_id:output_id>", shape=OutputShape)
@requires(Permission.READ_RECORD)
def get_output(output_id: str) -> Response:
    """One output."""
    return _output_answer(get_record(current_actor(), output_id, Output))


@operation("PATCH", "/outputs/<record_id:output_id>", body=OutputChanges, shape=OutputShape, matches=True)
@requires(Permission.EDIT_OUTPUT)
def change_output(output_id: str, body: OutputChanges) -> Response:
    """Change what is said about an output: only what is sent is changed."""
    with unit_of_work():
        output = get_record(current_actor(), output_id, Output)
        check_match(output.version)
        outputs.edit_output(current_actor(), output, body.model_dump(exclude_unset=True))
        return _output_answer(output)


@operation("DELETE", "/outputs/<record_id:output_id>", status=204, matches=True)
@requires(Permission.EDIT_OUTPUT)
def remove_output(output_id: str) -> Response:
    """Remove an output and its file."""
    with unit_of_work():
        output = get_record(current_actor(), output_id, Output)
        check_match(output.version)
        outputs.remove_output(current_actor(), output)
        return answer(None)


def _meeting(meeting_id: str) -> Meeting:
    return get_record(current_actor(), meeting_id, Meeting)


def _meeting_answer(meeting: Meeting, status: int = 200) -> Response:
    db.session.flush()
    return answer(meeting_shapes([meeting])[0], status, version=meeting.version)


def _output_answer(output: Output, status: int = 200) -> Response:
    db.session.flush()
    return answer(output_shapes([output])[0], status, version=output.version)

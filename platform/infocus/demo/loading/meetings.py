"""Meetings with their programme, decisions, actions and participants, and the outputs that came out of them."""

from datetime import UTC, datetime

from infocus.core.db import db
from infocus.demo.content import happenings as shapes
from infocus.demo.content.outputs.revised import REVISED
from infocus.demo.loading.book import Book, id_at, ids_from
from infocus.library.models import DocumentRole
from infocus.meetings.models import (
    Coming,
    Decision,
    Meeting,
    MeetingAction,
    MeetingSession,
    MeetingState,
    Output,
    OutputKind,
    Participant,
)
from infocus.meetings.people.days import days_of_meeting
from infocus.meetings.people.models import Attendance
from infocus.records.services import save
from infocus.records.terms import set_terms

THEMES = "work_areas"


def add_meetings(book: Book, meetings: tuple[shapes.Meeting, ...], caller: str) -> None:
    """Every meeting, under ``meeting:KEY`` in the book; ``caller`` is the address of who called it."""
    for each in meetings:
        host = book.partners[each.partner]
        meeting = Meeting(
            id=id_at(each.created_at),
            network=book.network,
            network_id=book.network.id,
            partner=host,
            partner_id=host.id,
            author_id=book.people[caller].id,
            title=each.title,
            summary=each.summary,
            visibility=each.visibility,
            state=MeetingState.HELD,
            starts=each.starts,
            ends=each.ends,
            date_source=each.date_source,
            date_confirmed=each.date_confirmed,
            time_zone=each.time_zone,
            place=host.label,
            theme=each.theme,
            theme_confirmed=each.theme_confirmed,
            minutes=each.minutes,
            illustrative=True,
        )
        save(meeting, at=each.created_at)
        set_terms(meeting, {THEMES: each.themes})
        _add_programme(book, meeting, each)
        _add_outcome(book, meeting, each)
        book.records[f"meeting:{each.key}"] = meeting
    db.session.flush()


def add_outputs(book: Book, outputs: tuple[shapes.Output, ...]) -> None:
    """Every output, under ``output:KEY`` in the book; its file is made by the worker."""
    for each in outputs:
        meeting = book.records[f"meeting:{each.meeting}"]
        session = book.sessions.get(f"{each.meeting} {each.session}")
        partner = book.partners[each.partner]
        output = Output(
            id=id_at(each.created_at),
            network=book.network,
            network_id=book.network.id,
            partner=partner,
            partner_id=partner.id,
            author_id=book.people[each.author].id,
            title=each.title,
            summary=each.summary,
            language=each.language,
            visibility=each.visibility,
            state="current",
            meeting_id=meeting.id,
            session_id=session.id if session else None,
            kind=OutputKind(each.kind),
            illustrative=True,
        )
        save(output, at=each.created_at)
        set_terms(output, {THEMES: each.themes})
        book.records[f"output:{each.key}"] = output
        _add_files(book, output, each)
    db.session.flush()


def _add_files(book: Book, output: Output, each: shapes.Output) -> None:
    """Its file, and the second one where there is one."""
    common = {"record": output.id, "role": DocumentRole.OUTPUT.value, "title": each.title, "language": each.language}
    own = {"spec": f"output:{each.key}", "name": each.file.name, "by": output.author_id}
    book.files.append({**common, **own, "at": each.created_at.isoformat()})
    for later in REVISED:
        if later.output == each.key:
            more = {"spec": f"output:{each.key}:2", "name": later.file.name, "note": later.note}
            by = book.people[later.by].id
            book.files.append({**common, **more, "by": by, "at": later.at.isoformat()})


def _add_programme(book: Book, meeting: Meeting, each: shapes.Meeting) -> None:
    for part in each.sessions:
        session = MeetingSession(
            meeting_id=meeting.id,
            day=part.day,
            starts=part.starts,
            ends=part.ends,
            title=part.title,
            kind=part.kind,
            speakers=book.named((part.chair, *part.speakers)),
            place=part.place,
            note=part.note,
        )
        db.session.add(session)
        db.session.flush()
        book.sessions[f"{each.key} {part.key}"] = session


def _add_outcome(book: Book, meeting: Meeting, each: shapes.Meeting) -> None:
    ids = ids_from(each.created_at)
    for decision in each.decisions:
        db.session.add(Decision(id=next(ids), meeting_id=meeting.id, text=decision.text, agreed=decision.agreed))
    for action in each.actions:
        done = datetime.fromisoformat(f"{action.done}T12:00").replace(tzinfo=UTC) if action.done else None
        db.session.add(
            MeetingAction(
                id=next(ids),
                meeting_id=meeting.id,
                what=action.what,
                partner_id=book.partners[action.partner].id,
                due=action.due,
                done_at=done,
            )
        )
    for email in each.participants:
        home = book.homes.get(email)
        person = book.people[email]
        row = Participant(id=next(ids), person_id=person.id, name=person.name, partner_id=home.id if home else None)
        _add_person(meeting, each, row, was_there=email not in each.away)
    for name, organisation in each.guests:
        row = Participant(id=next(ids), name=name, organisation=organisation)
        _add_person(meeting, each, row, was_there=True)


def _add_person(meeting: Meeting, each: shapes.Meeting, row: Participant, *, was_there: bool) -> None:
    """Invited and expected; ticked on every day, where the meeting states its days."""
    row.meeting_id, row.coming, row.invited_at = meeting.id, Coming.YES, each.created_at
    db.session.add(row)
    db.session.flush()
    if was_there and (each.away or each.guests):  # else nobody noted it
        days = [key for key, day in days_of_meeting(meeting) if day]
        db.session.add_all([Attendance(participant_id=row.id, day=day, at=each.created_at) for day in days])

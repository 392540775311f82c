"""The mails to the people of a meeting, each with its calendar file. They say when and where, nothing about others."""

from flask import current_app
from flask_babel import force_locale

from infocus.accounts.letters import post
from infocus.accounts.models import Account
from infocus.core.calendars import calendar_of
from infocus.core.i18n import locale_of, say_dates
from infocus.core.web.links import absolute
from infocus.engines.mail.composing import address
from infocus.engines.mail.port import Attachment
from infocus.meetings.calendars import meeting_event
from infocus.meetings.models import Coming, Participant
from infocus.meetings.people.marks import mark_of
from infocus.settings import Settings


def invite(row: Participant, account: Account | None, by: str, *, moved: bool = False) -> None:
    """Ask somebody to a meeting, or tell that it has moved. Who has no account gets it in the meeting's language."""
    _send(row, account, "meeting_invitation", "REQUEST", by=by, moved=moved)


def seat_free(row: Participant, account: Account | None, by: str) -> None:
    """A seat has become free for somebody who waited."""
    _send(row, account, "meeting_seat", "REQUEST", by=by)


def call_off(row: Participant, account: Account | None, by: str) -> None:
    """The meeting does not take place: out of the calendar it goes."""
    _send(row, account, "meeting_cancelled", "CANCEL", by=by)


def _send(
    row: Participant, account: Account | None, template: str, method: str, *, by: str, moved: bool = False
) -> None:
    to = account.email if account else row.email
    if not to:
        return
    meeting = row.meeting
    language = account.person.language if account else meeting.language
    with force_locale(locale_of(language)):
        when = say_dates(meeting.begins, meeting.finishes)
    post(
        to,
        language,
        template,
        attachments=_files(row, to, method),
        name=row.shown_name,
        who=by,
        title=meeting.title,
        theme=meeting.theme,
        when=when,
        where=meeting.place,
        answer=absolute("meetings.invitation", participant_id=row.id, mark=mark_of(row.id)),
        moved=moved,
    )


def _files(row: Participant, to: str, method: str) -> list[Attachment]:
    """The calendar file, once the meeting has an exact date."""
    settings: Settings = current_app.extensions["infocus.settings"]
    event = meeting_event(
        row.meeting,
        sender=address(settings.mail_from).addr_spec,
        attendee=(to, row.shown_name),
        accepted=row.coming == Coming.YES,
    )
    if event is None:
        return []
    text = calendar_of([event], method)
    return [Attachment(name="meeting.ics", text=text, subtype="calendar", parameters={"method": method})]

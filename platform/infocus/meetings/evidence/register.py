"""The attendance list for the audit: who was invited, what they said, when they were there, and a field to sign."""

from flask_babel import force_locale, format_date
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from infocus.core.db import db
from infocus.core.i18n import locale_of, say_dates
from infocus.engines.typesetting.port import Paper
from infocus.meetings.models import Coming, Meeting, Participant
from infocus.meetings.papers import facts_of, mark_of
from infocus.meetings.people.days import days_of_meeting
from infocus.meetings.people.models import MeetingGuest
from infocus.meetings.people.queries import attendance

ANSWERS = {
    Coming.YES: _l("accepted"),
    Coming.OPEN: _l("no answer"),
    Coming.WAITING: _l("waited for a seat"),
    Coming.NO: _l("declined"),
}


def people_of(meeting: Meeting) -> list[Participant]:
    """Everybody on the list by name: invited, come anyway, let in as a guest."""
    rows = select(Participant).where(Participant.meeting_id == meeting.id)
    return list(db.session.scalars(rows.order_by(Participant.name, Participant.id)))


def guests_of(meeting: Meeting) -> set[str]:
    """The participants who came by a guest's link."""
    rows = select(MeetingGuest.participant_id).where(MeetingGuest.meeting_id == meeting.id)
    return {found for found in db.session.scalars(rows) if found}


def register_rows(meeting: Meeting) -> list[list[str]]:
    """The list as a table, in the present language. Never an address, nor what anybody eats or needs."""
    days, there, guests = days_of_meeting(meeting), attendance(meeting), guests_of(meeting)
    heads = [_("Name"), _("City"), _("Organisation"), _("Guest"), _("Invited on"), _("Answer")]
    rows = [[*heads, *(day for day, _date in days), _("Signature")]]
    for row in people_of(meeting):
        invited = row.invited_at.date().isoformat() if row.invited_at else ""
        who = [row.shown_name, row.shown_city, row.organisation, _("yes") if row.id in guests else ""]
        ticks = [_("yes") if day in there.get(row.id, ()) else "" for day, _date in days]
        rows.append([*who, invited, str(ANSWERS[Coming(row.coming)]), *ticks, ""])
    return rows


def register_paper(meeting: Meeting, language: str) -> Paper:
    """The list on paper, lying on its side so that there is room to sign."""
    with force_locale(locale_of(language)):
        heads = [_("No."), _("Name"), _("City and organisation"), _("Invited on"), _("Answer"), _("There on")]
        data = {
            "title": meeting.title,
            "heading": _("Attendance list"),
            "foot": f"{meeting.title} · {say_dates(meeting.begins, meeting.finishes)}",
            "mark": mark_of(meeting),
            "facts": facts_of(meeting),
            "columns": [*heads, _("Signature")],
            "rows": _paper_rows(meeting),
            "none": _("Nobody is on the list of this meeting."),
            "funding": meeting.network.funding_line or _("Co-funded by the European Union"),
        }
        return Paper(
            template="meetings/evidence/register.typ",
            title=_("Attendance list: %(title)s", title=meeting.title),
            author=meeting.network.name,
            language=language,
            made_at=meeting.updated_at,
            data=data,
        )


def _paper_rows(meeting: Meeting) -> list[list[str]]:
    there, guests = attendance(meeting), guests_of(meeting)
    days = [
        (key, format_date(day, "d MMM") if day else _("Day %(number)s", number=number))
        for number, (key, day) in enumerate(days_of_meeting(meeting), start=1)
    ]
    rows = []
    for row in people_of(meeting):
        guest = _("guest") if row.id in guests else ""
        where = " · ".join(filter(None, (row.shown_city, row.organisation, guest)))
        invited = format_date(row.invited_at, "d MMM y") if row.invited_at else ""
        on = ", ".join(name for key, name in days if key in there.get(row.id, ()))
        rows.append([row.shown_name, where, invited, str(ANSWERS[Coming(row.coming)]), on])
    return rows

"""Forms of meetings and outputs; the services check what they carry."""

from datetime import date
from typing import Any
from zoneinfo import available_timezones

from flask_babel import format_date
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FileField, FormField, HiddenField, SelectField, StringField
from wtforms import Form as PlainForm

from infocus.core.fields import Rows, Ticks
from infocus.core.forms import Form, Limit, LongText, StatedDateField, Text, options
from infocus.core.i18n import LANGUAGES
from infocus.core.numbers import whole
from infocus.meetings.models import KIND_WORDS, SESSION_KIND_WORDS, Meeting, MeetingState, Output
from infocus.meetings.programme import date_of, days_between
from infocus.meetings.services import MOST_DAYS
from infocus.meetings.values import SUMMARY_LIMIT, TITLE_LIMIT
from infocus.vocabularies.registry import VOCABULARIES

AUDIENCES = [
    ("partner", _l("Own city")),
    ("network", _l("Network")),
    ("all", _l("All networks")),
    ("public", _l("Everyone")),
]
STATES = [
    (MeetingState.PLANNED, _l("Planned")),
    (MeetingState.HELD, _l("Held")),
    (MeetingState.CANCELLED, _l("Cancelled")),
]
SPARE_ROWS = 3
TYPED = ("id", "title", "starts", "ends", "speakers", "place", "meeting_point", "note")


def _day_label(number: int, day: date | None) -> str:
    """``1`` or ``1 · Wed 13 Sept``."""
    return f"{number} · {format_date(day, 'E d MMM')}" if day else str(number)


class SessionForm(PlainForm):
    """One row of the programme."""

    id = HiddenField()
    title = StringField(_l("Title"))
    kind = SelectField(_l("Kind"), choices=options(SESSION_KIND_WORDS.items()), validate_choice=False)
    day = SelectField(_l("Day"), default="1", choices=[], validate_choice=False)
    starts = StringField(_l("From"), render_kw={"placeholder": "09:30"})
    ends = StringField(_l("To"))
    speakers = StringField(_l("Speakers, separated by commas"))
    place = StringField(_l("Room or place"))
    meeting_point = StringField(_l("Meeting point of a visit"))
    note = StringField(_l("Note"))
    remove = BooleanField(_l("Take out"))

    @property
    def stored(self) -> bool:
        """Whether the row is a session of the programme already."""
        return bool(self.id.data)


class MeetingForm(Form):
    """A meeting; its programme follows in rows."""

    title = Text(_l("Title"), [Limit(TITLE_LIMIT)])
    theme = Text(_l("Theme"), [Limit(200)])
    summary = LongText(_l("What it is about"), [Limit(SUMMARY_LIMIT)])
    host = SelectField(_l("Host"), validate_choice=False)
    starts = StatedDateField(_l("First day"), description=_l("As it is stated: 2017, 2017-09 or 2017-09-13."))
    ends = StatedDateField(_l("Last day"))
    date_source = Text(_l("Where the date was read"), [Limit(200)])
    date_confirmed = BooleanField(_l("The date is confirmed"), default=True)
    place = Text(_l("Place"), [Limit(160)])
    time_zone = SelectField(
        _l("Time zone of the place"), choices=options((zone, zone) for zone in sorted(available_timezones()))
    )
    themes = Ticks(_l("Work areas"), choices=options(VOCABULARIES["work_areas"].labels.items()))
    capacity = Text(_l("Seats"), description=_l("How many can come; empty: no limit. Then there is a waiting list."))
    state = SelectField(_l("State"), choices=options(STATES))
    language = SelectField(_l("Language"), choices=options(LANGUAGES.items()))
    visibility = SelectField(_l("Who may read it"), choices=options(AUDIENCES[1:]))
    sessions = Rows(FormField(SessionForm))
    version = HiddenField()

    def values(self) -> dict[str, Any]:
        """What was typed, without the programme."""
        return {name: field.data for name, field in self._fields.items() if name not in {"sessions", "version"}} | {
            "themes": self.themes.data or []
        }

    def rows(self) -> list[dict[str, Any]]:
        """The rows of the programme, numbered as on the page, without those that are empty or to be taken out."""
        numbered = [row.data | {"number": number} for number, row in enumerate(self.sessions, start=1)]
        return [row for row in numbered if not row["remove"] and any(row[name] for name in TYPED)]

    def add_spare_rows(self, starts: str, ends: str) -> None:
        """Leave empty rows to write in, also without JavaScript, and offer the days of the meeting."""
        for _ in range(SPARE_ROWS):
            self.sessions.append_entry()
        used = [whole(str(row.form.day.data or "")) or 1 for row in self.sessions]
        last = min(MOST_DAYS, max(days_between(starts, ends) + 1, *used))
        days = [(number, date_of(starts, number)) for number in range(1, last + 1)]
        for row in self.sessions:
            row.form.day.choices = options((str(number), _day_label(number, day)) for number, day in days)


def stored_meeting(meeting: Meeting, themes: list[str]) -> dict[str, Any]:
    """The form's data of a stored meeting."""
    names = ("title", "theme", "summary", "starts", "ends", "date_source", "date_confirmed", "place", "time_zone")
    data = {name: getattr(meeting, name) for name in (*names, "state", "language", "visibility")}
    data["capacity"] = str(meeting.capacity or "")
    data["host"] = meeting.partner.slug if meeting.partner else ""
    data["themes"], data["version"] = themes, str(meeting.version)
    rows = ("id", "title", "kind", "day", "starts", "ends", "speakers", "place", "meeting_point", "note")
    data["sessions"] = [{name: str(getattr(session, name)) for name in rows} for session in meeting.sessions]
    return data


class OutputForm(Form):
    """An output: a file or a link."""

    file = FileField(_l("File"))
    title = Text(_l("Title"), [Limit(TITLE_LIMIT)])
    summary = LongText(_l("Summary"), [Limit(SUMMARY_LIMIT)])
    kind = SelectField(_l("Kind"), choices=options(KIND_WORDS.items()))
    language = SelectField(_l("Language"), choices=options(LANGUAGES.items()))
    visibility = SelectField(_l("Who may read it"), choices=options(AUDIENCES), default="network")
    session = SelectField(_l("Session it comes from"), validate_choice=False)
    link = Text(_l("Link, if there is no file"), [Limit(500)])
    note = Text(_l("What changed"), [Limit(300)])
    version = HiddenField()

    def values(self) -> dict[str, Any]:
        """What was typed."""
        names = ("title", "summary", "kind", "language", "visibility", "session", "link")
        return {name: self[name].data or "" for name in names}

    def offer_sessions(self, meeting: Meeting) -> None:
        """The sessions of the programme to choose from."""
        rows = [(session.id, f"{session.starts} {session.title}".strip()) for session in meeting.sessions]
        self.session.choices = options([("", _l("The meeting as a whole")), *rows])


def stored_output(output: Output) -> dict[str, Any]:
    """The form's data of a stored output."""
    names = ("title", "summary", "kind", "language", "visibility", "link")
    return {name: getattr(output, name) for name in names} | {
        "session": output.session_id or "",
        "version": str(output.version),
    }


class LocalGroupForm(Form):
    """A meeting of a city's local group, in as few fields as will do."""

    title = Text(_l("Title"), [Limit(TITLE_LIMIT)])
    starts = StatedDateField(_l("Day"), description=_l("As 2018-01-24."))
    place = Text(_l("Place"), [Limit(160)])
    language = SelectField(_l("Language of the meeting"), choices=options(LANGUAGES.items()))
    agenda = LongText(_l("Agenda"), [Limit(4_000)], description=_l("One point a line; a line may begin with its time."))

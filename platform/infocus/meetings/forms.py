"""Forms of meetings and outputs; the services check what they carry."""

from typing import Any
from zoneinfo import available_timezones

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, FileField, FormField, HiddenField, SelectField, StringField
from wtforms import Form as PlainForm

from infocus.core.fields import Rows, Ticks
from infocus.core.forms import Form, Limit, LongText, StatedDateField, Text, options
from infocus.core.i18n import LANGUAGES
from infocus.meetings.models import KIND_WORDS, Meeting, MeetingState, Output
from infocus.meetings.services import MINUTES_LIMIT
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


class SessionForm(PlainForm):
    """One row of the programme."""

    id = HiddenField()
    day = StringField(_l("Day"), default="1")
    starts = StringField(_l("From"))
    ends = StringField(_l("To"))
    title = StringField(_l("Title"))
    speakers = StringField(_l("Who"))
    place = StringField(_l("Where"))


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
        """The rows of the programme that hold anything."""
        return [row.data for row in self.sessions if row.data["title"] or row.data["starts"]]

    def add_spare_rows(self) -> None:
        """Leave empty rows to write in, also without JavaScript."""
        for _ in range(SPARE_ROWS):
            self.sessions.append_entry()


def stored_meeting(meeting: Meeting, themes: list[str]) -> dict[str, Any]:
    """The form's data of a stored meeting."""
    names = ("title", "theme", "summary", "starts", "ends", "date_source", "date_confirmed", "place", "time_zone")
    data = {name: getattr(meeting, name) for name in (*names, "state", "language", "visibility")}
    data["host"] = meeting.partner.slug if meeting.partner else ""
    data["themes"], data["version"] = themes, str(meeting.version)
    rows = ("id", "day", "starts", "ends", "title", "speakers", "place")
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


class MinutesForm(Form):
    """The minutes, in Markdown."""

    minutes = LongText(_l("Minutes"), [Limit(MINUTES_LIMIT)])
    version = HiddenField()

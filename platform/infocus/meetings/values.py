"""What is typed about meetings and outputs, checked alike for forms and API."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from flask_babel import gettext as _

from infocus.core.dates import StatedDate
from infocus.core.errors import Invalid
from infocus.core.i18n import LANGUAGES
from infocus.core.text import clean
from infocus.meetings.models import MeetingState, OutputKind
from infocus.records.models import Visibility

TITLE_LIMIT = 200
SUMMARY_LIMIT = 600
TEXTS = {
    "title": TITLE_LIMIT, "summary": SUMMARY_LIMIT, "theme": 200, "place": 160, "date_source": 200, "link": 500,
    "speakers": 300, "meeting_point": 160, "note": 500, "text": 600, "agreed": 200, "what": 300, "reason": 300,
    "section": 26,
}  # fmt: skip
LONG = frozenset({"summary", "text", "note", "speakers"})
LEVELS = (Visibility.PARTNER, Visibility.NETWORK, Visibility.ALL, Visibility.PUBLIC)
WIDE_LEVELS = (Visibility.ALL, Visibility.PUBLIC)


def check(values: Mapping[str, Any], names: tuple[str, ...], *, needs: tuple[str, ...] = ("title",)) -> dict[str, Any]:
    """The values of ``names`` that are given, clean. Raises ``Invalid`` with every error, also for ``needs``."""
    errors: dict[str, str] = {}
    checked: dict[str, Any] = {}
    for name in names:
        if name in values:
            try:
                checked[name] = _check_one(name, values[name])
            except ValueError as error:
                errors[name] = str(error)
    for name in needs:
        if not checked.get(name):
            errors.setdefault(name, _("This cannot be empty."))
    if checked.get("ends") and checked.get("starts") and _before(checked["ends"], checked["starts"]):
        errors["ends"] = _("The end is before the beginning.")
    if errors:
        raise Invalid(errors)
    return checked


def _before(day: str, other: str) -> bool:
    """Whether a stated date lies before another, as far as both are precise."""
    known = min(len(day), len(other))
    return day[:known] < other[:known]


def _check_one(name: str, value: Any) -> Any:
    if name in {"date_confirmed", "theme_confirmed"}:
        return bool(value)
    try:
        text = clean(value)
    except (ValueError, TypeError, AttributeError):
        raise ValueError(_("This must be text, without control characters.")) from None
    limit = TEXTS.get(name, 100)
    if len(text) > limit:
        raise ValueError(_("%(length)s characters; %(most)s fit.", length=len(text), most=limit))
    if "\n" in text and name not in LONG:
        raise ValueError(_("One line, please."))
    _check_form(name, text)
    return text


def _check_form(name: str, text: str) -> None:
    choices = {
        "language": (LANGUAGES, _("Choose one of the ten working languages.")),
        "visibility": (LEVELS, _("Choose who may read it from the list.")),
        "kind": (tuple(OutputKind), _("Choose one of the kinds of output.")),
        "state": (tuple(MeetingState), _("Planned, held or cancelled.")),
        "time_zone": (available_timezones(), _("Choose a time zone from the list.")),
    }
    if name in choices and text not in choices[name][0]:
        raise ValueError(choices[name][1])
    if name in {"starts", "ends", "due", "dated"} and text:
        try:
            StatedDate(text)
        except ValueError:
            raise ValueError(_("Write a date as 2017, 2017-09 or 2017-09-13.")) from None
    if name == "link" and text and not _is_web(text):
        raise ValueError(_("A link begins with https://."))


def _is_web(text: str) -> bool:
    try:
        parts = urlsplit(text)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.netloc)

"""People who come by a link, without an account: what is asked of them at every door, and how long a link works."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from flask_babel import force_locale
from flask_babel import gettext as _

from infocus.accounts.models import Person, Visit
from infocus.core import clock
from infocus.core.errors import Invalid
from infocus.core.i18n import LANGUAGES, locale_of

NAME, CITY, LABEL = 60, 40, 80
LONGEST = timedelta(days=60)
G = TypeVar("G")


class GuestState(StrEnum):
    """Where a guest stands. ``gone``: shown out, left, or their link was taken back."""

    WAITING = "waiting"
    ADMITTED = "admitted"
    REFUSED = "refused"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Arrival(Generic[G]):
    """Who came, and what their browser is to keep."""

    guest: G
    visit: Visit
    key: str


def newcomer(name: str, city: str, language: str, *, spoken: str, zone: str) -> Person:
    """The person behind a name and a city; ``spoken`` is the language of what they come to, ``zone`` its time zone.

    Raises ``Invalid``: no name or city, or a language the pages do not have.
    """
    rules = (
        ("name", 0 < len(name) <= NAME, _("Your name, at most %(most)s characters.", most=NAME)),
        ("city", 0 < len(city) <= CITY, _("Your city, at most %(most)s characters.", most=CITY)),
        ("language", language in LANGUAGES, _("Choose one of the ten languages.")),
    )
    wrong = {field: message for field, right, message in rules if not right}
    if wrong:
        raise Invalid(wrong)
    with force_locale(locale_of(spoken)):
        shown = _("%(name)s, %(city)s, guest", name=name, city=city)
    return Person(name=shown, city=city, language=language, time_zone=zone)


def forget_guest(person: Person) -> None:
    """Erase a guest's name and city: what they wrote stays under "former guest"."""
    person.former_label = _("former guest")
    person.name = person.city = person.about = ""


def today_in(zone: str) -> date:
    """Today, there."""
    return clock.now().astimezone(ZoneInfo(zone)).date()


def end_of_link(typed: str, usual: date, zone: str) -> datetime:
    """The end of a link's last day in ``zone``: as typed, or the ``usual`` one. Raises ``Invalid``."""
    today = today_in(zone)
    try:
        day = date.fromisoformat(typed) if typed else usual
    except ValueError:
        raise Invalid({"last_day": _("Write the day as 2018-01-24.")}) from None
    if not today <= day <= max(today + LONGEST, usual):
        raise Invalid({"last_day": _("From today on, for %(days)s days at most.", days=LONGEST.days)})
    return datetime.combine(day + timedelta(days=1), time(), ZoneInfo(zone)).astimezone(clock.now().tzinfo)

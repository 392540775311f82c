"""Languages of the interface: the ten working languages, chosen by the person, then a cookie, then the browser."""

from dataclasses import dataclass

from babel.dates import format_interval
from flask import Flask, has_request_context, request
from flask_babel import Babel, format_date, get_locale, lazy_gettext

from infocus.core import phrases
from infocus.core.dates import StatedDate
from infocus.core.web.actor import current_actor

LANGUAGES: dict[str, str] = {
    "en": "English", "es": "Español", "eu": "Euskara", "pt": "Português", "it": "Italiano",
    "cs": "Čeština", "ro": "Română", "pl": "Polski", "de": "Deutsch", "fr": "Français",
}  # fmt: skip
COOKIE = "language"

VISIBILITY_WORDS = {
    "partner": lazy_gettext("your city"),
    "network": lazy_gettext("the network"),
    "all": lazy_gettext("all networks"),
    "public": lazy_gettext("public"),
    "panel": lazy_gettext("the panel"),
}


@dataclass(frozen=True, slots=True)
class LanguageChoice:
    """One language as menus show it."""

    code: str
    name: str


def choices() -> list[LanguageChoice]:
    """The ten languages under their own names."""
    return [LanguageChoice(code, name) for code, name in LANGUAGES.items()]


def locale_of(language: str) -> str:
    """The locale in which a language is shown: English is British here, in dates as in words."""
    return "en_GB" if language == "en" else language


def select_locale() -> str:
    """The locale of this request; English outside of one."""
    return locale_of(_language_of_request() if has_request_context() else "en")


def _language_of_request() -> str:
    actor = current_actor()
    if actor.signed_in and actor.language in LANGUAGES:
        return actor.language
    kept = request.cookies.get(COOKIE, "")
    return kept if kept in LANGUAGES else request.accept_languages.best_match(list(LANGUAGES)) or "en"


def select_time_zone() -> str:
    """The time zone in which this person reads times."""
    return current_actor().time_zone if has_request_context() else "UTC"


def say_date(date: StatedDate) -> str:
    """A stated date in the reader's words, no more precise than it was stated."""
    pattern = {"year": "y", "month": "MMMM y", "day": "long"}[date.precision]
    return str(format_date(date.first_day, pattern))


def say_dates(first: StatedDate, last: StatedDate | None) -> str:
    """From one stated date to another, as briefly as the reader's language allows: 22-24 November 2017."""
    if last is None or last.value == first.value:
        return say_date(first)
    skeleton = {"month": "yMMMM", "day": "yMMMMd"}.get(first.precision)
    if skeleton is None or first.precision != last.precision:
        return f"{say_date(first)} – {say_date(last)}"
    return str(format_interval(first.first_day, last.first_day, skeleton, locale=get_locale()))


def say_day(text: str | None) -> str:
    """A stated date in a list, short (17 Jan 2018); what is no date is said as it is, and nothing where none is."""
    if not text:
        return ""
    try:
        date = StatedDate(text)
    except ValueError:
        return text
    pattern = {"year": "y", "month": "MMM y", "day": "d MMM y"}[date.precision]
    return str(format_date(date.first_day, pattern))


def as_sentence(words: object) -> str:
    """Words as a line begins with them: the first letter large, the others as they are (German nouns keep theirs)."""
    text = str(words)
    return text[:1].upper() + text[1:]


def init_app(app: Flask) -> None:
    """Choose locale and time zone for every request, and give templates what they need."""
    Babel(app, locale_selector=lambda: locale_of(select_locale()), timezone_selector=select_time_zone)
    phrases.init_app(app)
    app.jinja_env.globals.update(get_locale=get_locale, languages=choices, language_name=language_name)
    app.jinja_env.globals["visibility_words"] = VISIBILITY_WORDS
    app.jinja_env.filters.update(stated=say_date, day=say_day, sentence=as_sentence)
    app.jinja_env.globals["say_dates"] = say_dates


def language_name(code: str) -> str:
    """A language under its own name; the code itself when it is none of ours."""
    return LANGUAGES.get(code, code)

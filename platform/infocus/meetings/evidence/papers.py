"""The papers of a package: report, agenda, attendance list, minutes; gathered at once, made one after the other."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from flask_babel import force_locale, format_date
from flask_babel import gettext as _

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.i18n import locale_of
from infocus.core.tables import csv_text
from infocus.engines.bound import engines
from infocus.engines.typesetting.port import Paper
from infocus.engines.writing import docx
from infocus.meetings.evidence.register import register_paper, register_rows
from infocus.meetings.models import Meeting
from infocus.meetings.papers import programme_paper
from infocus.meetings.report.paper import Wanted, minutes_of, report_of
from infocus.meetings.report.queries import material_for


@dataclass(frozen=True, slots=True)
class Made:
    """A paper that can be made without the database: its path, what it is in words, and how."""

    path: str
    title: str
    make: Callable[[], bytes]


def papers_of(actor: Actor, meeting: Meeting, language: str, base: str) -> list[Made]:
    """The papers of a meeting as this person reads it; minutes only where some were written."""
    with force_locale(locale_of(language)):
        return list(_papers(actor, meeting, Wanted(language=language, minutes=True, base=base)))


def _papers(actor: Actor, meeting: Meeting, wanted: Wanted) -> Iterator[Made]:
    material, now = material_for(actor, meeting), clock.now()
    yield Made("report.pdf", _("Report of a meeting"), _set(report_of(material, wanted, now).to_set()))
    yield Made("agenda.pdf", _("Programme"), _set(programme_paper(meeting, wanted.language)))
    title = _("Attendance list")
    yield Made("attendance.pdf", title, _set(register_paper(meeting, wanted.language)))
    yield Made("attendance.csv", title, partial(_table, register_rows(meeting)))
    if material.minutes:
        minutes = minutes_of(material, wanted, now)
        yield Made("minutes.pdf", _("Minutes"), _set(minutes.to_set()))
        yield Made("minutes.docx", _("Minutes"), partial(docx.write, minutes.whole))


def _set(paper: Paper) -> Callable[[], bytes]:
    return partial(engines().typesetter.pdf, paper)


def _table(rows: list[list[str]]) -> bytes:
    return csv_text(rows).encode()


def shortcut(address: str) -> bytes:
    """A link as a file that opens in the browser, on Windows and on macOS."""
    one_line = "".join(address.split())
    return f"[InternetShortcut]\r\nURL={one_line}\r\n".encode()


def day_of(meeting: Meeting) -> str:
    """The stated day of a meeting for a file's name."""
    return format_date(meeting.begins.first_day, "yyyy-MM-dd") if len(meeting.starts) == 10 else meeting.starts

"""What a review's paper kit says, as plain data for the template, in the language of the room."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from flask_babel import force_locale
from flask_babel import gettext as _

from infocus.core.dates import StatedDate
from infocus.core.i18n import locale_of, say_date
from infocus.engines.typesetting.port import Paper
from infocus.reviews.candour import Candour
from infocus.reviews.models import PanelMember, Review
from infocus.reviews.paper.words import CARDS, HAPPENS, TASKS
from infocus.reviews.queries import section_headings
from infocus.reviews.vocabulary import NAMED, Mode, Phase, Seating, Signed
from infocus.reviews.words import NOTE_KINDS, PHASES, SEATINGS, WRITERS

BLANK_ROWS = 6
"""Empty lines of the signature list: for deputies and guests."""


class Part(StrEnum):
    """The sheets of the kit, in the order in which they are printed."""

    BRIEF = "brief"
    PROTOCOL = "protocol"
    ROLES = "roles"
    NOTES = "notes"
    SIGNATURES = "signatures"


def parts_of(review: Review) -> tuple[Part, ...]:
    """What belongs to this review's kit: an open one has no phases to print."""
    return tuple(part for part in Part if part is not Part.PROTOCOL or review.mode == Mode.GUIDED)


def kit_of(review: Review, parts: Iterable[Part]) -> Paper:
    """The parts of the kit that are asked for, ready to be set."""
    with force_locale(locale_of(review.language)):
        made: dict[Part, Any] = {
            Part.BRIEF: _brief,
            Part.PROTOCOL: _protocol,
            Part.ROLES: _roles,
            Part.NOTES: _notes,
            Part.SIGNATURES: _signatures,
        }
        title = _("Paper kit: %(title)s", title=review.title)
        data = {
            "title": review.title,
            "foot": f"{review.title} · {say_date(StatedDate(review.held_on))}",
            "mark": _("Illustrative example: invented for the demonstration") if review.network.illustrative else "",
            "parts": [{"part": part.value, **made[part](review)} for part in parts],
        }
    return Paper(
        template="reviews/paper/kit.typ",
        title=title,
        author=review.network.name,
        language=review.language,
        made_at=review.updated_at,
        data=data,
    )


def when_and_where(review: Review) -> list[list[str]]:
    """The facts at the head of a sheet: name and value."""
    day = say_date(StatedDate(review.held_on))
    moment = f"{day}, {review.starts} ({review.time_zone})" if review.starts else day
    version = _("version %(number)s", number=review.plan_version) if review.plan_version else ""
    facts = [
        (_("When"), moment),
        (_("Plan"), ", ".join(filter(None, (review.plan.title, version)))),
        (_("Host"), review.partner.label if review.partner else ""),
        (_("Table"), review.table_label),
        (_("Video call"), review.call_url),
        (_("Interpretation"), review.interpretation_url),
    ]
    return [[name, value] for name, value in facts if value]


def _brief(review: Review) -> dict[str, Any]:
    friends = [seat for seat in review.seated if seat.role == Seating.FRIEND]
    return {
        "heading": review.title,
        "label": _("Brief"),
        "facts": when_and_where(review),
        "summary": review.summary or "",
        "brief": review.brief,
        "questions_heading": _("Guiding questions"),
        "questions": list(review.questions),
        "friends_heading": _("Critical friends"),
        "friends": [_whose(seat) for seat in friends],
        "candour_heading": _("What is agreed about what is said"),
        "candour": Candour.of(review.candour).sentences(),
    }


def _protocol(review: Review) -> dict[str, Any]:
    moment, rows = _start(review), []
    for number, phase in enumerate(Phase, start=1):
        minutes = int(review.minutes.get(phase, 0))
        rows.append(
            [
                str(number),
                str(PHASES[phase]),
                str(HAPPENS[phase]),
                str(minutes),
                moment.strftime("%H:%M") if moment else "",
                str(WRITERS[phase]),
            ]
        )
        moment = moment + timedelta(minutes=minutes) if moment else None
    total = sum(int(each) for each in review.minutes.values())
    return {
        "heading": _("Protocol"),
        "lead": _("%(minutes)s minutes. The clock never moves a phase on: the facilitator does.", minutes=total),
        "columns": [_("No."), _("Phase"), _("What happens"), _("Minutes"), _("From"), _("Who may speak or write")],
        "rows": rows,
    }


def _roles(review: Review) -> dict[str, Any]:
    return {
        "heading": _("Role cards"),
        "minutes": _("min"),
        "cards": [
            {
                "role": str(SEATINGS[role]),
                "who": [_whose(seat) for seat in review.seated if seat.role == role] or _host(review, role),
                "lead": str(CARDS[role]),
                "rows": [
                    [str(PHASES[phase]), str(int(review.minutes.get(phase, 0))), str(task)]
                    for phase, task in (TASKS[role].items() if review.mode == Mode.GUIDED else ())
                ],
            }
            for role in NAMED
        ],
    }


def _notes(review: Review) -> dict[str, Any]:
    headings = section_headings(review)
    friends = [seat for seat in review.seated if seat.role == Seating.FRIEND]
    return {
        "heading": _("Note sheet"),
        "sheets": [_sheet(seat, headings) for seat in friends] or [{"who": "", "sections": [], "question": ""}],
        "labels": {
            "read": _("You read"),
            "question": _("Your question"),
            "kind": _("What it is"),
            "section": _("Section"),
            "asked": _("Guiding question"),
            "importance": _("Importance"),
            "signed": _("Sign this sheet"),
        },
        "kinds": [str(word) for word in NOTE_KINDS.values()],
        "numbers": [str(number) for number in range(1, len(review.questions) + 1)],
        "signed": _signatures_allowed(review),
    }


def _signatures(review: Review) -> dict[str, Any]:
    rows = [
        [seat.person.shown_name, seat.partner.label if seat.partner else seat.person.city, str(SEATINGS[seat.role])]
        for seat in review.seated
    ]
    return {
        "heading": _("Signature list"),
        "facts": when_and_where(review),
        "columns": [_("Name"), _("City"), _("Seat"), _("Signature")],
        "rows": [*rows, *([["", "", ""]] * BLANK_ROWS)],
        "funding": review.network.funding_line or _("Co-funded by the European Union"),
    }


def _sheet(seat: PanelMember, headings: dict[str, str]) -> dict[str, Any]:
    return {
        "who": _whose(seat),
        "sections": [headings[key] for key in seat.sections if key in headings],
        "question": seat.question or seat.task,
    }


def _signatures_allowed(review: Review) -> list[str]:
    words = {Signed.NAME: _("by name"), Signed.CITY: _("by city"), Signed.ANONYMOUS: _("anonymous")}
    agreed = Candour.of(review.candour).notes
    return [word for signed, word in words.items() if agreed in {signed.value, "choice"}]


def _host(review: Review, role: Seating) -> list[str]:
    return [review.partner.label] if role is Seating.HOST and review.partner else []


def _whose(seat: PanelMember) -> str:
    return f"{seat.person.shown_name}, {seat.partner.label}" if seat.partner else seat.person.shown_name


def _start(review: Review) -> datetime | None:
    if not review.starts:
        return None
    return datetime.combine(date.fromisoformat(review.held_on), time.fromisoformat(review.starts))

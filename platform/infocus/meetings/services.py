"""Call and change meetings and their programmes."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import select

from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.actor import Actor, Role
from infocus.core.db import db
from infocus.core.errors import Invalid
from infocus.core.events import emit
from infocus.core.ids import new_id
from infocus.core.numbers import whole
from infocus.core.permissions import Permission, require
from infocus.meetings.events import MeetingCalledOff, MeetingMoved
from infocus.meetings.models import Meeting, MeetingSession, MeetingState, SessionKind
from infocus.meetings.programme import names_in
from infocus.meetings.statements import keep_earlier
from infocus.meetings.values import WIDE_LEVELS, check
from infocus.networks.models import MembershipRow, Network, Partner
from infocus.records import services as records
from infocus.records.models import Record
from infocus.records.terms import set_terms
from infocus.vocabularies.registry import unknown

HEAD = ("title", "summary", "language", "visibility", "state")
FIELDS = (*HEAD, "starts", "ends", "date_source", "date_confirmed", "time_zone", "place", "theme", "theme_confirmed")
MOST_DAYS = 31
MOST_PEOPLE = 100_000
LATE, EARLY = "17:00", "06:00"
"""What begins late may end early the next day: a dinner."""


def create_meeting(actor: Actor, network: Network, values: Mapping[str, Any]) -> Meeting:
    """A meeting of the network. ``values``: fields, ``host`` (a partner's slug or id), ``themes`` (codes).

    Raises ``Invalid``, ``NotAllowed``, ``NetworkClosed``.
    """
    records.check_open(network)
    require(actor, Permission.CREATE_MEETING, network)
    checked = check(values, FIELDS, needs=("title", "starts"))
    _check_reach(actor, network.id, None, checked.get("visibility"))
    host = partner_of(network, values.get("host"))
    meeting = Meeting(
        network=network,
        network_id=network.id,
        partner=host,
        partner_id=host.id if host else None,
        author_id=actor.person,
        capacity=_seats(values.get("capacity")),
        **({"state": MeetingState.PLANNED, "language": "en"} | checked),
    )
    records.save(meeting)
    set_themes(meeting, values)
    return meeting


def edit_meeting(actor: Actor, meeting: Meeting, values: Mapping[str, Any], *, expected: int | None = None) -> Meeting:
    """Change what is given. Dates that change keep their earlier statement. Raises ``Stale``, ``Invalid``, …"""
    require(actor, Permission.EDIT_MEETING, meeting)
    records.check_version(meeting, expected)
    before = (meeting.starts, meeting.ends, meeting.state)
    stored = {name: getattr(meeting, name) for name in ("title", "starts", "ends")}
    checked = check({**stored, **values}, FIELDS, needs=("title", "starts"))
    if checked.get("visibility", meeting.visibility) != meeting.visibility:
        _check_reach(actor, meeting.network_id, meeting.partner_id, checked["visibility"])
    if (checked["starts"], checked.get("ends", meeting.ends)) != (meeting.starts, meeting.ends):
        keep_earlier(meeting, actor.person)
    for name, value in checked.items():
        setattr(meeting, name, value)
    if "capacity" in values:
        meeting.capacity = _seats(values["capacity"])
    if "host" in values:
        meeting.partner = partner_of(meeting.network, values["host"])
    records.save(meeting)
    set_themes(meeting, values)
    _tell(actor, meeting, before)
    return meeting


def _tell(actor: Actor, meeting: Meeting, before: tuple[str, str, str]) -> None:
    """A planned meeting that moves or is called off concerns whoever was asked to it."""
    if before[2] != MeetingState.PLANNED:
        return
    if meeting.state == MeetingState.CANCELLED:
        emit(MeetingCalledOff(meeting.id, actor.name))
    elif meeting.state == MeetingState.PLANNED and (meeting.starts, meeting.ends) != before[:2]:
        emit(MeetingMoved(meeting.id, actor.name))


def set_programme(actor: Actor, meeting: Meeting, rows: Iterable[Mapping[str, Any]]) -> None:
    """Replace the programme; a row with the ``id`` of a session changes it, so that outputs stay with it."""
    require(actor, Permission.EDIT_MEETING, meeting)
    known = {session.id: session for session in meeting.sessions}
    kept = []
    now = int(clock.now().timestamp() * 1000)  # rows without a time keep the order in which they were written
    people = _people_of(meeting.network_id)
    for number, row in enumerate(rows, start=1):
        new = MeetingSession(id=new_id(now + number), meeting_id=meeting.id)
        session = known.pop(str(row.get("id") or ""), None) or new
        for name, value in _session_values(whole(str(row.get("number") or "")) or number, row).items():
            setattr(session, name, value)
        named = (people.get(name.casefold()) for name in names_in(session.speakers or ""))
        session.speaker_ids = [person for person in dict.fromkeys(named) if person]
        kept.append(session)
    for gone in known.values():
        db.session.delete(gone)
    db.session.add_all(kept)
    db.session.flush()
    db.session.refresh(meeting, ["sessions"])
    records.save(meeting)


def _session_values(number: int, row: Mapping[str, Any]) -> dict[str, Any]:
    """What row ``number`` of a programme says, clean; what it does not name stays as it is."""
    try:
        values = check(row, ("title", "place", "meeting_point", "speakers", "note"))
    except Invalid as error:
        texts = {f"row-{number}": _("Row %(number)s: %(message)s", number=number, message=str(error))}
        raise Invalid(texts) from None
    day = whole(str(row.get("day") or 1))
    if not day or day > MOST_DAYS:
        raise Invalid({f"row-{number}": _("Row %(number)s: count the days from 1.", number=number)})
    times = {name: _time(number, str(row.get(name) or "")) for name in ("starts", "ends")}
    if times["ends"] and not times["starts"]:
        raise Invalid({f"row-{number}": _("Row %(number)s: say when it begins, too.", number=number)})
    if times["ends"] and times["ends"] <= times["starts"] and not (times["starts"] >= LATE and times["ends"] <= EARLY):
        raise Invalid({f"row-{number}": _("Row %(number)s: the end is before the beginning.", number=number)})
    kind = {"kind": str(row["kind"])} if row.get("kind") else {}
    if kind and kind["kind"] not in set(SessionKind):
        raise Invalid({f"row-{number}": _("Row %(number)s: choose a kind of session from the list.", number=number)})
    return values | times | kind | {"day": day}


def _people_of(network_id: str) -> dict[str, str]:
    """Names of the network's present people → who they are; a name that two of them have is nobody's."""
    rows = select(Person.name, Person.id).join(MembershipRow, MembershipRow.person_id == Person.id)
    present = rows.where(MembershipRow.network_id == network_id, MembershipRow.ended_at.is_(None)).distinct()
    found: dict[str, str] = {}
    for name, person_id in db.session.execute(present):
        found[name.casefold()] = "" if name.casefold() in found else person_id
    return found


def partner_of(network: Network, wanted: object) -> Partner | None:
    """The network's partner with this slug or id; ``None`` for nothing. Raises ``Invalid`` when there is none."""
    if not wanted:
        return None
    name = str(wanted)
    own = select(Partner).where(Partner.network_id == network.id, (Partner.slug == name) | (Partner.id == name))
    found = db.session.scalar(own) if name.isprintable() else None
    if found is None:
        raise Invalid({"partner": _("This is not a partner of the network.")})
    return found


def set_themes(record: Record, values: Mapping[str, Any]) -> None:
    """Store the work areas out of ``values``, if they are given. Raises ``Invalid`` for unknown codes."""
    if "themes" not in values:
        return
    given = values["themes"] or ()
    if not isinstance(given, (list, tuple)) or not all(isinstance(code, str) for code in given):
        raise Invalid({"themes": _("This must be a list of codes.")})
    codes = tuple(given)
    if unknown("work_areas", codes):
        raise Invalid({"themes": _("Not in the list: %(codes)s.", codes=", ".join(unknown("work_areas", codes)))})
    set_terms(record, {"work_areas": codes})


def _check_reach(actor: Actor, network_id: str, partner_id: str | None, visibility: str | None) -> None:
    """Beyond the network: the lead, or the host's coordinator."""
    if visibility in WIDE_LEVELS and not (
        actor.has(network_id, Role.LEAD) or actor.has_for(network_id, partner_id, Role.COORDINATOR)
    ):
        raise Invalid({"visibility": _("Only the lead or the host's coordinator shares beyond the network.")})


def _seats(typed: object) -> int | None:
    """How many can come; nothing typed: as many as want. Raises ``Invalid``."""
    text = str(typed or "").strip()
    seats = whole(text) if text else None
    if text and (not seats or seats > MOST_PEOPLE):
        raise Invalid({"capacity": _("A whole number, or nothing when there is no limit.")})
    return seats


def _time(row: int, text: str) -> str:
    """A local time as 09:30; empty when not given."""
    if not text:
        return ""
    hours, minutes = (whole(part) for part in text.partition(":")[::2])
    if hours is None or minutes is None or hours > 23 or minutes > 59:
        raise Invalid({f"row-{row}": _("Row %(number)s: write times as 09:30.", number=row)})
    return f"{hours:02d}:{minutes:02d}"

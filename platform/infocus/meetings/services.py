"""Call and change meetings; write minutes, decisions and actions."""

from collections.abc import Iterable, Mapping
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import select

from infocus.core import clock
from infocus.core.actor import Actor, Role
from infocus.core.db import db
from infocus.core.errors import Invalid, NotFound
from infocus.core.ids import is_id
from infocus.core.numbers import whole
from infocus.core.permissions import Permission, require
from infocus.core.text import clean
from infocus.meetings.models import DateCorrection, Decision, Meeting, MeetingAction, MeetingSession, MeetingState
from infocus.meetings.values import WIDE_LEVELS, check
from infocus.networks.models import Network, Partner
from infocus.records import services as records
from infocus.records.models import Record
from infocus.records.terms import set_terms
from infocus.vocabularies.registry import unknown

HEAD = ("title", "summary", "language", "visibility", "state")
FIELDS = (*HEAD, "starts", "ends", "date_source", "date_confirmed", "time_zone", "place", "theme", "theme_confirmed")
MINUTES_LIMIT = 100_000
MOST_DAYS = 31


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
        **({"state": MeetingState.PLANNED, "language": "en"} | checked),
    )
    records.save(meeting)
    set_themes(meeting, values)
    return meeting


def edit_meeting(actor: Actor, meeting: Meeting, values: Mapping[str, Any], *, expected: int | None = None) -> Meeting:
    """Change what is given. Dates that change keep their earlier statement. Raises ``Stale``, ``Invalid``, …"""
    require(actor, Permission.EDIT_MEETING, meeting)
    records.check_version(meeting, expected)
    stored = {name: getattr(meeting, name) for name in ("title", "starts", "ends")}
    checked = check({**stored, **values}, FIELDS, needs=("title", "starts"))
    if checked.get("visibility", meeting.visibility) != meeting.visibility:
        _check_reach(actor, meeting.network_id, meeting.partner_id, checked["visibility"])
    if (checked["starts"], checked.get("ends", meeting.ends)) != (meeting.starts, meeting.ends):
        db.session.add(
            DateCorrection(
                meeting_id=meeting.id,
                starts=meeting.starts,
                ends=meeting.ends,
                source=meeting.date_source,
                by_id=actor.person,
            )
        )
    for name, value in checked.items():
        setattr(meeting, name, value)
    if "host" in values:
        meeting.partner = partner_of(meeting.network, values["host"])
    records.save(meeting)
    set_themes(meeting, values)
    return meeting


def write_minutes(actor: Actor, meeting: Meeting, text: str, *, expected: int | None = None) -> Meeting:
    """Store the minutes. Raises ``Stale`` when somebody else stored them meanwhile."""
    require(actor, Permission.WRITE_MINUTES, meeting)
    records.check_version(meeting, expected)
    try:
        text = clean(text)
    except ValueError:
        raise Invalid({"minutes": _("This text holds control characters; please type it again.")}) from None
    if len(text) > MINUTES_LIMIT:
        raise Invalid({"minutes": _("%(length)s characters; %(most)s fit.", length=len(text), most=MINUTES_LIMIT)})
    if text != meeting.minutes:
        meeting.minutes = text
        records.save(meeting)
    return meeting


def set_programme(actor: Actor, meeting: Meeting, rows: Iterable[Mapping[str, Any]]) -> None:
    """Replace the programme; a row with the ``id`` of a session changes it, so that outputs stay with it."""
    require(actor, Permission.EDIT_MEETING, meeting)
    known = {session.id: session for session in meeting.sessions}
    kept = []
    for number, row in enumerate(rows, start=1):
        session = known.pop(str(row.get("id") or ""), None) or MeetingSession(meeting_id=meeting.id)
        for name, value in _session_values(number, row).items():
            setattr(session, name, value)
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
        values = check(row, ("title", "place", "speakers", "note"))
    except Invalid as error:
        texts = {f"row-{number}": _("Row %(number)s: %(message)s", number=number, message=str(error))}
        raise Invalid(texts) from None
    day = whole(str(row.get("day") or 1))
    if not day or day > MOST_DAYS:
        raise Invalid({f"row-{number}": _("Row %(number)s: count the days from 1.", number=number)})
    times = {name: _time(number, str(row.get(name) or "")) for name in ("starts", "ends")}
    return values | times | {"day": day}


def add_decision(actor: Actor, meeting: Meeting, text: str, agreed: str = "") -> Decision:
    """Note a decision. Raises ``Invalid`` for an empty or over-long text."""
    require(actor, Permission.WRITE_MINUTES, meeting)
    checked = check({"text": text, "agreed": agreed}, ("text", "agreed"), needs=("text",))
    decision = Decision(meeting_id=meeting.id, **checked)
    db.session.add(decision)
    records.save(meeting)
    return decision


def add_action(actor: Actor, meeting: Meeting, what: str, partner: str | None, due: str = "") -> MeetingAction:
    """Note an action of a partner, due on a stated date. Raises ``Invalid``."""
    require(actor, Permission.WRITE_MINUTES, meeting)
    checked = check({"what": what, "due": due}, ("what", "due"), needs=("what",))
    who = partner_of(meeting.network, partner)
    action = MeetingAction(meeting_id=meeting.id, partner_id=who.id if who else None, **checked)
    db.session.add(action)
    records.save(meeting)
    return action


def settle_action(actor: Actor, action: MeetingAction, *, done: bool = True) -> None:
    """Mark an action as done or open again; by whoever writes the minutes."""
    require(actor, Permission.WRITE_MINUTES, action.meeting)
    if done != (action.done_at is not None):
        action.done_at = clock.now() if done else None
        records.save(action.meeting)


def get_action(actor: Actor, action_id: str) -> MeetingAction:
    """An action of a meeting the actor may read. Raises ``NotFound``."""
    action = db.session.get(MeetingAction, action_id) if is_id(action_id) else None
    if action is None:
        raise NotFound
    require(actor, Permission.READ_RECORD, action.meeting)
    return action


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


def _time(row: int, text: str) -> str:
    """A local time as 09:30; empty when not given."""
    if not text:
        return ""
    hours, minutes = (whole(part) for part in text.partition(":")[::2])
    if hours is None or minutes is None or hours > 23 or minutes > 59:
        raise Invalid({f"row-{row}": _("Row %(number)s: write times as 09:30.", number=row)})
    return f"{hours:02d}:{minutes:02d}"

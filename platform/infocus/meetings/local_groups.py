"""Meetings of a city's own local group: for the city alone, called by its coordinator."""

import re
from typing import Any

from sqlalchemy import select

from infocus.core.actor import Actor, Role
from infocus.core.db import db
from infocus.core.permissions import Permission, allows, require
from infocus.meetings.models import Meeting, MeetingState, SessionKind
from infocus.meetings.values import check
from infocus.networks.models import Partner
from infocus.records import services as records
from infocus.records.models import Visibility

_LINE = re.compile(r"(?:(?P<time>[0-9]{1,2}[:.][0-9]{2})\b[\s–-]*)?(?P<title>.*)")


def call_local_group(
    actor: Actor, partner: Partner, *, title: str, starts: str, language: str, place: str = "", time_zone: str = ""
) -> Meeting:
    """A planned meeting of the partner's local group on a stated date. Raises ``Invalid``, ``NotAllowed``."""
    require(actor, Permission.CALL_LOCAL_GROUP, partner)
    given = {"title": title, "starts": starts, "language": language, "place": place}
    given |= {"time_zone": time_zone} if time_zone else {}
    checked = check(given, tuple(given), needs=("title", "starts"))
    meeting = Meeting(
        network=partner.network,
        network_id=partner.network_id,
        partner=partner,
        partner_id=partner.id,
        author_id=actor.person,
        visibility=Visibility.PARTNER,
        state=MeetingState.PLANNED,
        **checked,
    )
    records.save(meeting)
    return meeting


def agenda_rows(text: str) -> list[dict[str, Any]]:
    """The lines of an agenda as rows of a programme; a line may begin with its time: ``18:00 Welcome``."""
    rows: list[dict[str, Any]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        found = _LINE.fullmatch(line.strip())
        if found and (found["time"] or found["title"]):
            starts = (found["time"] or "").replace(".", ":")
            row = {"number": number, "day": 1, "starts": starts, "title": found["title"]}
            rows.append(row | {"kind": SessionKind.LOCAL_GROUP.value})
    return rows


def own_groups(actor: Actor) -> list[Partner]:
    """The partners whose local group the actor may call."""
    held = [each.partner_id for each in actor.memberships if each.role == Role.COORDINATOR and each.partner_id]
    found = db.session.scalars(select(Partner).where(Partner.id.in_(held)).order_by(Partner.label)) if held else ()
    return [each for each in found if allows(actor, Permission.CALL_LOCAL_GROUP, each)]

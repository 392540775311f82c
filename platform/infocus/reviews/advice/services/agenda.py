"""Recommendations on the agenda of the host's next local group meeting."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import select

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, NotFound
from infocus.core.permissions import Permission, require
from infocus.meetings.local_groups import call_local_group
from infocus.meetings.models import Meeting, MeetingState
from infocus.meetings.services import set_programme
from infocus.records.models import Record, Visibility
from infocus.records.queries import visible
from infocus.reviews.advice.models import AgendaPoint, Recommendation
from infocus.reviews.advice.queries import recommendations
from infocus.reviews.models import Review

TITLE, NOTE = 200, 500


def next_local_meeting(actor: Actor, review: Review) -> Meeting | None:
    """The next planned meeting of the host's local group, of those the actor reads; a month counts until it is over."""
    today = clock.now().date().isoformat()
    ahead = (Meeting.starts >= today) | (Meeting.ends >= today) | Meeting.starts.in_((today[:7], today[:4]))
    query = visible(actor, Meeting).where(
        Meeting.partner_id == review.partner_id,
        Record.visibility == Visibility.PARTNER,
        Record.state == MeetingState.PLANNED,
        ahead,
    )
    return db.session.scalars(query.order_by(Meeting.starts, Meeting.id).limit(1)).unique().first()


def not_on(meeting: Meeting, rows: Sequence[Recommendation]) -> list[Recommendation]:
    """Those that are not on its agenda yet."""
    query = select(AgendaPoint.recommendation_id).where(AgendaPoint.meeting_id == meeting.id)
    there = set(db.session.scalars(query))
    return [row for row in rows if row.id not in there]


def call_meeting(actor: Actor, review: Review, starts: str) -> Meeting:
    """A meeting of the host's local group on a stated date, in the plan's language. Raises ``Invalid``."""
    require(actor, Permission.READ_ADVICE, review)
    if review.partner is None:
        raise NotFound
    title = _("Local group of %(city)s", city=review.partner.label)
    return call_local_group(actor, review.partner, title=title, starts=starts, language=review.plan.language)


def put_on_agenda(actor: Actor, review: Review) -> tuple[Meeting, int]:
    """Put the recommendations on the next meeting's agenda, each once, however often it is pressed.

    Returns the meeting and how many were put there now. Raises ``Conflict`` when no meeting is planned.
    """
    require(actor, Permission.SEEK_AGREEMENT, review)
    meeting = next_local_meeting(actor, review)
    if meeting is None:
        raise Conflict(_("No meeting of the local group is planned yet."))
    db.session.get(Meeting, meeting.id, with_for_update={"of": Meeting}, populate_existing=True)
    new = not_on(meeting, recommendations(actor, review))
    if new:
        set_programme(actor, meeting, [*map(_kept, meeting.sessions), *(_point(review, row) for row in new)])
        db.session.add_all([AgendaPoint(recommendation_id=row.id, meeting_id=meeting.id) for row in new])
        db.session.flush()
    return meeting, len(new)


def _kept(session: Any) -> dict[str, Any]:
    names = ("id", "day", "starts", "ends", "title", "place", "speakers", "note")
    return {name: getattr(session, name) for name in names}


def _point(review: Review, row: Recommendation) -> dict[str, Any]:
    text = " ".join(row.text.split())
    whole = _("Recommendation %(number)s: %(text)s", number=row.number, text=text)
    title = whole if len(whole) <= TITLE else whole[: TITLE - 1] + "…"
    note = _("Peer review of %(day)s.", day=review.held_on) + (f" {row.section_title}" if row.section_title else "")
    if len(whole) > TITLE:
        note = f"{text} {note}"
    return {"day": 1, "title": title, "note": note[:NOTE]}

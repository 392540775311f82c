"""What waits for a person: reviews to prepare, practices to judge, actions due, drafts to finish; most urgent first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flask_babel import format_date, ngettext
from flask_babel import gettext as _
from sqlalchemy import select

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.i18n import say_day
from infocus.meetings.agreed.queries import OpenAction
from infocus.practices.queries import drafts_of, to_judge
from infocus.practices.sections import progress
from infocus.records.models import Record
from infocus.records.queries import visible
from infocus.records.urls import record_path
from infocus.reviews.models import PanelMember, Review
from infocus.reviews.queries import IN_A_LIST
from infocus.reviews.vocabulary import Coming

SOON = 3


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits: when, what, one button."""

    when: str
    note: str
    title: str
    path: str
    action: str
    meta: Sequence[str] = ()
    soon: bool = False
    filled: tuple[int, int] | None = None


def waiting_for(actor: Actor, actions: Sequence[OpenAction]) -> list[Waiting]:
    """Everything that waits for this person."""
    return [*_reviews(actor), *_judging(actor), *_actions(actions), *_drafts(actor)]


def short_day(at: datetime) -> str:
    """A day without its year."""
    return str(format_date(at, "d MMM"))


def _reviews(actor: Actor) -> list[Waiting]:
    own = db.session.execute(
        select(PanelMember.review_id, PanelMember.coming, PanelMember.asked_at, PanelMember.sections)
        .join(Record, Record.id == PanelMember.review_id)
        .where(PanelMember.person_id == actor.person, Record.state == "preparing", PanelMember.coming != Coming.NO)
    ).all()
    coming = visible(actor, Review).where(Record.id.in_({seat.review_id for seat in own})).order_by(Review.held_on)
    rows = []
    for review in db.session.scalars(coming.limit(5).options(*IN_A_LIST)).unique():
        seats = [seat for seat in own if seat.review_id == review.id]
        unanswered = any(seat.asked_at and seat.coming == Coming.OPEN for seat in seats)
        sections = sum(len(seat.sections) for seat in seats)
        reads = [ngettext("%(num)d section to read", "%(num)d sections to read", sections)] if sections else []
        action, path = _("Prepare"), record_path(review)
        if unanswered:
            action, path = _("Answer"), f"{path}#invited"
        elif reads:
            action, path = _("Read"), f"{path}/notes"
        days = _days_until(review.held_on)
        rows.append(
            Waiting(
                _in_days(days) if days is not None else _("Review"),
                f"{say_day(review.held_on)} {review.starts}".strip(),
                review.title,
                path,
                action,
                [review.plan.title, *reads],
                soon=days is not None and days <= SOON,
            )
        )
    return rows


def _days_until(day: str) -> int | None:
    try:
        return (date.fromisoformat(day) - clock.now().date()).days
    except ValueError:
        return None


def _in_days(days: int) -> str:
    if days < 0:
        return str(_("Overdue"))
    return str({0: _("Today"), 1: _("Tomorrow")}.get(days, _("In %(days)s days", days=days)))


def _drafts(actor: Actor) -> list[Waiting]:
    rows = []
    for practice in drafts_of(actor)[:5]:
        done = progress(practice.title, practice.summary, practice.content)
        open_fields = ", ".join(str(each) for each in done.open[:3])
        rows.append(
            Waiting(
                _("Draft"),
                short_day(practice.updated_at),
                practice.title or _("Untitled"),
                f"{record_path(practice)}/edit",
                _("Go on writing"),
                [_("Still open: %(fields)s.", fields=open_fields)] if open_fields else [],
                filled=(done.filled, done.total),
            )
        )
    return rows


def _judging(actor: Actor) -> list[Waiting]:
    return [
        Waiting(
            _("Submitted"),
            short_day(practice.submitted_at or practice.updated_at),
            practice.title,
            record_path(practice),
            _("Read and judge"),
            [practice.partner.label if practice.partner else "", practice.network.name],
        )
        for practice in to_judge(actor)[:5]
    ]


def _actions(actions: Sequence[OpenAction]) -> list[Waiting]:
    return [
        Waiting(
            _("Open") if each.late is None else _in_days(-each.late),
            say_day(each.action.due),
            each.action.what,
            f"{record_path(each.action.meeting)}#ac",
            _("Go there"),
            [_("Action from %(meeting)s", meeting=each.action.meeting.title)],
            soon=each.late is not None and each.late >= -SOON,
        )
        for each in actions[:5]
    ]

"""Marking a plan by the rubric: each side for itself first, then beside each other; never summed, never compared
across cities.
"""

from collections.abc import Mapping

from flask_babel import gettext as _

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid, NotAllowed, NotFound
from infocus.core.permissions import Permission, require
from infocus.records.services import check_updates
from infocus.reviews.models import Review
from infocus.reviews.report.marks import both_done
from infocus.reviews.report.models import Rubric, RubricSheet
from infocus.reviews.report.policy import own_sheet
from infocus.reviews.report.vocabulary import MARKS, Criterion
from infocus.reviews.vocabulary import ReviewState


def switch_on(actor: Actor, review: Review) -> Rubric:
    """Have this review marked. Doing it twice is doing it once."""
    require(actor, Permission.FACILITATE_ROOM, review)
    if review.state == ReviewState.CANCELLED:
        raise Conflict(_("The review is cancelled."))
    known = db.session.get(Rubric, review.id)
    if known is not None:
        return known
    rubric = Rubric(review_id=review.id, switched_on_by=actor.person)
    db.session.add(rubric)
    db.session.flush()
    return rubric


def switch_off(actor: Actor, review: Review) -> None:
    """Take it back while nobody has marked."""
    require(actor, Permission.FACILITATE_ROOM, review)
    rubric = _locked(review)
    if db.session.query(RubricSheet.sheet).filter_by(review_id=review.id).first():
        raise Conflict(_("Somebody has marked already: the rubric stays."))
    db.session.delete(rubric)


def save_sheet(actor: Actor, review: Review, marks: Mapping[str, str], *, done: bool) -> RubricSheet:
    """Store one's own marks (criterion → "0" to "4", or empty); with the last sheet done, both sides see each other."""
    require(actor, Permission.AGREE_REVIEW, review)
    check_updates(review.network)
    rubric, sheet = _locked(review), own_sheet(actor, review)
    if sheet is None:
        raise NotAllowed(_("Your seat at this table does not include that."))
    if rubric.opened_at is not None:
        raise Conflict(_("Both sides have seen each other’s marks: they stay as they are."))
    row = db.session.get(RubricSheet, (review.id, sheet))
    if row is None:
        row = RubricSheet(review_id=review.id, sheet=sheet, person_id=actor.person, marks={})
        db.session.add(row)
    row.person_id, row.marks = actor.person, _checked(marks)
    row.done_at = clock.now() if done else None
    db.session.flush()
    if both_done(review):
        rubric.opened_at = clock.now()
    return row


def open_rubric(actor: Actor, review: Review) -> None:
    """Show both sides to each other before everybody is done."""
    require(actor, Permission.FACILITATE_ROOM, review)
    rubric = _locked(review)
    rubric.opened_at = rubric.opened_at or clock.now()


def _locked(review: Review) -> Rubric:
    rubric = db.session.get(Rubric, review.id, with_for_update=True, populate_existing=True)
    if rubric is None:
        raise NotFound
    return rubric


def _checked(marks: Mapping[str, str]) -> dict[str, int]:
    known = {str(mark): mark for mark in MARKS}
    wrong = [name for name, mark in marks.items() if name not in set(Criterion) or (mark and mark not in known)]
    if wrong:
        raise Invalid(dict.fromkeys(wrong, _("A mark from 0 to 4, or none.")))
    return {name: known[mark] for name, mark in marks.items() if mark}

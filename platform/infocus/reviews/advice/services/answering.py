"""The host's answers, and how far each is: row by row, nothing overwritten."""

from dataclasses import dataclass

from flask_babel import gettext as _

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.changes import changed
from infocus.core.dates import StatedDate
from infocus.core.errors import Conflict, Invalid, Stale
from infocus.core.events import emit
from infocus.core.permissions import Permission, require
from infocus.core.text import clean
from infocus.records.services import check_updates
from infocus.reviews.advice.events import AdviceNews
from infocus.reviews.advice.models import Recommendation
from infocus.reviews.advice.queries import get_recommendation, standing_of
from infocus.reviews.advice.vocabulary import OWNER_LIMIT, PROGRESS_LIMIT, REASON_LIMIT
from infocus.reviews.vocabulary import Answer, Progress, ReviewState


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerValues:
    """What the host says to one recommendation. ``due`` is a stated date."""

    answer: str
    reason: str = ""
    owner: str = ""
    due: str = ""


def answer(actor: Actor, recommendation_id: str, values: AnswerValues, expected: int | None = None) -> Recommendation:
    """Store the host's answer.

    Raises:
        Invalid: no such answer, a reason missing, a text too long, no date.
        Stale: somebody stored another version than ``expected`` meanwhile.
        Conflict: the review goes on, or the table is with those who agree to it.
    """
    found = for_change(actor, recommendation_id, expected)
    _check_may_change(found)
    checked = _checked(values)
    was = found.answer
    found.answer, found.reason, found.owner, found.due = checked.answer, checked.reason, checked.owner, checked.due
    found.answered_by, found.answered_at = actor.person, clock.now()
    _stored(found)
    if was == Answer.PARK and checked.answer != Answer.PARK and standing_of(found.review).is_agreed:
        emit(AdviceNews(found.review_id))
    return found


def check(
    actor: Actor, recommendation_id: str, progress: str, note: str = "", expected: int | None = None
) -> Recommendation:
    """Store how far an answered recommendation is, with a note; the date is today's. Raises as ``answer`` does."""
    found = for_change(actor, recommendation_id, expected)
    if not found.answer:
        raise Conflict(_("This recommendation has no answer yet."))
    errors = {}
    if progress not in set(Progress):
        errors["progress"] = _("Choose how far it is.")
    found_note = _text(note, "note", PROGRESS_LIMIT, errors)
    if errors:
        raise Invalid(errors)
    found.progress, found.progress_note, found.checked_at = progress, found_note, clock.now()
    _stored(found)
    return found


def for_change(actor: Actor, recommendation_id: str, expected: int | None) -> Recommendation:
    """A recommendation under its lock, for the host to say something about it. Raises ``Stale``, ``Conflict``, …"""
    found = get_recommendation(actor, recommendation_id, lock=True)
    require(actor, Permission.ANSWER_REVIEW, found.review)
    check_updates(found.review.network)
    if found.withdrawn_at is not None:
        raise Conflict(_("This recommendation was taken back."))
    if expected is not None and found.version != expected:
        raise Stale
    return found


def _check_may_change(found: Recommendation) -> None:
    standing = standing_of(found.review)
    if found.review.state != ReviewState.FINISHED:
        raise Conflict(_("Recommendations are answered when the review is over."))
    if standing.is_open or (standing.is_agreed and found.answer in {"", Answer.PARK}):
        return
    if standing.is_agreed:
        raise Conflict(_("This answer was agreed. Open the table again to change it."))
    raise Conflict(_("The table is with those who agree to it. Take it back to change an answer."))


def _stored(found: Recommendation) -> None:
    found.version += 1
    changed("review", found.review_id)


def _checked(values: AnswerValues) -> AnswerValues:
    errors: dict[str, str] = {}
    if values.answer not in set(Answer):
        errors["answer"] = _("Choose one of the four answers.")
    reason = _text(values.reason, "reason", REASON_LIMIT, errors)
    owner = _text(values.owner, "owner", OWNER_LIMIT, errors)
    if values.answer != Answer.ACCEPT and not reason:
        errors.setdefault("reason", _("Say why: whoever gave the advice reads it."))
    due = values.due.strip()
    try:
        if due:
            StatedDate(due)
    except ValueError:
        errors["due"] = _("Write a date as 2017, 2017-09 or 2017-09-13.")
    if errors:
        raise Invalid(errors)
    return AnswerValues(answer=values.answer, reason=reason, owner=owner, due=due)


def _text(text: str, name: str, most: int, errors: dict[str, str]) -> str:
    """Clean text within its limit, or a message under ``name``."""
    try:
        found = clean(text)
    except ValueError:
        errors[name] = _("This text holds control characters; please type it again.")
        return ""
    if len(found) > most:
        errors[name] = _("%(length)s characters; %(most)s fit.", length=len(found), most=most)
    return found

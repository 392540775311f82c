"""Writing the summary, giving it to the table, agreeing to it. Nothing of it blocks anybody."""

from flask_babel import gettext as _

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid, Stale
from infocus.core.events import emit
from infocus.core.permissions import Permission, require
from infocus.core.text import clean
from infocus.records.services import check_updates
from infocus.reviews.models import Review
from infocus.reviews.policy import seatings
from infocus.reviews.report import queries
from infocus.reviews.report.events import SummaryAgreed, SummarySent
from infocus.reviews.report.models import Consent, ReviewSummary, SummaryVersion
from infocus.reviews.report.vocabulary import SUMMARY_LIMIT, Matter, SummaryState
from infocus.reviews.vocabulary import ReviewState, Seating

BEGUN = frozenset({ReviewState.LIVE, ReviewState.FINISHED})


def save_summary(
    actor: Actor, review: Review, text: str, expected: int | None = None, *, keep: bool = False
) -> ReviewSummary:
    """Store the text. ``expected`` is the version it was typed over; ``keep``: this text is one to go back to.

    Raises ``Stale`` in a lost race, ``Invalid`` for a text too long, ``Conflict`` when there is nothing to sum up yet
    or the summary is agreed.
    """
    summary = _locked(actor, review)
    if summary.state == SummaryState.AGREED:
        raise Conflict(_("The summary is agreed. Open it again to change it."))
    words = _words(text)
    if expected is not None and expected != summary.version and words != summary.text:
        raise Stale
    if words != summary.text:
        if summary.written_by not in {None, actor.person}:
            _keep(summary)  # another hand goes on: what the first one wrote can be found again
        summary.text, summary.version = words, summary.version + 1
        summary.written_by, summary.written_at = actor.person, clock.now()
        db.session.flush()
    if keep:
        _keep(summary)
    return summary


def send_summary(actor: Actor, review: Review) -> ReviewSummary:
    """Give the draft to the table."""
    summary = _locked(actor, review)
    if summary.state != SummaryState.DRAFT:
        raise Conflict(_("The summary is with the panel already."))
    if not summary.text:
        raise Invalid({"text": _("There is no summary yet.")})
    summary.state, summary.sent_at = SummaryState.PANEL, clock.now()
    _keep(summary)
    emit(SummarySent(review.id, actor.person))
    return summary


def agree_summary(actor: Actor, review: Review, version: int | None = None) -> ReviewSummary:
    """Say yes to the text as it stands; with the last yes it is agreed. ``version`` is the one the person read."""
    require(actor, Permission.AGREE_REVIEW, review)
    summary = db.session.get(ReviewSummary, review.id, with_for_update=True, populate_existing=True)
    if summary is None or summary.state == SummaryState.DRAFT:
        raise Conflict(_("There is no summary to agree to yet."))
    if version is not None and version != summary.version:
        raise Stale
    _consent(actor, review, Matter.SUMMARY, summary.version)
    if summary.state == SummaryState.PANEL and queries.all_agree(review, Matter.SUMMARY, summary.version):
        _agreed(actor, summary)
    return summary


def settle_summary(actor: Actor, review: Review) -> ReviewSummary:
    """Count it as agreed with the answers there are: nobody's silence holds the others up."""
    summary = _locked(actor, review)
    if summary.state != SummaryState.PANEL:
        raise Conflict(_("The summary is not with the panel."))
    _agreed(actor, summary)
    return summary


def reopen_summary(actor: Actor, review: Review) -> ReviewSummary:
    """Take it back to its writers; the transcript's time stops until it is agreed again."""
    summary = _locked(actor, review)
    if summary.state == SummaryState.DRAFT:
        raise Conflict(_("The summary is a draft."))
    summary.state, summary.agreed_at, summary.agreed_by, summary.sent_at = SummaryState.DRAFT, None, None, None
    return summary


def consent_transcript(actor: Actor, review: Review, *, yes: bool) -> None:
    """Say yes to the transcript in the report, or take that back."""
    require(actor, Permission.AGREE_REVIEW, review)
    if yes:
        _consent(actor, review, Matter.TRANSCRIPT, 0)
    elif (given := queries.own_consent(actor, review, Matter.TRANSCRIPT)) is not None:
        db.session.delete(given)
    db.session.flush()


def _locked(actor: Actor, review: Review) -> ReviewSummary:
    """The summary, locked until the unit of work ends; made at the first call."""
    require(actor, Permission.SUM_UP_REVIEW, review)
    check_updates(review.network)
    if review.state not in BEGUN:
        raise Conflict(_("There is nothing to sum up before the review has begun."))
    found = db.session.get(ReviewSummary, review.id, with_for_update=True, populate_existing=True)
    if found is None:
        found = ReviewSummary(review_id=review.id, text="", version=0, state=SummaryState.DRAFT)
        db.session.add(found)
        db.session.flush()
    return found


def _words(text: str) -> str:
    try:
        words = clean(text)
    except ValueError:
        raise Invalid({"text": _("This text holds control characters; please type it again.")}) from None
    if len(words) > SUMMARY_LIMIT:
        raise Invalid({"text": _("%(length)s characters; %(most)s fit.", length=len(words), most=SUMMARY_LIMIT)})
    return words


def _keep(summary: ReviewSummary) -> None:
    if summary.version and db.session.get(SummaryVersion, (summary.review_id, summary.version)) is None:
        kept = SummaryVersion(
            review_id=summary.review_id, number=summary.version, text=summary.text, person_id=summary.written_by
        )
        db.session.add(kept)
        db.session.flush()


def _consent(actor: Actor, review: Review, matter: Matter, version: int) -> None:
    as_host = Seating.HOST in seatings(actor, review)
    row = queries.own_consent(actor, review, matter)
    if row is None:
        row = Consent(review_id=review.id, person_id=actor.person, matter=matter)
        db.session.add(row)
    row.version, row.as_host, row.at = version, as_host, clock.now()
    db.session.flush()


def _agreed(actor: Actor, summary: ReviewSummary) -> None:
    summary.state, summary.agreed_at, summary.agreed_by = SummaryState.AGREED, clock.now(), actor.person
    material = queries.material_of(actor, summary.review)
    if not material.deleted:
        summary.takeaways = [line.words for line in material.takeaways]
    _keep(summary)
    emit(SummaryAgreed(summary.review_id, actor.person))

"""The summary as its readers have it: with the panel, or agreed; and the yes of each at the table."""

from datetime import timedelta

from flask import flash, redirect, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import NotFound, Stale
from infocus.core.permissions import Permission, allows
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.records.addresses import expected_version
from infocus.records.urls import record_path
from infocus.reviews.keeping.queries import is_deleted
from infocus.reviews.models import Review
from infocus.reviews.report import queries
from infocus.reviews.report.services import summing
from infocus.reviews.report.sources import without_links
from infocus.reviews.report.vocabulary import SUMMARY_DAYS, Matter, SummaryState
from infocus.reviews.views.common import blueprint, the_review
from infocus.reviews.words import SEATINGS


@blueprint.get("/<network>/reviews/<handle>/summary")
@requires(Permission.READ_RECORD)
def show_summary(network: str, handle: str) -> ResponseReturnValue:
    """The summary; the table may open this page before there is one, and sees what is to come."""
    actor, review = current_actor(), the_review(network, handle)
    summary = queries.summary_of(actor, review)
    at_table = allows(actor, Permission.ENTER_ROOM, review)
    if summary is None and not at_table:
        raise NotFound
    opens_sources = at_table and not is_deleted(review.id)
    text = summary.text if summary else ""
    version = summary.version if summary else None
    return render_template(
        "reviews/report/summary.html",
        review=review,
        path=record_path(review),
        summary=summary,
        text=text if opens_sources else without_links(text),
        opens_sources=opens_sources,
        at_table=at_table,
        voices=queries.voices(review, Matter.SUMMARY, version) if summary and at_table else [],
        given=queries.own_consent(actor, review, Matter.SUMMARY),
        transcript_voices=queries.voices(review, Matter.TRANSCRIPT) if at_table else [],
        transcript_given=queries.own_consent(actor, review, Matter.TRANSCRIPT),
        may_write=allows(actor, Permission.SUM_UP_REVIEW, review),
        may_agree=allows(actor, Permission.AGREE_REVIEW, review),
        due=review.finished_at + timedelta(days=SUMMARY_DAYS) if review.finished_at else None,
        roles=SEATINGS,
    )


@blueprint.post("/<network>/reviews/<handle>/summary/send")
@requires(Permission.SUM_UP_REVIEW)
def send_summary(network: str, handle: str) -> ResponseReturnValue:
    """Give the draft to the table."""
    with unit_of_work():
        review = the_review(network, handle)
        summing.send_summary(current_actor(), review)
    flash(_("The summary is with the panel. Each of them can agree on this page."), "success")
    return _back(review)


@blueprint.post("/<network>/reviews/<handle>/summary/agree")
@requires(Permission.AGREE_REVIEW)
def agree_summary(network: str, handle: str) -> ResponseReturnValue:
    """Say yes to the text one has read."""
    try:
        with unit_of_work():
            review = the_review(network, handle)
            summary = summing.agree_summary(current_actor(), review, expected_version())
            agreed = summary.state == SummaryState.AGREED
    except Stale:
        flash(_("The summary changed while you were reading. Please read it again, then agree."), "error")
        return _back(the_review(network, handle))
    flash(_("Agreed by all. Thank you.") if agreed else _("Thank you. Your agreement is noted."), "success")
    return _back(review)


@blueprint.post("/<network>/reviews/<handle>/summary/settle")
@requires(Permission.SUM_UP_REVIEW)
def settle_summary(network: str, handle: str) -> ResponseReturnValue:
    """Count it as agreed with the answers there are."""
    with unit_of_work():
        review = the_review(network, handle)
        summing.settle_summary(current_actor(), review)
    flash(_("The summary is agreed. Everyone who reads the review’s page can read it now."), "success")
    return _back(review)


@blueprint.post("/<network>/reviews/<handle>/summary/reopen")
@requires(Permission.SUM_UP_REVIEW)
def reopen_summary(network: str, handle: str) -> ResponseReturnValue:
    """Take it back to its writers."""
    with unit_of_work():
        review = the_review(network, handle)
        summing.reopen_summary(current_actor(), review)
    flash(_("The summary is a draft again. Only those who write it see it."), "success")
    return _back(review)


@blueprint.post("/<network>/reviews/<handle>/summary/transcript/<answer>")
@requires(Permission.AGREE_REVIEW)
def consent_transcript(network: str, handle: str, answer: str) -> ResponseReturnValue:
    """Say yes to the transcript in the report, or take that back."""
    if answer not in {"yes", "no"}:
        raise NotFound
    with unit_of_work():
        review = the_review(network, handle)
        summing.consent_transcript(current_actor(), review, yes=answer == "yes")
    flash(_("Your answer is noted."), "success")
    return _back(review, "#transcript")


def _back(review: Review, tail: str = "") -> ResponseReturnValue:
    return redirect(f"{record_path(review)}/summary{tail}", 303)

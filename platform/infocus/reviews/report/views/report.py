"""The report as files, and what of all this stands on the review's page."""

import structlog
from flask import Response, flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.actor import Actor
from infocus.core.permissions import Permission, allows
from infocus.core.text import slug
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.core.web.links import base_url
from infocus.engines.typesetting.port import TypesettingError
from infocus.engines.writing.docx import MEDIA_TYPE as DOCX
from infocus.records.addresses import to_record
from infocus.records.panels import Panel, record_panel
from infocus.records.urls import record_path
from infocus.reviews.models import Review
from infocus.reviews.report import marks, queries
from infocus.reviews.report.policy import reads_report, reads_rubric
from infocus.reviews.report.services.reporting import as_docx, as_pdf, report_for
from infocus.reviews.report.services.summing import BEGUN
from infocus.reviews.views.common import blueprint, the_review
from infocus.reviews.vocabulary import ReviewState

log = structlog.get_logger()


@blueprint.get("/<network>/reviews/<handle>/report.pdf")
@requires(Permission.READ_RECORD)
def report_pdf(network: str, handle: str) -> ResponseReturnValue:
    """The report to read and to print."""
    review = the_review(network, handle)
    report = report_for(current_actor(), review, base_url() + record_path(review))
    try:
        content = as_pdf(report)
    except TypesettingError as error:
        log.warning("report_not_set", review=review.id, why=str(error))
        flash(_("The PDF could not be made just now. The DOCX holds the same."), "error")
        return to_record(review)
    return _file(content, "application/pdf", review, "pdf")


@blueprint.get("/<network>/reviews/<handle>/report.docx")
@requires(Permission.READ_RECORD)
def report_docx(network: str, handle: str) -> ResponseReturnValue:
    """The report to go on with."""
    review = the_review(network, handle)
    report = report_for(current_actor(), review, base_url() + record_path(review))
    return _file(as_docx(report), DOCX, review, "docx")


@record_panel(Review, 60)
def papers_panel(actor: Actor, review: Review) -> Panel | None:
    """Summary, report and rubric, each for those who have it."""
    if review.state == ReviewState.CANCELLED:
        return None
    summary = queries.stored_summary(review)
    shown = {
        "summary": queries.summary_of(actor, review),
        "at_table": review.state in BEGUN and allows(actor, Permission.ENTER_ROOM, review),
        "may_write": review.state in BEGUN and allows(actor, Permission.SUM_UP_REVIEW, review),
        "has_report": reads_report(actor, review, summary),
        "rubric": marks.rubric_of(review) if reads_rubric(actor, review) else None,
        "may_switch": allows(actor, Permission.FACILITATE_ROOM, review),
    }
    if not any(shown.values()):
        return None
    return Panel("reviews/report/panel.html", shown)


def _file(content: bytes, media_type: str, review: Review, ending: str) -> Response:
    name = f"{slug(review.title) or 'review'}-{slug(_('report')) or 'report'}.{ending}"
    answer = Response(content, mimetype=media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer

"""For those who were there: the mail with one's own notes, and the lead's letters of thanks."""

import structlog
from flask import Response, flash
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.actor import Actor
from infocus.core.db import unit_of_work
from infocus.core.permissions import Permission, allows
from infocus.core.text import slug
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.engines.typesetting.port import TypesettingError
from infocus.records.addresses import to_record
from infocus.records.panels import Panel, record_panel
from infocus.reviews.keeping.queries import is_deleted
from infocus.reviews.models import Review
from infocus.reviews.report.services import thanking
from infocus.reviews.views.common import blueprint, the_review
from infocus.reviews.vocabulary import ReviewState

log = structlog.get_logger()


@blueprint.post("/<network>/reviews/<handle>/my-notes")
@requires(Permission.USE_ACCOUNT)
def send_notes(network: str, handle: str) -> ResponseReturnValue:
    """Mail the person what they wrote and said."""
    with unit_of_work():
        review = the_review(network, handle)
        thanking.send_own_notes(current_actor(), review)
    flash(_("A mail with your notes is on its way to you."), "success")
    return to_record(the_review(network, handle), "#there")


@blueprint.get("/<network>/reviews/<handle>/thanks/<seat_id>.pdf")
@requires(Permission.MANAGE_NETWORK)
def thanks_letter(network: str, handle: str, seat_id: str) -> ResponseReturnValue:
    """A letter of thanks, to be signed."""
    review = the_review(network, handle)
    try:
        content = thanking.thanks(current_actor(), review, seat_id)
    except TypesettingError as error:
        log.warning("letter_not_set", review=review.id, why=str(error))
        flash(_("The PDF could not be made just now. Please try again."), "error")
        return to_record(review, "#there")
    answer = Response(content, mimetype="application/pdf")
    answer.headers["Content-Disposition"] = f'attachment; filename="{slug(_("thank you"))}.pdf"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@record_panel(Review, 90)
def there_panel(actor: Actor, review: Review) -> Panel | None:
    """For who was at the table, once the review is over."""
    if review.state != ReviewState.FINISHED or not allows(actor, Permission.ENTER_ROOM, review):
        return None
    leads = allows(actor, Permission.MANAGE_NETWORK, review.network)
    seats = thanking.thanked(review) if leads else []
    return Panel("reviews/report/there.html", {"seats": seats, "deleted": is_deleted(review.id)}, "aside")

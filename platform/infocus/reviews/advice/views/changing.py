"""The change that answered a recommendation: confirmed, linked by hand, or said not to be it."""

from flask import flash, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid, Stale
from infocus.core.numbers import whole
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.records.addresses import expected_version, to_record
from infocus.reviews.advice.services import linking
from infocus.reviews.advice.views.response import the_response, the_row
from infocus.reviews.views.common import blueprint


@blueprint.post("/<network>/reviews/<handle>/response/<recommendation_id>/change")
@requires(Permission.ANSWER_REVIEW)
def link_change(network: str, handle: str, recommendation_id: str) -> ResponseReturnValue:
    """``plan_version`` and ``section`` answer it; without a version a link is taken back; ``no``: it is not this."""
    actor, review = current_actor(), the_response(network, handle)
    number = the_row(review, recommendation_id).number
    require(actor, Permission.ANSWER_REVIEW, review)
    back = f"/response#r{number}"
    try:
        with unit_of_work():
            if "no" in request.form:
                linking.dismiss(actor, recommendation_id)
            else:
                version, section = whole(request.form.get("plan_version")), request.form.get("section", "")
                linking.link(actor, recommendation_id, version, section, expected_version())
        flash(_("Saved."), "success")
    except Invalid as error:
        flash(" ".join(error.fields.values()), "error")
    except Stale:
        flash(_("Somebody saved this recommendation meanwhile. Look at it, and press again."), "error")
    return to_record(the_response(network, handle), back)

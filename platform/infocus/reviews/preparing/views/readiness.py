"""The readiness list for the lead, and nudges by hand."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.networks.context import network_or_404
from infocus.records.urls import record_path
from infocus.reviews.preparing import queries
from infocus.reviews.preparing.services import reminding
from infocus.reviews.preparing.services.days import days_ahead
from infocus.reviews.views.common import blueprint
from infocus.reviews.words import SEATINGS, WARNINGS


@blueprint.get("/<network>/reviews/readiness")
@requires(Permission.PREPARE_REVIEWS)
def readiness(network: str) -> ResponseReturnValue:
    """Every review in preparation with what is there and what is missing, and who has something before them."""
    place = network_or_404(network)
    found = queries.readiness(current_actor(), place)
    return render_template(
        "reviews/preparing/readiness.html",
        place=place,
        found=found,
        path=record_path,
        words=WARNINGS,
        days=days_ahead(place.id),
        roles=SEATINGS,
        when={each.review.id: queries.span_of(each.review).words() for each in found.reviews},
    )


@blueprint.post("/<network>/reviews/nudge")
@requires(Permission.PREPARE_REVIEWS)
def nudge(network: str) -> ResponseReturnValue:
    """Remind somebody by hand."""
    place = network_or_404(network)
    try:
        with unit_of_work():
            mailed = reminding.nudge(current_actor(), place, request.form.get("person", ""))
        told = _("They get one mail with all they have before them.")
        flash(told if mailed else _("They want no mail; it waits for them on their page."), "success")
    except Conflict as error:
        flash(error.message, "error")
    return redirect(url_for("reviews.readiness", network=network), 303)

"""The follow-up of a network: small drawings plan by plan, and the table behind them."""

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core import clock
from infocus.core.permissions import Permission, allows
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.networks.context import network_or_404
from infocus.networks.views.tables import csv_answer
from infocus.records.urls import record_path
from infocus.reviews.advice.following import follow_up
from infocus.reviews.advice.words import ANSWERS, COUNTED, PROGRESS, line_heads, line_of, state_word
from infocus.reviews.views.common import blueprint


@blueprint.get("/<network>/follow-up")
@requires(Permission.READ_RECORD)
def network_follow_up(network: str) -> ResponseReturnValue:
    """What became of the advice in every plan, for who may read it; the lead sees what is late."""
    place, actor = network_or_404(network), current_actor()
    found = follow_up(actor, place)
    shows_late = allows(actor, Permission.MANAGE_NETWORK, place)
    return render_template(
        "reviews/advice/follow_up.html",
        network=place,
        found=found,
        answers=ANSWERS,
        counted=COUNTED,
        progress=PROGRESS,
        state_word=state_word,
        path=record_path,
        today=clock.now().date(),
        late=[(each, row) for each in found for row in each.late] if shows_late else None,
    )


@blueprint.get("/<network>/follow-up.csv")
@requires(Permission.READ_RECORD)
def network_follow_up_csv(network: str) -> ResponseReturnValue:
    """The same, one line a recommendation."""
    place = network_or_404(network)
    lines = [
        [each.review.partner.label if each.review.partner else "", each.plan.title, each.review.held_on, *line_of(row)]
        for each in follow_up(current_actor(), place)
        for row in each.rows
    ]
    heads = [_("City"), _("Plan"), _("Review"), *line_heads()]
    return csv_answer(f"{place.slug}-follow-up", [heads, *lines])

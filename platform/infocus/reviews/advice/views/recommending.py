"""Recommendations made, rewritten and taken back on the page of the response, after the live part."""

import uuid

from flask import flash, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid
from infocus.core.numbers import whole
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.records.addresses import to_record
from infocus.reviews.advice.forms import TextForm
from infocus.reviews.advice.services import recommending
from infocus.reviews.advice.views.response import the_response, the_row
from infocus.reviews.advice.views.shown import Open, response_page, text_form
from infocus.reviews.views.common import blueprint


@blueprint.post("/<network>/reviews/<handle>/response/recommendations")
@requires(Permission.WRITE_IN_ROOM)
def add_recommendation(network: str, handle: str) -> ResponseReturnValue:
    """One more; the page's own key makes a second press the same one."""
    review = the_response(network, handle)
    form = text_form(review, Open(text=TextForm()))
    key = request.form.get("key") or str(uuid.uuid4())
    try:
        if form.validate():
            source, section = whole(form.source.data), form.section.data or ""
            with unit_of_work():
                recommending.recommend(
                    current_actor(), review.id, key, form.text.data or "", source=source, section=section or None
                )
            flash(_("The recommendation is added."), "success")
            return to_record(the_response(network, handle), "/response#add")
    except Invalid as error:
        form.take_errors(error)
    return response_page(the_response(network, handle), Open(text=form), 422)


@blueprint.post("/<network>/reviews/<handle>/response/<recommendation_id>/text")
@requires(Permission.WRITE_IN_ROOM)
def rewrite_recommendation(network: str, handle: str, recommendation_id: str) -> ResponseReturnValue:
    """Other words for one."""
    review = the_response(network, handle)
    row = the_row(review, recommendation_id)
    form, number = text_form(review, Open(text=TextForm())), row.number
    try:
        if form.validate():
            with unit_of_work():
                recommending.rewrite(
                    current_actor(), review.id, str(uuid.uuid4()), recommendation_id, form.text.data or ""
                )
            flash(_("Saved."), "success")
            return to_record(the_response(network, handle), f"/response#r{number}")
    except Invalid as error:
        form.take_errors(error)
    return response_page(the_response(network, handle), Open(row=recommendation_id, text=form), 422)


@blueprint.post("/<network>/reviews/<handle>/response/<recommendation_id>/withdraw")
@requires(Permission.WRITE_IN_ROOM)
def withdraw_recommendation(network: str, handle: str, recommendation_id: str) -> ResponseReturnValue:
    """Take one back; its number stays its own."""
    review = the_response(network, handle)
    the_row(review, recommendation_id)
    with unit_of_work():
        recommending.withdraw(current_actor(), review.id, str(uuid.uuid4()), recommendation_id)
    flash(_("The recommendation is taken back."), "success")
    return to_record(the_response(network, handle), "/response")

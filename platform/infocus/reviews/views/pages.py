"""The review's page, creating and changing it."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.accounts.models import Person
from infocus.comments.queries import discussion
from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid, NotFound, Stale
from infocus.core.forms import options
from infocus.core.permissions import Permission, allows, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.networks.context import network_or_404
from infocus.networks.models import Partner
from infocus.plans.models import Plan
from infocus.plans.queries import get_plan
from infocus.records.addresses import moved, to_record
from infocus.records.panels import actions_of, panels_of
from infocus.records.urls import id_of, record_path
from infocus.reviews import queries
from infocus.reviews.candour import Candour
from infocus.reviews.forms import ReviewForm, SeatForm
from infocus.reviews.models import Review
from infocus.reviews.services import planning, seats
from infocus.reviews.views.common import blueprint, the_review
from infocus.reviews.vocabulary import Phase, preset
from infocus.reviews.words import PHASES, SEATINGS, WARNINGS, WRITERS


@blueprint.get("/<network>/reviews")
@requires(Permission.READ_RECORD)
def of_network(network: str) -> ResponseReturnValue:
    """Reviews stand beside their plans."""
    network_or_404(network)
    return redirect(url_for("plans.index", network=network))


@blueprint.get("/<network>/reviews/<handle>")
@requires(Permission.READ_RECORD)
def show(network: str, handle: str) -> ResponseReturnValue:
    """When, what, who sits at the table, and the way into the room."""
    review = the_review(network, handle)
    elsewhere = moved(review)
    if elsewhere is not None:
        return elsewhere
    return review_page(review, SeatForm(formdata=None))


@blueprint.route("/<network>/plans/<handle>/review", methods=["GET", "POST"])
@requires(Permission.CREATE_REVIEW)
def new(network: str, handle: str) -> ResponseReturnValue:
    """A review of a plan."""
    actor, form = current_actor(), ReviewForm()
    plan = _the_plan(network, handle)
    require(actor, Permission.CREATE_REVIEW, plan)
    _offer(form, plan)
    if not form.is_submitted():
        form.title.data = _("Peer review of %(plan)s", plan=plan.title)
        form.language.data = "en"
        form.plan_version.data = str(plan.current.number) if plan.current else ""
    elif not form.facilitator.data:
        form.take_errors(Invalid({"facilitator": _("A review needs somebody who leads it.")}))
        return _form(form, record_path(plan), None)
    try:
        if form.validate_on_submit():
            with unit_of_work():
                plan = _the_plan(network, handle)
                review = planning.create_review(actor, plan, form.values(), form.facilitator.data or "")
                target = record_path(review)
            flash(_("The review is set up. Name its table next."), "success")
            return redirect(f"{target}#table", 303)
    except Invalid as error:
        form.take_errors(error)
    return _form(form, record_path(plan), None)


@blueprint.route("/<network>/reviews/<handle>/edit", methods=["GET", "POST"])
@requires(Permission.EDIT_REVIEW)
def edit(network: str, handle: str) -> ResponseReturnValue:
    """Change what is said about a review."""
    actor, form = current_actor(), ReviewForm()
    review = the_review(network, handle)
    require(actor, Permission.EDIT_REVIEW, review)
    if not form.is_submitted():
        form.fill(review)
    _offer(form, review.plan)
    status = 0
    try:
        if form.validate_on_submit():
            with unit_of_work():
                review = the_review(network, handle)
                planning.edit_review(actor, review, form.values(review), form.seen_version())
                target = record_path(review)
            flash(_("Saved."), "success")
            return redirect(target, 303)
    except Invalid as error:
        form.take_errors(error)
    except Stale:
        review, status = the_review(network, handle), 409
        form.version.data = str(review.version)
    return _form(form, record_path(review), review, status)


@blueprint.post("/<network>/reviews/<handle>/cancel")
@requires(Permission.EDIT_REVIEW)
def cancel(network: str, handle: str) -> ResponseReturnValue:
    """Call the review off."""
    with unit_of_work():
        review = the_review(network, handle)
        planning.cancel_review(current_actor(), review)
        answer = to_record(review)
    flash(_("The review is cancelled."), "success")
    return answer


def review_page(review: Review, form: SeatForm, status: int = 200) -> ResponseReturnValue:
    """The page of a review, with the form for its table where the person may set it."""
    actor = current_actor()
    may_edit = allows(actor, Permission.EDIT_REVIEW, review)
    if may_edit:
        form.person.choices = options(map(_named, seats.candidates(actor, review)))
    headings = queries.section_headings(review) if allows(actor, Permission.READ_RECORD, review.plan) else {}
    page = render_template(
        "reviews/show.html",
        review=review,
        path=record_path(review),
        plan_path=record_path(review.plan),
        form=form,
        roles=SEATINGS,
        warnings=[WARNINGS[name] for name in queries.warnings(review)] if may_edit else [],
        headings=headings,
        own=[seat for seat in review.seated if seat.person_id == actor.person and (seat.sections or seat.question)],
        unread=[name for key, name in headings.items() if key not in _given(review)] if may_edit else [],
        successors=seats.successors(review) if may_edit else {},
        frozen=queries.frozen_versions(review),
        agreed=Candour.of(review.candour).sentences(),
        course=[(PHASES[phase], int(review.minutes.get(phase, 0)), WRITERS[phase]) for phase in Phase],
        may_edit=may_edit,
        may_enter=allows(actor, Permission.ENTER_ROOM, review),
        may_facilitate=allows(actor, Permission.FACILITATE_ROOM, review),
        panels=panels_of(actor, review),
        actions=actions_of(actor, review),
        discussion=discussion(actor, review),
    )
    return page, status


def _given(review: Review) -> set[str]:
    """The sections somebody reads."""
    return {key for seat in review.seated for key in seat.sections}


def _the_plan(network: str, handle: str) -> Plan:
    place = network_or_404(network)
    plan = get_plan(current_actor(), id_of(handle))
    if plan.network_id != place.id:
        raise NotFound
    return plan


def _named(member: tuple[Person, Partner | None]) -> tuple[str, str]:
    """A member of the network as lists of people show them."""
    person, place = member
    return person.id, f"{place.label}: {person.shown_name}" if place else person.shown_name


def _offer(form: ReviewForm, plan: Plan) -> None:
    """Fill the lists of the form."""
    form.facilitator.choices = options([("", _("Choose")), *map(_named, seats.members(plan.network_id))])
    versions = [(str(v.number), f"{v.number} {v.label}".strip()) for v in reversed(plan.versions)]
    form.plan_version.choices = options([("", _("None yet")), *versions])


def _form(form: ReviewForm, back: str, review: Review | None, status: int = 0) -> ResponseReturnValue:
    wrong = bool(form.errors or form.form_errors)
    stale = review if status == 409 else None
    minutes = [form[f"minutes_{phase}"] for phase in Phase]
    page = render_template(
        "reviews/edit.html",
        form=form,
        review=review,
        back=back,
        stale=stale,
        minutes=minutes,
        minutes_wrong=any(each.errors for each in minutes),
        presets={str(total): preset(total) for total in planning.PRESETS},
    )
    return page, status or (422 if wrong else 200)

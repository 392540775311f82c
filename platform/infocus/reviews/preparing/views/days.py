"""Review days: the page everybody of the network opens, and how a day is set up."""

from collections.abc import Sequence

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.actor import Actor
from infocus.core.db import db, unit_of_work
from infocus.core.errors import Conflict, Invalid
from infocus.core.forms import options
from infocus.core.permissions import Permission, allows, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.networks.context import network_or_404
from infocus.networks.models import Network
from infocus.plans.models import Plan
from infocus.records.queries import visible
from infocus.records.urls import record_path
from infocus.reviews.models import Review
from infocus.reviews.preparing.forms import DayForm, TablesForm
from infocus.reviews.preparing.models import ReviewDay
from infocus.reviews.preparing.rotation import At, Clash, clashes
from infocus.reviews.preparing.services import days
from infocus.reviews.services.seats import members
from infocus.reviews.views.common import blueprint
from infocus.reviews.words import SEATINGS


@blueprint.get("/<network>/review-days/<day_id>")
@requires(Permission.READ_REVIEW_DAY)
def day(network: str, day_id: str) -> ResponseReturnValue:
    """Day, place, and who sits where when."""
    place = network_or_404(network)
    return _day_page(place, days.the_day(current_actor(), place, day_id), TablesForm(formdata=None))


@blueprint.route("/<network>/review-days/new", methods=["GET", "POST"])
@requires(Permission.PREPARE_REVIEWS)
def new_day(network: str) -> ResponseReturnValue:
    """A new review day."""
    place, form = network_or_404(network), DayForm()
    require(current_actor(), Permission.PREPARE_REVIEWS, place)
    return _save(place, form, None)


@blueprint.route("/<network>/review-days/<day_id>/edit", methods=["GET", "POST"])
@requires(Permission.PREPARE_REVIEWS)
def edit_day(network: str, day_id: str) -> ResponseReturnValue:
    """Change a day that has no reviews yet."""
    place, form, actor = network_or_404(network), DayForm(), current_actor()
    known = days.the_day(actor, place, day_id)
    require(actor, Permission.PREPARE_REVIEWS, place)
    if not form.is_submitted():
        form.fill(known)
    return _save(place, form, known)


@blueprint.post("/<network>/review-days/<day_id>/reviews")
@requires(Permission.PREPARE_REVIEWS)
def set_up_day(network: str, day_id: str) -> ResponseReturnValue:
    """Set up the reviews of the chosen plans with their rotation, or make the rotation again."""
    place, form, actor = network_or_404(network), TablesForm(), current_actor()
    try:
        if form.validate():
            with unit_of_work():
                known = days.the_day(actor, place, day_id)
                people = form.people.data or []
                if days.reviews_of(known):
                    days.rotate_again(actor, known, people)
                    left: Sequence[Plan] = []
                else:
                    left = days.set_up(actor, known, form.plans.data or [], people)
                told = ", ".join(plan.title for plan in left)
            flash(_("The tables are set. Nobody is asked before you send the invitations."), "success")
            if told:
                flash(_("There was no place for: %(plans)s. Add a time or a table.", plans=told), "error")
            return redirect(url_for("reviews.day", network=network, day_id=day_id), 303)
    except (Invalid, Conflict) as error:
        form.take_errors(error if isinstance(error, Invalid) else Invalid(error.message))
    db.session.expire_all()
    return _day_page(place, days.the_day(actor, place, day_id), form)


@blueprint.post("/<network>/review-days/<day_id>/ask")
@requires(Permission.PREPARE_REVIEWS)
def ask_day(network: str, day_id: str) -> ResponseReturnValue:
    """Send the invitations of the day."""
    place, actor = network_or_404(network), current_actor()
    with unit_of_work():
        count = days.ask_all(actor, days.the_day(actor, place, day_id))
    flash(_("%(num)s people are asked, each in one mail.", num=count), "success")
    return redirect(url_for("reviews.day", network=network, day_id=day_id), 303)


def _save(place: Network, form: DayForm, known: ReviewDay | None) -> ResponseReturnValue:
    actor = current_actor()
    form.facilitators.choices = options(_people(place))
    try:
        if form.validate_on_submit():
            with unit_of_work():
                if known is None:
                    saved = days.create_day(actor, place, form.values())
                else:
                    saved = days.the_day(actor, place, known.id)
                    days.edit_day(actor, saved, form.values())
                target = url_for("reviews.day", network=place.slug, day_id=saved.id)
            return redirect(target, 303)
    except (Invalid, Conflict) as error:
        form.take_errors(error if isinstance(error, Invalid) else Invalid(error.message))
    wrong = bool(form.errors or form.form_errors)
    return render_template("reviews/preparing/day_edit.html", place=place, form=form, day=known), 422 if wrong else 200


def _people(place: Network) -> list[tuple[str, str]]:
    return [(p.id, f"{city.label}: {p.shown_name}" if city else p.shown_name) for p, city in members(place.id)]


def _day_page(place: Network, known: ReviewDay, form: TablesForm) -> ResponseReturnValue:
    actor = current_actor()
    may_set = allows(actor, Permission.PREPARE_REVIEWS, place)
    reviews = days.reviews_of(known)
    names = {person.id: person.shown_name for person, _city in members(place.id)}
    chosen = [seat.person_id for review in reviews for seat in review.panel if seat.role == "critical-friend"]
    if may_set:
        plans = db.session.scalars(
            visible(actor, Plan).where(Plan.network_id == place.id).order_by(Plan.title)
        ).unique()
        form.plans.choices = options((plan.id, plan.title) for plan in plans)
        cities = [(p.id, f"{city.label}: {p.shown_name}") for p, city in members(place.id) if city]
        form.people.choices = options(each for each in cities if each[0] not in known.facilitators)
        if not form.is_submitted():
            form.people.data = chosen or [person_id for person_id, _name in cities]
    page = render_template(
        "reviews/preparing/day.html",
        place=place,
        day=known,
        form=form,
        tables=[(days.table_name(n), names.get(who, "")) for n, who in enumerate(known.facilitators)],
        grid=_grid(known, reviews),
        readable={review.id for review in reviews if allows(actor, Permission.READ_RECORD, review)},
        path=record_path,
        roles=SEATINGS,
        clashes=_clashes(reviews, names) if may_set else [],
        unasked=any(seat.asked_at is None and not seat.coming for review in reviews for seat in review.panel),
        asked=any(seat.asked_at for review in reviews for seat in review.panel),
        may_set=may_set,
        planned=bool(reviews),
        own=_own(actor, reviews),
    )
    return page, 422 if form.errors or form.form_errors else 200


def _own(actor: Actor, reviews: Sequence[Review]) -> set[str]:
    """The reviews the reader sits at."""
    return {
        review.id
        for review in reviews
        if any(seat.person_id == actor.person for seat in review.seated)
        or (review.partner_id and review.partner_id == actor.partner_in(review.network_id))
    }


def _grid(known: ReviewDay, reviews: Sequence[Review]) -> list[tuple[str, list[list[Review]]]]:
    """Slot → the reviews of each table; one whose table is none of the day's stands at the first."""
    labels = [days.table_name(number) for number in range(len(known.facilitators))]
    rows = []
    for number, starts in enumerate(known.slots):
        cells: list[list[Review]] = [[] for _table in labels]
        for review in (each for each in reviews if each.slot == number):
            cells[labels.index(review.table_label) if review.table_label in labels else 0].append(review)
        rows.append((starts, cells))
    return rows


def _clashes(reviews: Sequence[Review], names: dict[str, str]) -> list[str]:
    """The clashes of a day in words."""
    titles = {review.id: review.title for review in reviews}
    cities = {review.partner_id or "": review.partner.label for review in reviews if review.partner}
    seats = [
        At(review.slot or 0, review.id, seat.person_id, seat.partner_id or "", seat.role, review.partner_id or "")
        for review in reviews
        for seat in review.seated
    ]
    return [_say(clash, names | cities, titles) for clash in clashes(seats)]


def _say(clash: Clash, names: dict[str, str], titles: dict[str, str]) -> str:
    who = names.get(clash.person, _("Somebody who has left"))
    where = " · ".join(titles[review] for review in clash.reviews)
    if clash.kind == "own":
        return str(_("%(who)s would review the plan of their own city: %(where)s", who=who, where=where))
    if clash.kind == "host":
        return str(_("%(who)s would host two reviews at once: %(where)s", who=who, where=where))
    return str(_("%(who)s would sit at two tables at once: %(where)s", who=who, where=where))

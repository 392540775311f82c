"""The facilitator's side: links with their codes, who waits, who is here."""

from typing import Any

from flask import Response, flash, jsonify, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.accounts.guests import GuestState
from infocus.core.actor import Actor
from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.core.permissions import Permission, allows, require
from infocus.core.qr import qr_svg
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.core.web.links import absolute
from infocus.records.panels import Panel, record_panel
from infocus.records.urls import record_path
from infocus.reviews.guests import queries
from infocus.reviews.guests.forms import LinkForm
from infocus.reviews.guests.models import Guest, GuestLink
from infocus.reviews.guests.services import admitting, links
from infocus.reviews.models import Review
from infocus.reviews.views.common import blueprint, the_review
from infocus.reviews.words import SEATINGS

DECISIONS = {"admit": GuestState.ADMITTED, "refuse": GuestState.REFUSED, "show-out": GuestState.GONE}


@record_panel(Review, 35)
def guests_panel(actor: Actor, review: Review) -> Panel | None:
    """Beside the table, for whoever may let guests in; later only where some were, whose names may be to erase."""
    if not allows(actor, Permission.EDIT_REVIEW, review):
        return None
    if not queries.takes_guests(review) and not queries.guests(review.id, *GuestState):
        return None
    return Panel("reviews/guests/panel.html", _waiting(review) | {"here": _here(review), "at": "review"}, "aside")


@blueprint.get("/<network>/reviews/<handle>/guests")
@requires(Permission.EDIT_REVIEW)
def guests(network: str, handle: str) -> ResponseReturnValue:
    """The links that work, who waits, who was let in."""
    review = the_review(network, handle)
    form = LinkForm(formdata=None)
    form.last_day.data = links.usual_end(review).isoformat()
    return _page(review, form)


@blueprint.post("/<network>/reviews/<handle>/guests")
@requires(Permission.EDIT_REVIEW)
def make_guest_link(network: str, handle: str) -> ResponseReturnValue:
    """A new link; its page shows the code."""
    actor, form = current_actor(), LinkForm()
    require(actor, Permission.EDIT_REVIEW, the_review(network, handle))
    try:
        if form.validate():
            with unit_of_work():
                review = the_review(network, handle)
                values = form.role.data or "", form.label.data or "", (form.last_day.data or "").strip()
                target = f"{record_path(review)}/guests/{links.make_link(actor, review, *values).id}"
            return redirect(target, 303)
    except (Invalid, Conflict) as error:
        form.take_errors(error if isinstance(error, Invalid) else Invalid(error.message))
    return _page(the_review(network, handle), form, 422)


@blueprint.get("/<network>/reviews/<handle>/guests/<link_id>")
@requires(Permission.EDIT_REVIEW)
def guest_link(network: str, handle: str, link_id: str) -> ResponseReturnValue:
    """One link, large enough for the projector and for paper."""
    review = the_review(network, handle)
    link = queries.get_link(current_actor(), review, link_id)
    page = render_template(
        "reviews/guests/link.html",
        review=review,
        path=record_path(review),
        link=link,
        address=_address(link),
        role=SEATINGS[link.role],
    )
    return page, {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}


@blueprint.get("/<network>/reviews/<handle>/guests/<link_id>/code.svg")
@requires(Permission.EDIT_REVIEW)
def guest_code(network: str, handle: str, link_id: str) -> ResponseReturnValue:
    """The link as a QR code."""
    link = queries.get_link(current_actor(), the_review(network, handle), link_id)
    return Response(qr_svg(_address(link)), mimetype="image/svg+xml", headers={"Cache-Control": "no-store"})


@blueprint.post("/<network>/reviews/<handle>/guests/<link_id>/revoke")
@requires(Permission.EDIT_REVIEW)
def revoke_guest_link(network: str, handle: str, link_id: str) -> ResponseReturnValue:
    """Take a link back."""
    try:
        with unit_of_work():
            links.revoke(current_actor(), the_review(network, handle), link_id)
        flash(_("The link does not work any more; who came by it has left."), "success")
    except NotFound:  # taken back already
        require(current_actor(), Permission.EDIT_REVIEW, the_review(network, handle))
    return redirect(f"{record_path(the_review(network, handle))}/guests", 303)


@blueprint.get("/<network>/reviews/<handle>/guests/waiting")
@requires(Permission.EDIT_REVIEW)
def waiting_guests(network: str, handle: str) -> ResponseReturnValue:
    """Who waits, as JSON for the room; as a piece of a page for whoever says what it has ``seen`` (204: the same)."""
    review = the_review(network, handle)
    require(current_actor(), Permission.EDIT_REVIEW, review)
    shown = _waiting(review)
    if "seen" not in request.args:
        return jsonify(waiting=[_shape(review, guest) for guest in shown["waiting"]], admitted=len(_here(review)))
    if request.args["seen"] == shown["seen"]:
        return "", 204
    at = "guests" if request.args.get("at") == "guests" else "review"
    return render_template("reviews/guests/waiting.html", review=review, path=record_path(review), at=at, **shown)


@blueprint.post("/<network>/reviews/<handle>/guests/<guest_id>/<any(admit,refuse,'show-out',forget):deed>")
@requires(Permission.EDIT_REVIEW)
def decide_guest(network: str, handle: str, guest_id: str, deed: str) -> ResponseReturnValue:
    """Let somebody in, or not; show them out; erase their name."""
    actor, as_json = current_actor(), request.accept_mimetypes.best == "application/json"
    problem = ""
    try:
        with unit_of_work():
            review = the_review(network, handle)
            if deed == "forget":
                admitting.forget(actor, review, guest_id)
            else:
                admitting.decide(actor, review, guest_id, DECISIONS[deed])
    except Conflict as error:
        problem = error.message
    if as_json:
        return jsonify(ok=not problem, message=problem), 409 if problem else 200
    if problem:
        flash(problem, "error")
    path = record_path(the_review(network, handle))
    return redirect(f"{path}#guests" if request.form.get("from") == "review" else f"{path}/guests", 303)


def _page(review: Review, form: LinkForm, status: int = 200) -> ResponseReturnValue:
    page = render_template(
        "reviews/guests/guests.html",
        review=review,
        path=record_path(review),
        form=form,
        links=queries.links(current_actor(), review),
        open=queries.takes_guests(review),
        here=_here(review),
        gone=_gone(review),
        roles=SEATINGS,
        at="guests",
        **_waiting(review),
    )
    return page, status


def _waiting(review: Review) -> dict[str, Any]:
    """Who waits, and a mark of it, so that a page asks for news only."""
    waiting = queries.guests(review.id, GuestState.WAITING)
    return {"waiting": waiting, "seen": "-".join(guest.id[-8:] for guest in waiting)[-200:]}


def _here(review: Review) -> list[Guest]:
    return [guest for guest in queries.guests(review.id, GuestState.ADMITTED) if queries.works(guest.link)]


def _gone(review: Review) -> list[Guest]:
    """Who is not here any more: gone, not let in, or let in by a link that ran out."""
    here = {guest.id for guest in _here(review)}
    return [g for g in queries.guests(review.id, *GuestState) if g.state != GuestState.WAITING and g.id not in here]


def _address(link: GuestLink) -> str:
    return absolute("reviews.door", key=links.key_of(link))


def _shape(review: Review, guest: Guest) -> dict[str, Any]:
    path = f"{record_path(review)}/guests/{guest.id}"
    return {
        "id": guest.id,
        "name": guest.person.shown_name,
        "role": guest.link.role,
        "asked_at": guest.asked_at.isoformat(),
        "admit": f"{path}/admit",
        "refuse": f"{path}/refuse",
    }

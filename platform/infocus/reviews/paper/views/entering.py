"""Entering a review that was held on paper. What cannot be stored comes back with everything that was typed."""

from collections.abc import Callable
from typing import Any

from flask import current_app, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.actor import Actor
from infocus.core.db import unit_of_work
from infocus.core.errors import AppError, Conflict, Invalid, NotAllowed, NotFound, Unauthenticated
from infocus.core.forms import options
from infocus.core.permissions import Permission, allows, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.library.uploads import discard, received
from infocus.records.panels import Action, record_action
from infocus.records.urls import record_path
from infocus.reviews.models import Review
from infocus.reviews.paper import forms
from infocus.reviews.paper.services import afterwards
from infocus.reviews.queries import section_headings
from infocus.reviews.room.errors import Full, PhaseClosed
from infocus.reviews.room.queries import transcript
from infocus.reviews.services.seats import voices
from infocus.reviews.views.common import blueprint, the_review
from infocus.reviews.vocabulary import Kind, ReviewState
from infocus.reviews.words import SEATINGS

FORMS: dict[str, type[forms.Keyed]] = {
    "held": forms.HeldForm,
    "spoken": forms.SpokenForm,
    "notes": forms.NotesForm,
    "advice": forms.AdviceForm,
    "takeaways": forms.TakeawaysForm,
    "photo": forms.PhotoForm,
}
SHOWN = frozenset({Kind.MESSAGE, Kind.SPOKEN, Kind.NOTE, Kind.RECOMMENDATION})
Store = Callable[[Actor, str, Any], int]


@record_action(Review, 70)
def afterwards_action(actor: Actor, review: Review) -> Action | None:
    """For scribes: while it was not begun, and while it is being entered."""
    entering = review.state == ReviewState.LIVE and review.entered_afterwards
    if not (entering or review.state == ReviewState.PREPARING) or not allows(
        actor, Permission.ENTER_AFTERWARDS, review
    ):
        return None
    label = _("Go on entering") if entering else _("Held on paper? Enter it")
    return Action(label, f"{record_path(review)}/afterwards", "" if entering else "text")


@blueprint.get("/<network>/reviews/<handle>/afterwards")
@requires(Permission.ENTER_AFTERWARDS)
def enter_afterwards(network: str, handle: str) -> ResponseReturnValue:
    """The forms, and what is entered so far."""
    review = the_review(network, handle)
    require(current_actor(), Permission.ENTER_AFTERWARDS, review)
    return _page(review, {})


@blueprint.post("/<network>/reviews/<handle>/afterwards/<any(held,spoken,notes,advice,takeaways,photo):what>")
@requires(Permission.ENTER_AFTERWARDS)
def store_afterwards(network: str, handle: str, what: str) -> ResponseReturnValue:
    """Store one form: all of its lines, or none."""
    actor, form = current_actor(), FORMS[what](prefix=f"{what}-")
    review = the_review(network, handle)
    require(actor, Permission.ENTER_AFTERWARDS, review)
    _offer(form, review)
    try:
        if form.validate():
            new = _photo(actor, review.id, form) if what == "photo" else _stored(what, actor, review.id, form)
            flash(_("Entered.") if new else _("This was entered already."), "success")
            return redirect(f"{record_path(the_review(network, handle))}/afterwards#entered", 303)
    except (Full, PhaseClosed) as error:
        _take(form, error)
    except (NotFound, NotAllowed, Unauthenticated):
        raise
    except AppError as error:
        _take(form, error)
    return _page(the_review(network, handle), {what: form}, 422)


def _stored(what: str, actor: Actor, review_id: str, form: Any) -> int:
    with unit_of_work():
        return STORES[what](actor, review_id, form)


def _held(actor: Actor, review_id: str, form: forms.HeldForm) -> int:
    typed = (form.held_on.data or "").strip(), (form.starts.data or "").strip()
    return int(afterwards.begin_entering(actor, review_id, form.key.data or "", *typed).new)


def _spoken(actor: Actor, review_id: str, form: forms.SpokenForm) -> int:
    said = form.speaker.data or "", form.lines, form.note.data or ""
    return afterwards.enter_spoken(actor, review_id, form.key.data or "", *said)


def _notes(actor: Actor, review_id: str, form: forms.NotesForm) -> int:
    sheet = afterwards.PaperNote(
        kind=form.kind.data or "",
        partner=form.partner.data or "",
        section=form.section.data or "",
        importance=int(form.importance.data or 0),
    )
    return afterwards.enter_notes(actor, review_id, form.key.data or "", sheet, form.lines)


def _advice(actor: Actor, review_id: str, form: forms.AdviceForm) -> int:
    whose = form.speaker.data or "", form.section.data or ""
    return afterwards.enter_advice(actor, review_id, form.key.data or "", form.lines, *whose)


def _takeaways(actor: Actor, review_id: str, form: forms.TakeawaysForm) -> int:
    return afterwards.enter_takeaways(actor, review_id, form.key.data or "", form.lines)


STORES: dict[str, Store] = {
    "held": _held,
    "spoken": _spoken,
    "notes": _notes,
    "advice": _advice,
    "takeaways": _takeaways,
}


def _photo(actor: Actor, review_id: str, form: Any) -> int:
    sent = request.files.get(form.photo.name)
    if sent is None or not sent.filename:
        raise Invalid({"photo": _("Choose a picture first.")})
    limit = int(current_app.extensions["infocus.settings"].max_upload_bytes)
    with received(sent.stream, sent.filename, limit) as kept, unit_of_work():
        stored, new = afterwards.enter_photo(actor, review_id, form.key.data or "", kept, form.alt.data or "")
    if not new:
        discard(kept)
    return int(stored.new)


def _take(form: forms.Keyed, error: AppError) -> None:
    """What a service says, beside the lines where it is about what was typed there."""
    if isinstance(error, Invalid):
        at = {"lines": "lines_typed", "text": "lines_typed"}
        form.take_errors(Invalid({at.get(name, name): message for name, message in error.fields.items()}))
    else:
        field = "lines_typed" if "lines_typed" in form and not isinstance(error, Conflict) else ""
        form.take_errors(Invalid({field: error.message} if field else error.message))


def _offer(form: forms.Keyed, review: Review) -> None:
    """Fill the lists of a form."""
    if "speaker" in form:
        people = [
            (each.id, f"{each.name}, {each.partner.label if each.partner else SEATINGS[each.role]}")
            for each in sorted(voices(review).values(), key=lambda each: each.name)
        ]
        first = [("", _("The table’s"))] if isinstance(form, forms.AdviceForm) else [("", _("Choose"))]
        form["speaker"].choices = options([*first, *people])
    if "partner" in form:
        cities = [(each.id, each.label) for each in review.network.partners]
        form["partner"].choices = options([("", _("Nobody: anonymous")), *cities])
    if "section" in form:
        form["section"].choices = options([("", _("The whole plan")), *section_headings(review).items()])


def _page(review: Review, typed: dict[str, forms.Keyed], status: int = 200) -> ResponseReturnValue:
    shown: dict[str, forms.Keyed] = {
        name: typed.get(name) or kind(formdata=None, prefix=f"{name}-") for name, kind in FORMS.items()
    }
    for name, form in shown.items():
        if name not in typed:
            _offer(form, review)
    held = shown["held"]
    if "held" not in typed:
        held["held_on"].data, held["starts"].data = review.held_on, review.starts
    actor = current_actor()
    entering = review.entered_afterwards and review.state == ReviewState.LIVE
    page = render_template(
        "reviews/paper/afterwards.html",
        review=review,
        path=record_path(review),
        forms=shown,
        entering=entering,
        entries=[entry for entry in transcript(actor, review.id) if entry["kind"] in SHOWN] if entering else [],
        may_finish=allows(actor, Permission.FACILITATE_ROOM, review),
    )
    return page, status

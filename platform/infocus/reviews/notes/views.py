"""Written notes before the review: the plan by section with the note form beside it."""

from uuid import uuid4

from flask import flash, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.actor import Actor
from infocus.core.db import unit_of_work
from infocus.core.errors import AppError, Invalid, RateLimited, TooLarge, Unauthenticated
from infocus.core.limits import limits
from infocus.core.permissions import Permission, allows, require
from infocus.core.web.actor import current_actor
from infocus.core.web.errors import wants_json
from infocus.core.web.guard import requires
from infocus.plans.models import PlanSection
from infocus.plans.queries import sections_of
from infocus.records.addresses import to_record
from infocus.records.urls import record_path
from infocus.reviews.models import Review
from infocus.reviews.notes.candour import allowed_signatures
from infocus.reviews.notes.forms import SIGNED, NoteForm
from infocus.reviews.notes.queries import own_notes
from infocus.reviews.notes.services.writing import rewrite_note, write_note
from infocus.reviews.room.policy import Act, Attempt
from infocus.reviews.views.common import blueprint, the_review
from infocus.reviews.vocabulary import ReviewState
from infocus.reviews.words import NOTE_KINDS

PACE = "120/minute"


@blueprint.get("/<network>/reviews/<handle>/notes")
@requires(Permission.ENTER_ROOM)
def notes(network: str, handle: str) -> ResponseReturnValue:
    """What one is asked to read, the plan, and one's notes: private until sent."""
    review = the_review(network, handle)
    require(current_actor(), Permission.ENTER_ROOM, review)
    return _page(review, NoteForm(formdata=None))


@blueprint.post("/<network>/reviews/<handle>/notes")
@requires(Permission.WRITE_IN_ROOM)
def leave_note(network: str, handle: str) -> ResponseReturnValue:
    """Send a note, or withdraw one; a form posts and comes back, the page's script asks for JSON."""
    actor, form = current_actor(), NoteForm()
    review = the_review(network, handle)
    _offer(form, actor, review)
    if wants_json():
        return _answer(actor, review, form)
    try:
        if form.validate():
            limits().hit(PACE, "review-note", actor.person)
            with unit_of_work():
                write_note(actor, review.id, form.key.data or str(uuid4()), form.values())
            flash(_("Your note is sent. Nobody sees it before the notes appear together."), "success")
            return to_record(review, "/notes#sent")
    except Invalid as error:
        form.take_errors(error)
    except TooLarge as error:
        form.take_errors(Invalid({"text": error.message}))
    return _page(the_review(network, handle), form)


def _answer(actor: Actor, review: Review, form: NoteForm) -> ResponseReturnValue:
    """As the room's events are acknowledged; what was written under one account is never sent under another."""
    try:
        if request.form.get("person") != actor.person:
            raise Unauthenticated
        limits().hit(PACE, "review-note", actor.person)
        key = form.key.data or ""
        with unit_of_work():
            if request.form.get("event") == "withdraw":
                written = rewrite_note(actor, review.id, key, None)
            else:
                written = write_note(actor, review.id, key, form.values())
        return jsonify(ok=True, id=written.id)
    except AppError as error:
        refusal: dict[str, object] = {"code": error.code, "message": error.message}
        if isinstance(error, RateLimited):
            refusal["retry_after"] = error.retry_after
        return jsonify(ok=False, error=refusal)


def _offer(form: NoteForm, actor: Actor, review: Review) -> list[PlanSection]:
    """Fill the form's lists; returns the sections, none where the plan itself is not to be read."""
    readable = allows(actor, Permission.READ_RECORD, review.plan)
    sections = list(sections_of(review.plan, review.plan_version)) if readable else []
    headings = {section.key: section.heading or _("Beginning") for section in sections}
    form.offer(review, headings, [signed.value for signed in allowed_signatures(review)])
    return sections


def _page(review: Review, form: NoteForm) -> ResponseReturnValue:
    actor = current_actor()
    sections = _offer(form, actor, review)
    if not form.key.data:
        form.key.data = str(uuid4())
    seats = [seat for seat in review.seated if seat.person_id == actor.person]
    given = {key for seat in seats for key in seat.sections}
    path = record_path(review)
    own = own_notes(actor, review)
    page = render_template(
        "reviews/notes/index.html",
        review=review,
        path=path,
        form=form,
        sections=sections,
        given=given,
        asked=[seat.question for seat in seats if seat.question],
        own=own,
        kinds=NOTE_KINDS,
        open=review.state == ReviewState.PREPARING,
        may_write=allows(actor, Permission.WRITE_IN_ROOM, Attempt(review, Act.NOTE, None)),
        config={"review": review.id, "person": actor.person, "url": f"{path}/notes", "own": own, "words": _words()},
    )
    return page, 422 if form.errors or form.form_errors else 200


def _words() -> dict[str, object]:
    """What the page's script says."""
    return {
        "draft": _("Draft, on this device only"),
        "waiting": _("Goes out when there is a connection"),
        "sent": _("Sent; nobody sees it yet"),
        "edit": _("Go on writing"),
        "send": _("Send"),
        "drop": _("Throw away"),
        "withdraw": _("Withdraw"),
        "kept": _("Kept on this device. Nobody sees it before you send it."),
        "gone": _("Withdrawn."),
        "empty": _("Write the note first."),
        "offline": _("You are offline. What you write is kept and goes out by itself."),
        "online": _("You are connected."),
        "unsigned": _("Please sign in again; your notes are kept on this device."),
        "kinds": {name: str(word) for name, word in NOTE_KINDS.items()},
        "signed": {name: str(word) for name, word in SIGNED.items()},
    }

"""The live room's page, its narrow companion, the table's own device, and the door before them."""

from flask import render_template, request
from flask.typing import ResponseReturnValue

from infocus.core.actor import Actor
from infocus.core.db import unit_of_work
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.records.addresses import to_record
from infocus.records.urls import record_path
from infocus.reviews.models import Review
from infocus.reviews.policy import SCRIBES, seatings
from infocus.reviews.room import queries
from infocus.reviews.room.services import door
from infocus.reviews.room.views.candour import agreed
from infocus.reviews.room.views.chapters import chapters_of, tasks_of
from infocus.reviews.room.views.config import phases_of, script_config
from infocus.reviews.services.seats import voices
from infocus.reviews.views.common import blueprint, the_review
from infocus.reviews.vocabulary import Mode
from infocus.reviews.words import NOTE_KINDS, SEATINGS

VIEWS = {"companion": "reviews/room_companion.html", "table": "reviews/room_table.html"}
WHOLE = "reviews/room.html"


@blueprint.get("/<network>/reviews/<handle>/room")
@requires(Permission.ENTER_ROOM)
def room(network: str, handle: str) -> ResponseReturnValue:
    """Plan, conversation and notes side by side; a live one needs JavaScript, and says so without.

    ``?view=companion`` is a narrow column for beside a video call, ``?view=table`` the scribes' shared device. Who has
    not seen what is agreed on candour sees that first.
    """
    actor = current_actor()
    review = the_review(network, handle)
    require(actor, Permission.ENTER_ROOM, review)
    view = _view(request.args.get("view", ""))
    path = record_path(review)
    if not door.has_seen(actor, review):
        return render_template("reviews/room_door.html", review=review, path=path, view=view, agreed=agreed(review))
    if view == "table" and not seatings(actor, review) & SCRIBES:
        view = ""
    return render_template(VIEWS.get(view, WHOLE), path=path, **_parts(actor, review, view or "room"))


@blueprint.post("/<network>/reviews/<handle>/room/enter")
@requires(Permission.ENTER_ROOM)
def enter(network: str, handle: str) -> ResponseReturnValue:
    """Through the door: what is agreed was seen."""
    view = _view(request.form.get("view", ""))
    with unit_of_work():
        review = the_review(network, handle)
        door.see(current_actor(), review)
        return to_record(review, f"/room?view={view}" if view else "/room")


def _view(wanted: str) -> str:
    """One of the narrow views, or "" for the whole room."""
    return wanted if wanted in VIEWS else ""


def _parts(actor: Actor, review: Review, view: str) -> dict[str, object]:
    """What the templates of the room draw."""
    chapters = chapters_of(actor, review)
    return {
        "review": review,
        "config": script_config(actor, review, view, chapters),
        "phases": phases_of(review),
        "guided": review.mode == Mode.GUIDED,
        "chapters": chapters,
        "pages": [] if chapters else queries.plan_pages(actor, review),
        "tasks": tasks_of(actor, review, chapters),
        "voices": sorted(voices(review).values(), key=lambda voice: voice.name),
        "roles": SEATINGS,
        "note_kinds": NOTE_KINDS,
        "agreed": agreed(review),
    }

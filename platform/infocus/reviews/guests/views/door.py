"""The guest's side of a review: the door, the waiting room, the way out."""

from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from infocus.accounts.views.doors import Door, own_data
from infocus.core.permissions import Permission
from infocus.core.web.guard import requires
from infocus.records.urls import record_path
from infocus.reviews.guests import queries
from infocus.reviews.guests.models import Guest, GuestLink
from infocus.reviews.guests.services import arriving
from infocus.reviews.views.common import blueprint
from infocus.reviews.vocabulary import ReviewState
from infocus.reviews.words import SEATINGS


def _way_in(guest: Guest) -> str:
    path = record_path(guest.review)
    return f"{path}/room" if guest.review.state == ReviewState.LIVE else path


def _about(link: GuestLink) -> dict[str, object]:
    return {"review": link.review, "role": SEATINGS[link.role]}


DOOR = Door(
    name="guest",
    visit="reviews.visit",
    folder="reviews/guests",
    by_key=queries.by_key,
    guest_of=queries.guest_of,
    is_let_in=lambda person_id: bool(queries.guest_keys(person_id)),
    place=lambda row: str(row.review_id),
    arrive=arriving.arrive,
    go=arriving.go,
    way_in=_way_in,
    about=_about,
    left=_l("You have left. What you wrote stays under your name."),
)


@blueprint.route("/guest/<key>", methods=["GET", "POST"])
@requires(Permission.OPEN_PAGE)
def door(key: str) -> ResponseReturnValue:
    """Say who you are and wait."""
    return DOOR.open(key)


@blueprint.get("/visit")
@requires(Permission.OPEN_PAGE)
def visit() -> ResponseReturnValue:
    """Where a guest stands."""
    return DOOR.wait()


@blueprint.get("/visit/state")
@requires(Permission.OPEN_PAGE)
def visit_state() -> ResponseReturnValue:
    """For the waiting page."""
    return DOOR.state()


@blueprint.get("/visit/data.json")
@requires(Permission.OPEN_PAGE)
def visit_data() -> ResponseReturnValue:
    """What is held about the guest who asks."""
    return own_data()


@blueprint.post("/visit/leave")
@requires(Permission.OPEN_PAGE)
def leave_visit() -> ResponseReturnValue:
    """Leave for good."""
    return DOOR.leave()

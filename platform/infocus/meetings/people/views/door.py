"""The guest's side of a meeting: the door, the waiting room, the way out."""

from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from infocus.accounts.views.doors import Door, own_data
from infocus.core.permissions import Permission
from infocus.core.web.guard import requires
from infocus.meetings.people import guests
from infocus.meetings.people.services import guesting
from infocus.meetings.views import blueprint
from infocus.records.urls import record_path

DOOR = Door(
    name="meeting",
    visit="meetings.meeting_visit",
    folder="meetings/people",
    by_key=guests.by_key,
    guest_of=guests.guest_of,
    is_let_in=lambda person_id: bool(guests.guest_keys(person_id)),
    place=lambda row: str(row.meeting_id),
    arrive=guesting.arrive,
    go=guesting.go,
    way_in=lambda guest: record_path(guest.meeting),
    about=lambda link: {"meeting": link.meeting},
    left=_l("You have left."),
)


@blueprint.route("/meeting-guest/<key>", methods=["GET", "POST"])
@requires(Permission.OPEN_PAGE)
def guest_door(key: str) -> ResponseReturnValue:
    """Say who you are and wait."""
    return DOOR.open(key)


@blueprint.get("/meeting-visit")
@requires(Permission.OPEN_PAGE)
def meeting_visit() -> ResponseReturnValue:
    """Where a guest stands."""
    return DOOR.wait()


@blueprint.get("/meeting-visit/state")
@requires(Permission.OPEN_PAGE)
def meeting_visit_state() -> ResponseReturnValue:
    """For the waiting page."""
    return DOOR.state()


@blueprint.get("/meeting-visit/data.json")
@requires(Permission.OPEN_PAGE)
def meeting_visit_data() -> ResponseReturnValue:
    """What is held about the guest who asks."""
    return own_data()


@blueprint.post("/meeting-visit/leave")
@requires(Permission.OPEN_PAGE)
def leave_meeting() -> ResponseReturnValue:
    """Leave for good."""
    return DOOR.leave()

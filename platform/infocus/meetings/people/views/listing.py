"""The list of a meeting's people, and what whoever runs the meeting does with it."""

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import ngettext

from infocus.core.actor import Actor
from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.core.forms import options
from infocus.core.permissions import Permission, allows, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.meetings.models import Coming, Meeting
from infocus.meetings.people import queries
from infocus.meetings.people.days import NEEDS_KEPT
from infocus.meetings.people.forms import MembersForm
from infocus.meetings.people.policy import may_see_list
from infocus.meetings.people.services import answering, inviting
from infocus.meetings.people.services.seating import seats_left
from infocus.meetings.people.words import COMING_WORDS, OWN_WORDS
from infocus.meetings.views import blueprint
from infocus.meetings.views.common import the_meeting
from infocus.networks.queries import members_of, partners_of
from infocus.records.panels import Panel, record_panel
from infocus.records.urls import record_path

SHOWN = 12


@record_panel(Meeting, 10)
def people_panel(actor: Actor, meeting: Meeting) -> Panel | None:
    """Who comes or was there, for members of the network; one's own invitation with it."""
    if not may_see_list(actor, meeting):
        return None
    manages = allows(actor, Permission.EDIT_MEETING, meeting)
    counts = queries.counts(meeting)
    own = queries.own_place(meeting, actor.person)
    if not counts["all"] and not manages:
        return None
    page = queries.listed(actor, meeting, Coming.YES, limit=SHOWN)
    context = {
        "people": page.items,
        "counts": counts,
        "manages": manages,
        "own": own if own is not None and answering.may_answer(meeting) else None,
        "words": OWN_WORDS,
    }
    return Panel("meetings/people/panel.html", context, "aside")


@blueprint.get("/<network>/meetings/<handle>/people")
@requires(Permission.READ_RECORD)
def people(network: str, handle: str) -> ResponseReturnValue:
    """The list by name: who comes for members, everybody with what they said for who runs the meeting."""
    meeting, actor = the_meeting(network, handle), current_actor()
    if not may_see_list(actor, meeting):
        raise NotFound
    manages = allows(actor, Permission.EDIT_MEETING, meeting)
    said = request.args.get("said", "") if manages else Coming.YES.value
    page = queries.listed(actor, meeting, said, request.args.get("cursor"))
    return render_template(
        "meetings/people/people.html",
        meeting=meeting,
        path=record_path(meeting),
        page=page,
        said=said,
        counts=queries.counts(meeting),
        manages=manages,
        uninvited=len(queries.uninvited(meeting)) if manages else 0,
        left=seats_left(meeting),
        needs=queries.needs_count(meeting) if allows(actor, Permission.READ_NEEDS, meeting) else None,
        words=COMING_WORDS,
    )


@blueprint.route("/<network>/meetings/<handle>/people/add", methods=["GET", "POST"])
@requires(Permission.EDIT_MEETING)
def add_people(network: str, handle: str) -> ResponseReturnValue:
    """Put people of the network on the list: by name, by city, or all."""
    meeting, actor = _managed(network, handle), current_actor()
    form = MembersForm()
    form.cities.choices = options((each.id, each.label) for each in partners_of(meeting.network))
    members = {member.person_id: member for member in members_of(actor, meeting.network)}
    form.people.choices = options((key, f"{each.name}, {each.city}".strip(", ")) for key, each in members.items())
    if form.validate_on_submit():
        with unit_of_work():
            chosen = form.people.data or [], form.cities.data or [], bool(form.whole.data)
            added = inviting.add_members(actor, the_meeting(network, handle), *chosen)
        flash(ngettext("One person is on the list now.", "%(num)d more people are on the list now.", added), "success")
        return redirect(f"{record_path(the_meeting(network, handle))}/people", 303)
    page = render_template("meetings/people/add.html", meeting=meeting, path=record_path(meeting), form=form)
    return page, 422 if form.errors else 200


@blueprint.post("/<network>/meetings/<handle>/people/invite")
@requires(Permission.EDIT_MEETING)
def invite_people(network: str, handle: str) -> ResponseReturnValue:
    """Write to everybody on the list who was not written to."""
    try:
        with unit_of_work():
            sent, silent = inviting.invite(current_actor(), the_meeting(network, handle))
    except Conflict as error:
        flash(error.message, "error")
    else:
        flash(ngettext("One invitation goes out.", "%(num)d invitations go out.", sent), "success")
        if silent:
            flash(ngettext("One person has no address: ask them by hand.",
                           "%(num)d people have no address: ask them by hand.", silent), "error")  # fmt: skip
    return _back(network, handle)


@blueprint.post("/<network>/meetings/<handle>/people/<participant_id>/<any(yes,no,remove):deed>")
@requires(Permission.EDIT_MEETING)
def change_person(network: str, handle: str, participant_id: str, deed: str) -> ResponseReturnValue:
    """Note what somebody said, or take them off the list."""
    actor = current_actor()
    try:
        with unit_of_work():
            meeting = the_meeting(network, handle)
            if deed == "remove":
                inviting.remove(actor, meeting, participant_id)
            else:
                answering.set_coming(actor, meeting, participant_id, deed)
    except NotFound:  # somebody else has taken them off meanwhile
        _managed(network, handle)
    except (Conflict, Invalid) as error:
        flash(error.message, "error")
    return _back(network, handle)


@blueprint.get("/<network>/meetings/<handle>/people/needs")
@requires(Permission.READ_NEEDS)
def needs(network: str, handle: str) -> ResponseReturnValue:
    """What people eat and need: for the host's coordinator and the lead."""
    meeting = the_meeting(network, handle)
    page = render_template(
        "meetings/people/needs.html",
        meeting=meeting,
        path=record_path(meeting),
        needs=queries.needs_of(current_actor(), meeting),
        days=NEEDS_KEPT.days,
    )
    return page, {"Cache-Control": "no-store"}


def _managed(network: str, handle: str) -> Meeting:
    meeting = the_meeting(network, handle)
    require(current_actor(), Permission.EDIT_MEETING, meeting)
    return meeting


def _back(network: str, handle: str) -> ResponseReturnValue:
    return redirect(f"{record_path(the_meeting(network, handle))}/people", 303)

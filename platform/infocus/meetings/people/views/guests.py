"""The host's side of guests: links with their codes, who waits, who is here."""

from flask import Response, flash, redirect, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.accounts.guests import GuestState
from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.core.permissions import Permission, require
from infocus.core.qr import qr_svg
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.core.web.links import absolute
from infocus.meetings.models import Meeting
from infocus.meetings.people import guests
from infocus.meetings.people.forms import GuestLinkForm
from infocus.meetings.people.models import MeetingGuestLink
from infocus.meetings.people.services import guesting
from infocus.meetings.views import blueprint
from infocus.meetings.views.common import the_meeting
from infocus.records.urls import record_path

DECISIONS = {"admit": GuestState.ADMITTED, "refuse": GuestState.REFUSED, "show-out": GuestState.GONE}
SECRET = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}


@blueprint.get("/<network>/meetings/<handle>/guests")
@requires(Permission.EDIT_MEETING)
def meeting_guests(network: str, handle: str) -> ResponseReturnValue:
    """The links that work, who waits, who was let in."""
    return _page(the_meeting(network, handle), GuestLinkForm(formdata=None))


@blueprint.post("/<network>/meetings/<handle>/guests")
@requires(Permission.EDIT_MEETING)
def make_meeting_link(network: str, handle: str) -> ResponseReturnValue:
    """A new link; its page shows the code."""
    actor, form = current_actor(), GuestLinkForm()
    require(actor, Permission.EDIT_MEETING, the_meeting(network, handle))
    try:
        if form.validate():
            with unit_of_work():
                meeting = the_meeting(network, handle)
                typed = (form.label.data or "").strip(), (form.last_day.data or "").strip()
                target = f"{record_path(meeting)}/guests/{guesting.make_link(actor, meeting, *typed).id}"
            return redirect(target, 303)
    except (Invalid, Conflict) as error:
        form.take_errors(error if isinstance(error, Invalid) else Invalid(error.message))
    return _page(the_meeting(network, handle), form, 422)


@blueprint.get("/<network>/meetings/<handle>/guests/<link_id>")
@requires(Permission.EDIT_MEETING)
def meeting_link(network: str, handle: str, link_id: str) -> ResponseReturnValue:
    """One link, large enough for the projector and for paper."""
    meeting = the_meeting(network, handle)
    link = guests.get_link(current_actor(), meeting, link_id)
    page = render_template(
        "meetings/people/guest_link.html", meeting=meeting, path=record_path(meeting), link=link, address=_address(link)
    )
    return page, SECRET


@blueprint.get("/<network>/meetings/<handle>/guests/<link_id>/code.svg")
@requires(Permission.EDIT_MEETING)
def meeting_code(network: str, handle: str, link_id: str) -> ResponseReturnValue:
    """The link as a QR code."""
    link = guests.get_link(current_actor(), the_meeting(network, handle), link_id)
    return Response(qr_svg(_address(link)), mimetype="image/svg+xml", headers={"Cache-Control": "no-store"})


@blueprint.post("/<network>/meetings/<handle>/guests/<link_id>/revoke")
@requires(Permission.EDIT_MEETING)
def revoke_meeting_link(network: str, handle: str, link_id: str) -> ResponseReturnValue:
    """Take a link back."""
    try:
        with unit_of_work():
            guesting.revoke(current_actor(), the_meeting(network, handle), link_id)
        flash(_("The link does not work any more; who came by it has left."), "success")
    except NotFound:  # taken back already
        require(current_actor(), Permission.EDIT_MEETING, the_meeting(network, handle))
    return _back(network, handle)


@blueprint.post("/<network>/meetings/<handle>/guests/<guest_id>/<any(admit,refuse,'show-out',forget):deed>")
@requires(Permission.EDIT_MEETING)
def decide_meeting_guest(network: str, handle: str, guest_id: str, deed: str) -> ResponseReturnValue:
    """Let somebody in, or not; show them out; erase their name."""
    actor = current_actor()
    try:
        with unit_of_work():
            meeting = the_meeting(network, handle)
            if deed == "forget":
                guesting.forget(actor, meeting, guest_id)
            else:
                guesting.decide(actor, meeting, guest_id, DECISIONS[deed])
    except Conflict as error:
        flash(error.message, "error")
    return _back(network, handle)


def _page(meeting: Meeting, form: GuestLinkForm, status: int = 200) -> ResponseReturnValue:
    every = guests.of_meeting(meeting.id, *GuestState)
    page = render_template(
        "meetings/people/guests.html",
        meeting=meeting,
        path=record_path(meeting),
        form=form,
        links=guests.links(current_actor(), meeting),
        open=guests.takes_guests(meeting),
        waiting=[each for each in every if each.state == GuestState.WAITING],
        here=[each for each in every if each.state == GuestState.ADMITTED and guests.works(each.link)],
        gone=[
            each
            for each in every
            if each.state in {GuestState.REFUSED, GuestState.GONE}
            or (each.state == GuestState.ADMITTED and not guests.works(each.link))
        ],
    )
    return page, status


def _address(link: MeetingGuestLink) -> str:
    return absolute("meetings.guest_door", key=guesting.key_of(link))


def _back(network: str, handle: str) -> ResponseReturnValue:
    return redirect(f"{record_path(the_meeting(network, handle))}/guests", 303)

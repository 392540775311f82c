"""Who was there: ticked on a phone, on paper to sign, as a table for the audit."""

from typing import Any

from flask import Response, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import db, unit_of_work
from infocus.core.errors import Invalid
from infocus.core.limits import limits
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.engines.bound import engines
from infocus.meetings.models import Meeting
from infocus.meetings.people import queries
from infocus.meetings.people.days import days_of_meeting, today
from infocus.meetings.people.papers import attendance_paper
from infocus.meetings.people.services import attending
from infocus.meetings.services import partner_of
from infocus.meetings.views import blueprint
from infocus.meetings.views.common import partner_choices, the_meeting
from infocus.networks.views.tables import csv_answer
from infocus.records.urls import record_path

PRINTS = "20/10 minutes"


@blueprint.get("/<network>/meetings/<handle>/attendance")
@requires(Permission.EDIT_MEETING)
def attendance(network: str, handle: str) -> ResponseReturnValue:
    """The tick list of one day: today's, where the meeting is under way."""
    return _page(_managed(network, handle), request.args.get("day", ""))


@blueprint.post("/<network>/meetings/<handle>/attendance")
@requires(Permission.EDIT_MEETING)
def tick_attendance(network: str, handle: str) -> ResponseReturnValue:
    """Keep what was ticked otherwise than shown; somebody else who came is put on the list."""
    meeting, actor, day = _managed(network, handle), current_actor(), request.form.get("day", "")
    seen, here = set(request.form.getlist("seen")), set(request.form.getlist("here"))
    shown = set(request.form.getlist("shown"))
    changes = {each: each in here for each in shown if (each in here) != (each in seen)}
    name = request.form.get("name", "")
    try:
        with unit_of_work():
            meeting = the_meeting(network, handle)
            attending.tick(actor, meeting, day, changes)
            if name.strip():
                partner = partner_of(meeting.network, request.form.get("partner"))
                attending.came_anyway(actor, meeting, day, name, request.form.get("city", ""), partner)
    except Invalid as error:
        return _page(the_meeting(network, handle), day, error.message, here, request.form)
    flash(_("Kept."), "success")
    return redirect(f"{record_path(the_meeting(network, handle))}/attendance?day={day}", 303)


@blueprint.get("/<network>/meetings/<handle>/attendance.pdf")
@requires(Permission.EDIT_MEETING)
def attendance_pdf(network: str, handle: str) -> ResponseReturnValue:
    """The list to sign, as a tagged PDF."""
    meeting = _managed(network, handle)
    limits().hit(PRINTS, "attendance", current_actor().person)
    paper = attendance_paper(meeting)
    db.session.remove()  # nothing of the database is held while the child works
    pdf = engines().typesetter.pdf(paper)
    headers = {"Content-Disposition": f'inline; filename="attendance-{handle[:26]}.pdf"', "Cache-Control": "no-store"}
    return Response(pdf, mimetype="application/pdf", headers=headers)


@blueprint.get("/<network>/meetings/<handle>/attendance.csv")
@requires(Permission.EDIT_MEETING)
def attendance_csv(network: str, handle: str) -> ResponseReturnValue:
    """Who was there on which day, after the fact. Never what anybody eats or needs."""
    meeting = _managed(network, handle)
    days, there = days_of_meeting(meeting), queries.attendance(meeting)
    heads: list[object] = [_("Name"), _("City"), _("Organisation"), *(day for day, _date in days)]
    rows = [
        [
            row.shown_name,
            row.shown_city,
            row.organisation,
            *(_("yes") if day in there[row.id] else "" for day, _d in days),
        ]
        for row in queries.was_there(meeting)
    ]
    return csv_answer(f"attendance-{meeting.starts}", [heads, *rows])


def _managed(network: str, handle: str) -> Meeting:
    meeting = the_meeting(network, handle)
    require(current_actor(), Permission.EDIT_MEETING, meeting)
    return meeting


def _page(
    meeting: Meeting, day: str, problem: str = "", here: set[str] | None = None, typed: Any = None
) -> ResponseReturnValue:
    days = days_of_meeting(meeting)
    keys = [key for key, _date in days]
    now = today(meeting).isoformat()
    day = day if day in keys else now if now in keys else keys[0]
    noted = {key for key, on in queries.attendance(meeting).items() if day in on}
    people = queries.expected(meeting)
    there = [row for row in queries.was_there(meeting) if row.id not in {each.id for each in people}]
    page = render_template(
        "meetings/people/attendance.html",
        meeting=meeting,
        path=record_path(meeting),
        days=days,
        day=day,
        people=[*people, *there],
        noted=noted,
        here=noted if here is None else here,
        partners=partner_choices(meeting.network_id),
        problem=problem,
        typed=typed or {},
    )
    return page, 422 if problem else 200

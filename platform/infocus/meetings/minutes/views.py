"""The page on which minutes are written: together and at once with its script, as a plain form without."""

from collections.abc import Mapping

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid, TooLarge
from infocus.core.forms import Form
from infocus.core.numbers import whole
from infocus.core.permissions import Permission, allows, require
from infocus.core.text import clean
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.meetings.agreed.queries import carried_into, days_late, people_of
from infocus.meetings.minutes import services
from infocus.meetings.minutes.paper import LARGEST, MOST, Paper
from infocus.meetings.minutes.sections import sections_in
from infocus.meetings.models import Meeting
from infocus.meetings.views import blueprint
from infocus.meetings.views.common import partner_choices, the_meeting
from infocus.records.urls import record_path

FIELD = "text-"


class WriteForm(Form):
    """Nothing but the token: there are as many fields as the programme has sessions."""


@blueprint.route("/<network>/meetings/<handle>/minutes", methods=["GET", "POST"])
@requires(Permission.WRITE_MINUTES)
def minutes(network: str, handle: str) -> ResponseReturnValue:
    """Write the minutes. What a plain form brings is merged with what others wrote since it was opened."""
    require(current_actor(), Permission.WRITE_MINUTES, the_meeting(network, handle))
    form, typed, status = WriteForm(), None, 200
    if form.is_submitted():
        typed = {name.removeprefix(FIELD): text for name, text in request.form.items() if name.startswith(FIELD)}
        if form.validate():
            try:
                target = _keep(network, handle, typed)
            except (Invalid, TooLarge) as error:
                status = 422
                form.form_errors.append(str(error))
            except Conflict as error:
                status = 409
                form.form_errors.append(f"{error} {_('The form holds yours; save again to replace what is there.')}")
            else:
                flash(_("The minutes are saved."), "success")
                return redirect(target, 303)
    return _page(the_meeting(network, handle), form, typed), status if typed is None or status != 200 else 422


def _keep(network: str, handle: str, typed: Mapping[str, str]) -> str:
    """Store what the form holds; where the page goes then."""
    try:
        texts = {key: clean(text) for key, text in typed.items()}
    except ValueError:
        raise Invalid(_("This text holds control characters; please type it again.")) from None
    with unit_of_work():
        meeting = the_meeting(network, handle)
        services.write_sections(current_actor(), meeting, texts, whole(request.form.get("seq")) or 0)
        services.settle(meeting.id)
        return f"{record_path(meeting)}#mi"


def _page(meeting: Meeting, form: WriteForm, typed: Mapping[str, str] | None) -> str:
    with unit_of_work():
        row = services.paper_of(meeting)
        seq, paper = row.seq, Paper(row.state)
    texts = {**paper.texts(), **(typed or {})}
    actor, path, sections = current_actor(), record_path(meeting), sections_in(meeting, texts)
    return render_template(
        "meetings/minutes/write.html",
        form=form,
        meeting=meeting,
        path=path,
        seq=seq,
        sections=sections,
        carried=carried_into(actor, meeting),
        late=days_late,
        may=lambda action: allows(actor, Permission.WRITE_MINUTES, action.meeting),
        record_path=record_path,
        contents=[(f"s-{each.key}", each.title) for each in sections],
        partners=partner_choices(meeting.network_id),
        people=people_of(meeting.network_id),
        config={
            "meeting": meeting.id,
            "person": actor.person,
            "marked": f"{path}/marked",
            "most": MOST,
            "largest": LARGEST,
            "words": words(),
        },
    )


def words() -> dict[str, str]:
    """What the page's script says."""
    return {
        "live": _("Everything is saved."),
        "saving": _("Saving…"),
        "offline": _("No connection. What you write is kept here and goes out by itself."),
        "refused": _("The server did not take this: {why}"),
        "full": _("The minutes are full: {most} characters fit. What is over that is kept here only."),
        "signed_out": _("You were signed out. What you wrote is kept here; sign in again in another window."),
        "rights_lost": _("You may not write these minutes any more. What was not sent is kept here."),
        "writes": _("{name} writes here"),
        "not_kept": _("Could not be noted: {why}"),
    }

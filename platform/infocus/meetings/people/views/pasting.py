"""People pasted from a spreadsheet: shown first, then kept."""

from collections import Counter

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.meetings.models import Meeting
from infocus.meetings.people.forms import PasteForm
from infocus.meetings.people.pasted import MOST_ROWS, Pasted, read
from infocus.meetings.people.services.inviting import Checked, Fate, add_pasted, checked
from infocus.meetings.views import blueprint
from infocus.meetings.views.common import the_meeting
from infocus.records.urls import record_path

SHOWN = 200
"""Rows of each kind that the preview shows; the rest is counted."""


@blueprint.route("/<network>/meetings/<handle>/people/paste", methods=["GET", "POST"])
@requires(Permission.EDIT_MEETING)
def paste_people(network: str, handle: str) -> ResponseReturnValue:
    """Read what was pasted and show what would be kept; keep it when ``keep`` is pressed under the preview."""
    actor, meeting = current_actor(), the_meeting(network, handle)
    require(actor, Permission.EDIT_MEETING, meeting)
    form = PasteForm()
    if not form.validate_on_submit():
        return _page(meeting, form, None, ())
    pasted = read(form.rows.data or "")
    try:
        _check(pasted)
        if not request.form.get("keep"):
            return _page(meeting, form, pasted, checked(actor, meeting, pasted))
        with unit_of_work():
            rows = add_pasted(actor, the_meeting(network, handle), pasted)
    except (Conflict, Invalid) as error:
        form.take_errors(error if isinstance(error, Invalid) else Invalid(error.message))
        return _page(the_meeting(network, handle), form, None, ())
    _say(rows)
    return redirect(f"{record_path(the_meeting(network, handle))}/people", 303)


def _check(pasted: Pasted) -> None:
    """Raise ``Invalid`` when nothing, or too much, can be read."""
    if pasted.unreadable:
        text = _("These cells cannot be told apart. Copy them in the spreadsheet and paste them again.")
        raise Invalid({"rows": text})
    if not pasted.rows:
        raise Invalid({"rows": _("There is no row with a name here.")})
    if pasted.more:
        every = len(pasted.rows) + pasted.more
        text = _("%(all)s rows; %(most)s fit at once. Paste them in parts.", all=every, most=MOST_ROWS)
        raise Invalid({"rows": text})


def _say(rows: list[Checked]) -> None:
    kept = sum(row.fate == Fate.NEW for row in rows)
    flash(ngettext("One person is on the list now.", "%(num)d more people are on the list now.", kept), "success")
    if len(rows) > kept:
        flash(ngettext("One row was left out: on the list already, or wrong.",
                       "%(num)d rows were left out: on the list already, or wrong.", len(rows) - kept))  # fmt: skip


def _page(
    meeting: Meeting, form: PasteForm, pasted: Pasted | None, rows: list[Checked] | tuple[()]
) -> ResponseReturnValue:
    marked = [row for row in rows if row.marked]
    plain = [row for row in rows if not row.marked]
    page = render_template(
        "meetings/people/paste.html",
        meeting=meeting,
        path=record_path(meeting),
        form=form,
        pasted=pasted,
        fates=Counter(row.fate.value for row in rows),
        marked=marked[:SHOWN],
        marked_more=len(marked[SHOWN:]),
        plain=plain[:SHOWN],
        plain_more=len(plain[SHOWN:]),
    )
    return page, 422 if form.errors or form.form_errors else 200

"""The page of a record's dates: what stands, what stood, what others say; and the form that corrects it."""

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, HiddenField, RadioField

from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid, Stale
from infocus.core.forms import Form, Limit, StatedDateField, Text, options
from infocus.core.permissions import Permission, allows
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.meetings.dating import services
from infocus.meetings.dating.queries import statements_of
from infocus.meetings.models import Meeting
from infocus.meetings.statements import Dated
from infocus.meetings.views import blueprint
from infocus.meetings.views.common import the_meeting, the_output
from infocus.records.addresses import expected_version
from infocus.records.urls import record_path

REPLACE, BESIDE = "replace", "beside"


class DateForm(Form):
    """A date and where it was read."""

    starts = StatedDateField(_l("First day"), description=_l("As it is stated: 2017, 2017-09 or 2017-09-13."))
    ends = StatedDateField(_l("Last day"))
    date_source = Text(_l("Where the date was read"), [Limit(200)])
    date_confirmed = BooleanField(_l("The date is confirmed"), default=True)
    act = RadioField(
        _l("What this is"),
        choices=options([(REPLACE, _l("The right date: it takes the place of the one above")),
                         (BESIDE, _l("What another source says: show both until somebody knows"))]),
        default=REPLACE,
    )  # fmt: skip
    version = HiddenField()

    def values(self) -> dict[str, object]:
        """What was typed."""
        texts = {name: self[name].data or "" for name in ("starts", "ends", "date_source")}
        return texts | {"date_confirmed": bool(self.date_confirmed.data)}


def _page(record: Dated, form: DateForm, status: int | None = None) -> ResponseReturnValue:
    page = render_template(
        "meetings/dating/dates.html",
        record=record,
        form=form,
        path=record_path(record),
        is_meeting=isinstance(record, Meeting),
        statements=statements_of(record.id),
        may=allows(current_actor(), services.permission_of(record), record),
    )
    return page, status or (422 if form.errors or form.form_errors else 200)


def _form(record: Dated) -> DateForm:
    return DateForm(data={"version": str(record.version), "act": REPLACE, "date_confirmed": True})


def _correct(network: str, handle: str, *, is_meeting: bool) -> ResponseReturnValue:
    find = the_meeting if is_meeting else the_output
    form = DateForm()
    if form.validate_on_submit():
        try:
            with unit_of_work():
                record = find(network, handle)
                if form.act.data == BESIDE:
                    services.note_other(current_actor(), record, form.values())
                else:
                    services.correct(current_actor(), record, form.values(), expected=expected_version())
                target = f"{record_path(record)}/dates"
        except Invalid as error:
            form.take_errors(error)
        except Stale:
            record = find(network, handle)
            form.version.data = str(record.version)
            form.form_errors.append(
                _("Somebody else changed this record meanwhile. Look at the date above, then send yours again.")
            )
            return _page(record, form, 409)
        else:
            flash(_("The date and its source are kept."), "success")
            return redirect(target, 303)
    return _page(find(network, handle), form)


@blueprint.get("/<network>/meetings/<handle>/dates")
@requires(Permission.READ_RECORD)
def meeting_dates(network: str, handle: str) -> ResponseReturnValue:
    """What is stated of a meeting's dates, by whom."""
    meeting = the_meeting(network, handle)
    return _page(meeting, _form(meeting))


@blueprint.post("/<network>/meetings/<handle>/dates")
@requires(Permission.EDIT_MEETING)
def correct_meeting_dates(network: str, handle: str) -> ResponseReturnValue:
    """Correct a meeting's dates, or note what another source says."""
    return _correct(network, handle, is_meeting=True)


@blueprint.get("/<network>/outputs/<handle>/dates")
@requires(Permission.READ_RECORD)
def output_dates(network: str, handle: str) -> ResponseReturnValue:
    """What is stated of an output's date, by whom."""
    output = the_output(network, handle)
    return _page(output, _form(output))


@blueprint.post("/<network>/outputs/<handle>/dates")
@requires(Permission.EDIT_OUTPUT)
def correct_output_dates(network: str, handle: str) -> ResponseReturnValue:
    """Correct an output's date, or note what another source says."""
    return _correct(network, handle, is_meeting=False)


def _decide(record: Dated, statement_id: str) -> str:
    services.decide(current_actor(), record, statement_id, holds=request.form.get("holds") == "1")
    return f"{record_path(record)}/dates"


@blueprint.post("/<network>/meetings/<handle>/dates/<statement_id>")
@requires(Permission.EDIT_MEETING)
def decide_meeting_dates(network: str, handle: str, statement_id: str) -> ResponseReturnValue:
    """Decide between two sources about a meeting."""
    with unit_of_work():
        target = _decide(the_meeting(network, handle), statement_id)
    return redirect(target, 303)


@blueprint.post("/<network>/outputs/<handle>/dates/<statement_id>")
@requires(Permission.EDIT_OUTPUT)
def decide_output_dates(network: str, handle: str, statement_id: str) -> ResponseReturnValue:
    """Decide between two sources about an output."""
    with unit_of_work():
        target = _decide(the_output(network, handle), statement_id)
    return redirect(target, 303)

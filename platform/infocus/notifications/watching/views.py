"""The list of what I watch; beginning, changing, ending a watch; the button on a record's page."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.actor import Actor
from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid
from infocus.core.paging import Page
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.back import own_path
from infocus.core.web.guard import requires
from infocus.networks.queries import networks_for
from infocus.notifications.views import blueprint
from infocus.notifications.watching import queries, services
from infocus.notifications.watching.forms import WatchForm
from infocus.notifications.watching.models import How, Subject
from infocus.notifications.watching.words import HOW_WORDS
from infocus.notifications.words import THEMES
from infocus.records.models import Record
from infocus.records.panels import Action, record_action
from infocus.records.queries import get_record
from infocus.records.urls import record_path
from infocus.vocabularies.registry import VOCABULARIES, unknown


@blueprint.get("/watching")
@requires(Permission.USE_ACCOUNT)
def watching() -> ResponseReturnValue:
    """What I watch, newest first, and a form to watch more."""
    actor = current_actor()
    page = queries.own_watches(actor, cursor=request.args.get("cursor"))
    form = _offered(WatchForm(formdata=None), actor)
    return _list(page, form)


@blueprint.post("/watching")
@requires(Permission.USE_ACCOUNT)
def begin_watching() -> ResponseReturnValue:
    """Watch a city, a network or a theme."""
    actor, form = current_actor(), _offered(WatchForm(), current_actor())
    subject, _colon, subject_id = (form.what.data or "").partition(":")
    try:
        if form.validate() and subject_id:
            with unit_of_work():
                how = services.how_of(form.how.data)
                services.watch(actor, services.subject_of(subject), subject_id, how)
            return redirect(url_for("notifications.watching"), 303)
        form.what.errors = [*form.what.errors, _("Choose one from the list.")]
    except Invalid as error:
        form.take_errors(error)
    return _list(queries.own_watches(actor), form), 422


@blueprint.post("/watching/<subject>/<subject_id>")
@requires(Permission.USE_ACCOUNT)
def change_watch(subject: str, subject_id: str) -> ResponseReturnValue:
    """Watch this, or change how its mail comes; ``how=off`` ends it."""
    actor, kind, how = current_actor(), services.subject_of(subject), request.form.get("how", "")
    with unit_of_work():
        if how == "off":
            services.unwatch(actor, kind, subject_id)
        else:
            services.watch(actor, kind, subject_id, services.how_of(how) if how else None)
    if how in {"", "off"} and "next" in request.form:  # the button on a page, which says the same as on a record's
        flash(
            _("You do not watch this any more.") if how else _("You watch this: you hear of what is new in it."),
            "success",
        )
    target = url_for("notifications.watching")
    return redirect(own_path(request.form.get("next"), target), 303)


@blueprint.post("/watching/record/<record_id>/turn")
@requires(Permission.USE_ACCOUNT)
def turn_watch(record_id: str) -> ResponseReturnValue:
    """The button on a record's page: watch it, or watch it no more."""
    actor = current_actor()
    with unit_of_work():
        record = get_record(actor, record_id, Record)
        if queries.watches(actor, record):
            services.unwatch(actor, Subject.RECORD, record.id)
            flash(_("You do not watch this any more."), "success")
        else:
            services.watch(actor, Subject.RECORD, record.id)
            flash(_("You watch this: you hear of new versions, comments and what is decided."), "success")
        path = record_path(record)
    return redirect(path, 303)


def watches_place(subject: str, subject_id: str) -> bool | None:
    """For templates: whether the reader watches this city, network or theme; ``None`` where nobody can."""
    actor = current_actor()
    if not actor.has_account or (subject == Subject.THEME and unknown(THEMES, (subject_id,))):
        return None
    row = queries.watch_of(actor, Subject(subject), subject_id)
    return row is not None and row.how != How.OFF


@record_action(Record, 95)
def watch_button(actor: Actor, record: Record) -> Action | None:
    """Watch, or stop watching."""
    if not actor.has_account:
        return None
    label = _("Stop watching") if queries.watches(actor, record) else _("Watch")
    return Action(label, url_for("notifications.turn_watch", record_id=record.id), "text", post=True)


def _list(page: Page[queries.Watched], form: WatchForm) -> str:
    return render_template("notifications/watching/index.html", page=page, form=form, hows=HOW_WORDS)


def _offered(form: WatchForm, actor: Actor) -> WatchForm:
    """Own networks with their cities, and the themes; what one watches already can be chosen again."""
    own, _others = networks_for(actor)
    form.what.choices = {
        _("Networks"): [(f"network:{network.id}", network.name) for network in own],
        **{network.name: [(f"partner:{partner.id}", partner.label) for partner in network.partners] for network in own},
        _("Themes"): [(f"theme:{code}", str(label)) for code, label in VOCABULARIES[THEMES].labels.items()],
    }
    return form

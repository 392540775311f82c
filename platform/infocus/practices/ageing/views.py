"""What waits for its city's word that it is still so, and the one press that gives it."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Stale
from infocus.core.permissions import Permission, allows
from infocus.core.web.actor import current_actor
from infocus.core.web.back import own_path
from infocus.core.web.guard import requires
from infocus.notifications.services import mark_path_read
from infocus.practices import workflow
from infocus.practices.ageing.queries import due_for
from infocus.practices.ageing.services import PATH
from infocus.practices.ageing.words import verified_ago
from infocus.practices.models import FRESH, Practice, PracticeState
from infocus.practices.views import blueprint
from infocus.practices.views.common import the_practice
from infocus.records.addresses import expected_version
from infocus.records.panels import Action, record_action
from infocus.records.urls import record_path


@blueprint.get("/practices/to-verify")
@requires(Permission.USE_ACCOUNT)
def to_verify() -> ResponseReturnValue:
    """One's own practices that were last verified a year ago or longer."""
    actor = current_actor()
    with unit_of_work():
        mark_path_read(actor, PATH)
    page = due_for(actor, cursor=request.args.get("cursor"))
    return render_template(
        "practices/ageing/list.html",
        page=page,
        record_path=record_path,
        verified_ago=verified_ago,
        older=url_for("practices.to_verify", cursor=page.next) if page.next else None,
    )


@blueprint.post("/<network>/practices/<handle>/verify")
@requires(Permission.SHARE_PRACTICE)
def verify(network: str, handle: str) -> ResponseReturnValue:
    """It is still so; back to the page or to the list it was pressed on."""
    practice = the_practice(network, handle)
    target = own_path(request.form.get("next"), record_path(practice))
    try:
        with unit_of_work():
            practice = the_practice(network, handle)
            workflow.verify(current_actor(), practice, expected=expected_version())
            title = practice.title
    except (Conflict, Stale):
        flash(_("The practice was changed in the meantime. Look at it again first."), "error")
        return redirect(record_path(the_practice(network, handle)), 303)
    flash(_("“%(title)s” counts as verified today.", title=title), "success")
    return redirect(target, 303)


@record_action(Practice, 30)
def verify_button(actor: Actor, practice: Practice) -> Action | None:
    """The press on the practice's page, once it is a year old or marked."""
    if practice.state not in {PracticeState.PUBLISHED, PracticeState.NEEDS_VERIFICATION}:
        return None
    last = practice.verified_at or practice.validated_at or practice.published_at
    is_due = practice.state == PracticeState.NEEDS_VERIFICATION or (last is not None and clock.now() - last > FRESH)
    if not is_due or not allows(actor, Permission.SHARE_PRACTICE, practice):
        return None
    return Action(_("It is still so"), f"{record_path(practice)}/verify", "primary", post=True)

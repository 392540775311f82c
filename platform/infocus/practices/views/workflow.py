"""The workflow's buttons: submit, publish, withdraw, bring back."""

from collections.abc import Callable

from flask import flash, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.practices import workflow
from infocus.practices.models import Practice
from infocus.practices.views import blueprint
from infocus.practices.views.common import the_practice
from infocus.records.addresses import expected_version, to_record


def _do(network: str, handle: str, act: Callable[[Practice], object], done: str) -> ResponseReturnValue:
    """Run one step; what is wrong is said on the practice's page."""
    try:
        with unit_of_work():
            practice = the_practice(network, handle)
            act(practice)
    except (Invalid, Conflict) as error:
        flash(str(error), "error")
        return to_record(the_practice(network, handle), "#steps")
    flash(done, "success")
    return to_record(the_practice(network, handle))


@blueprint.post("/<network>/practices/<handle>/submit")
@requires(Permission.SUBMIT_PRACTICE)
def submit(network: str, handle: str) -> ResponseReturnValue:
    """Ask for validation."""
    actor, version = current_actor(), expected_version()
    done = _("Submitted. The experts of the network have been told.")
    return _do(network, handle, lambda practice: workflow.submit(actor, practice, expected=version), done)


@blueprint.post("/<network>/practices/<handle>/publish")
@requires(Permission.SHARE_PRACTICE)
def publish(network: str, handle: str) -> ResponseReturnValue:
    """Share it with the audience chosen."""
    actor, wanted, version = current_actor(), request.form.get("visibility"), expected_version()
    done = _("Published.")
    return _do(network, handle, lambda practice: workflow.publish(actor, practice, wanted, expected=version), done)


@blueprint.post("/<network>/practices/<handle>/withdraw")
@requires(Permission.WITHDRAW_PRACTICE)
def withdraw(network: str, handle: str) -> ResponseReturnValue:
    """Take it back, with the reason."""
    actor, reason, version = current_actor(), request.form.get("reason", ""), expected_version()
    done = _("Withdrawn. The reason stays with it.")
    return _do(network, handle, lambda practice: workflow.withdraw(actor, practice, reason, expected=version), done)


@blueprint.post("/<network>/practices/<handle>/bring-back")
@requires(Permission.SHARE_PRACTICE)
def bring_back(network: str, handle: str) -> ResponseReturnValue:
    """Take a withdrawal back."""
    actor, version = current_actor(), expected_version()
    done = _("It is back. Look at it again, and say whether it is still so.")
    return _do(network, handle, lambda practice: workflow.bring_back(actor, practice, expected=version), done)

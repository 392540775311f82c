"""The page of a practice's versions, and the button that brings one back."""

from collections.abc import Mapping
from typing import Any

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from infocus.core.db import unit_of_work
from infocus.core.errors import NotAllowed, NotFound
from infocus.core.i18n import VISIBILITY_WORDS
from infocus.core.numbers import whole
from infocus.core.permissions import Permission, allows
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.practices.approval.words import READERS
from infocus.practices.revisions import queries
from infocus.practices.services import restore_revision
from infocus.practices.views import blueprint
from infocus.practices.views.common import the_practice
from infocus.records.addresses import expected_version
from infocus.records.urls import record_path

ACTS: Mapping[str, Any] = {
    "practices.submit": _l("submitted it for validation"),
    "practices.ask-changes": _l("asked for changes"),
    "practices.validate": _l("validated it"),
    "practices.publish": _l("published it for %(audience)s"),
    "practices.verify": _l("said that it is still so"),
    "practices.withdraw": _l("withdrew it"),
    "practices.bring-back": _l("brought it back"),
    "practices.ask-approval": _l("asked %(name)s whether %(audience)s may read it"),
    "practices.unask-approval": _l("took the question to %(name)s back"),
    "practices.approve": _l("approved version %(revision)s for %(audience)s"),
    "practices.send-back": _l("sent version %(revision)s back"),
    "practices.age": _l("nobody said whether it is still so"),
}


@blueprint.get("/<network>/practices/<handle>/history")
@requires(Permission.READ_RECORD)
def history(network: str, handle: str) -> ResponseReturnValue:
    """All versions, what changed between two of them, and what happened besides."""
    actor, practice = current_actor(), the_practice(network, handle)
    try:
        page = queries.history(actor, practice, cursor=request.args.get("cursor"))
    except NotAllowed:
        raise NotFound from None  # old words may be narrower than the record: who may not read them learns nothing
    newest = queries.latest_number(practice)
    new = queries.version(actor, practice, whole(request.args.get("number")) or newest) or page.items[0]
    old = queries.version(actor, practice, whole(request.args.get("against")) or new.number - 1)
    path = record_path(practice)
    return render_template(
        "practices/history.html",
        practice=practice,
        rows=page.items,
        older=f"{path}/history?cursor={page.next}" if page.next else None,
        new=new,
        old=old,
        newest=newest,
        changes=queries.compared(actor, practice, old, new) if old else None,
        happened=[(entry, _said(entry.action, entry.detail), person) for entry, person in queries.happened(practice)],
        may_edit=allows(actor, Permission.EDIT_PRACTICE, practice),
        path=path,
    )


def _said(action: str, detail: Mapping[str, Any]) -> str:
    """An act in words."""
    words = {**detail, "audience": {**VISIBILITY_WORDS, **READERS}.get(detail.get("audience", ""), "")}
    said = ACTS.get(action)
    return str(said) % {"name": "", "revision": "", **words} if said else action


@blueprint.post("/<network>/practices/<handle>/restore/<int:number>")
@requires(Permission.EDIT_PRACTICE)
def restore(network: str, handle: str, number: int) -> ResponseReturnValue:
    """Bring an earlier version back, as a new one."""
    with unit_of_work():
        practice = the_practice(network, handle)
        restore_revision(current_actor(), practice, number, expected=expected_version())
        target = record_path(practice)
    flash(_("Version %(number)s is back. The one before is in the history.", number=number), "success")
    return redirect(target, 303)

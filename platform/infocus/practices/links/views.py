"""Links of a practice, from the editor: found by title while one types, or by a pasted address."""

from flask import flash, jsonify, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid, NotFound
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.library.labels import type_label
from infocus.practices.links import queries
from infocus.practices.links.services import link_practice, unlink_practice
from infocus.practices.models import Practice
from infocus.practices.views import blueprint
from infocus.practices.views.common import the_practice
from infocus.records.addresses import to_record
from infocus.records.models import Record
from infocus.records.urls import record_path


@blueprint.post("/<network>/practices/<handle>/links")
@requires(Permission.EDIT_PRACTICE)
def add_link(network: str, handle: str) -> ResponseReturnValue:
    """Link a record: of an address, or the only one with these words in its title; several are offered."""
    actor, words = current_actor(), request.form.get("link", "").strip()
    practice = the_practice(network, handle)
    require(actor, Permission.EDIT_PRACTICE, practice)
    try:
        with unit_of_work():
            practice = the_practice(network, handle)
            target = _meant(practice, words)
            if target is not None:
                link_practice(actor, practice, target)
    except Invalid as error:
        flash(str(error), "error")
        target = None
    if target is None:
        practice = the_practice(network, handle)
        return redirect(url_for("practices.edit", network=network, handle=handle, link=words[:200]) + "#links", 303)
    flash(_("Linked to “%(title)s”.", title=target.title), "success")
    return to_record(practice, "/edit#links")


@blueprint.post("/<network>/practices/<handle>/links/<target_id>/remove")
@requires(Permission.EDIT_PRACTICE)
def remove_link(network: str, handle: str, target_id: str) -> ResponseReturnValue:
    """Take a link away."""
    with unit_of_work():
        practice = the_practice(network, handle)
        unlink_practice(current_actor(), practice, target_id)
    return to_record(practice, "/edit#links")


@blueprint.get("/<network>/practices/<handle>/links/find")
@requires(Permission.EDIT_PRACTICE)
def find_links(network: str, handle: str) -> ResponseReturnValue:
    """Records with these words in their title, for the list under the field."""
    practice = the_practice(network, handle)
    require(current_actor(), Permission.EDIT_PRACTICE, practice)
    offers = queries.found(current_actor(), practice, request.args.get("q", ""))
    return jsonify(found=[{"title": each.title, "kind": type_label(each.type), "id": each.id} for each in offers])


def _meant(practice: Practice, words: str) -> Record | None:
    """The one record that is meant; ``None`` where several could be. Raises ``Invalid`` where there is none."""
    actor = current_actor()
    if not words:
        raise Invalid(_("Type a title or paste an address first."))
    try:
        at = queries.at_address(actor, words)
    except NotFound:
        raise Invalid(_("Nothing you can read is at this address.")) from None
    if at is not None:
        return at
    offers = queries.found(actor, practice, words)
    if not offers:
        raise Invalid(_("No record of the network has these words in its title, or it is linked already."))
    same = [each for each in offers if each.title.casefold() == words.casefold()]
    if len(offers) == 1 or len(same) == 1:
        return (same or list(offers))[0]
    flash(_("Several records have these words in their title: choose one below."), "info")
    return None


def offered(practice: Practice) -> list[tuple[Record, str]]:
    """What the address of the editor asks for, with paths: several records of one title, to choose from."""
    words = request.args.get("link", "")
    return [(each, record_path(each)) for each in queries.found(current_actor(), practice, words)]


blueprint.add_app_template_global(type_label, "type_words")

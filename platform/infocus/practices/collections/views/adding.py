"""Finding the practice that is to go into a collection: by title, by address, or from its own page."""

import re
from collections.abc import Sequence

from flask import Response, flash, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid, NotAllowed, NotFound
from infocus.core.forms import options
from infocus.core.limits import limits
from infocus.core.permissions import Permission
from infocus.core.text import clean
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.networks.context import network_or_404
from infocus.practices.collections import services
from infocus.practices.collections.forms import CollectForm
from infocus.practices.collections.models import Collection
from infocus.practices.collections.panel import makes_in
from infocus.practices.collections.queries import curated_by, titled
from infocus.practices.models import Practice
from infocus.practices.views import blueprint
from infocus.practices.views.common import the_practice
from infocus.records.addresses import to_record
from infocus.records.queries import get_record
from infocus.records.urls import id_of, record_path

MOST_TYPED = 400
ADDRESS = re.compile(r"(?:https?://[^/\s]+)?/[a-z0-9-]+/practices/(?P<handle>[0-9a-z-]+)")


def chosen(typed: str) -> Sequence[Practice]:
    """What can be meant: one by its address, else those with this title, else those with these words in it."""
    try:
        typed = clean(typed[:MOST_TYPED])
    except ValueError:
        return []
    address = ADDRESS.match(typed)
    if address is None:
        return titled(current_actor(), typed)
    try:
        return [get_record(current_actor(), id_of(address["handle"]), Practice)]
    except NotFound:
        return []


def one_of(typed: str, practice_id: str) -> Practice:
    """The practice that was pressed, or the only one that can be meant. Raises ``Invalid`` beside ``add``."""
    if practice_id:
        return get_record(current_actor(), practice_id, Practice)
    if not typed:
        raise Invalid({"add": _("Write the title of a practice, or its address.")})
    found = chosen(typed)
    if not found:
        raise Invalid({"add": _("You may read no practice of this title. Look at the spelling, or take its address.")})
    if len(found) > 1:
        raise Invalid({"add": _("Several have these words in their titles. Choose one below.")})
    return found[0]


@blueprint.get("/<network>/collections/offers")
@requires(Permission.MAKE_COLLECTION)
def offered_practices(network: str) -> Response:
    """Titles that go on from what is typed, as ``{"items": [{"text", "detail"}], "said": how many}``."""
    limits().hit("600/minute", "suggest", request.remote_addr or "")
    network_or_404(network)
    found = titled(current_actor(), request.args.get("q", "")[:MOST_TYPED].replace("\0", ""))
    items = [{"text": each.title, "detail": each.partner.label if each.partner else ""} for each in found]
    said = ngettext("%(num)d suggestion", "%(num)d suggestions", len(items)) if items else _("No suggestions")
    return jsonify(items=items, said=str(said))


@blueprint.route("/<network>/practices/<handle>/collect", methods=["GET", "POST"])
@requires(Permission.MAKE_COLLECTION)
def collect(network: str, handle: str) -> ResponseReturnValue:
    """From a practice's page: into one of the collections one curates, or a new one."""
    actor, practice = current_actor(), the_practice(network, handle)
    place, own = makes_in(actor, practice.network), curated_by(actor)
    if place is None and not own:
        raise NotAllowed
    form = CollectForm()
    form.collection.choices = options((each.id, each.title) for each in own)
    if form.validate_on_submit():
        try:
            with unit_of_work():
                target = get_record(actor, form.collection.data, Collection)
                services.add_practice(actor, target, the_practice(network, handle), form.line.data or "")
                title, tail = target.title, f"#in-{target.id}"
        except Invalid as error:
            message = error.fields.get("add")
            form.take_errors(Invalid({"collection": message}) if message else Invalid({"line": str(error)}))
        except Conflict as error:
            form.form_errors.append(error.message)
        else:
            flash(_("It is in “%(title)s” now.", title=title), "success")
            return to_record(the_practice(network, handle), tail)
    page = render_template(
        "practices/collections/collect.html",
        practice=the_practice(network, handle),
        path=record_path(the_practice(network, handle)),
        form=form,
        place=place,
        held=[each.title for each in own if any(pick.practice_id == practice.id for pick in each.picks)],
    )
    return page, 422 if form.errors or form.form_errors else 200

"""Making a collection and curating it: words, order, what comes in and goes out. Every button keeps what was typed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid, Stale
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.core.web.once import SentBefore, made_first, once
from infocus.networks.context import network_or_404
from infocus.networks.models import Network
from infocus.practices.collections import services
from infocus.practices.collections.forms import HEAD, CollectionForm, collection_form, lines_of
from infocus.practices.collections.models import Collection
from infocus.practices.collections.policy import levels
from infocus.practices.collections.queries import Shown, not_public, shown
from infocus.practices.collections.views.adding import chosen, one_of
from infocus.practices.models import Practice
from infocus.practices.views import blueprint
from infocus.records.addresses import expected_version, record_at
from infocus.records.queries import get_record
from infocus.records.urls import record_path

DEEDS = {"up": -1, "down": 1}


@dataclass
class Sent:
    """How the last sending ended: the page shows it."""

    status: int = 200
    offers: Sequence[Practice] = ()
    wrong: dict[str, str] = field(default_factory=dict)
    theirs: list[tuple[str, str, str]] = field(default_factory=list)


@blueprint.route("/<network>/collections/new", methods=["GET", "POST"])
@requires(Permission.MAKE_COLLECTION)
def new_collection(network: str) -> ResponseReturnValue:
    """Begin a collection; ``with`` names a practice that goes into it at once."""
    place, actor = network_or_404(network), current_actor()
    require(actor, Permission.MAKE_COLLECTION, place)
    form = collection_form(None, levels(actor, place), actor.language)
    first = request.values.get("with", "")
    practice = get_record(actor, first, Practice) if first else None
    if form.validate_on_submit():
        try:
            with unit_of_work():
                target = once(_made(network_or_404(network), form, first))
        except Invalid as error:
            form.take_errors(error)
        except SentBefore as sent:
            return redirect(made_first(sent), 303)
        else:
            flash(_("The collection is there. Now put practices into it."), "success")
            return redirect(target, 303)
    page = render_template("practices/collections/new.html", form=form, network=place, practice=practice)
    return page, 422 if form.errors or form.form_errors else 200


def _made(place: Network, form: CollectionForm, first: str) -> str:
    """Make it, and say where it is edited."""
    made = services.make_collection(current_actor(), place, form.values())
    if first:
        services.add_practice(current_actor(), made, get_record(current_actor(), first, Practice))
    return f"{record_path(made)}/edit"


@blueprint.route("/<network>/collections/<handle>/edit", methods=["GET", "POST"])
@requires(Permission.EDIT_COLLECTION)
def edit_collection(network: str, handle: str) -> ResponseReturnValue:
    """Everything about a collection in one form: ``do`` is the button that was pressed."""
    found = _curated(network, handle)
    form = collection_form(found, levels(current_actor(), found.network, found.visibility))
    if request.method == "GET":
        return _page(found, form, Sent())
    sent = Sent(422)
    try:
        if form.validate():
            return _carried_out(network, handle, form)
    except Invalid as error:
        form.take_errors(error)
        sent.wrong = dict(error.fields)
        sent.offers = chosen(request.form.get("add", "")) if "add" in error.fields else ()
    except (Stale, Conflict):
        sent.status = 409
    found = _curated(network, handle)
    if sent.status == 409:
        sent.theirs = _differing(form, found)
        form.version.data = str(found.version)
    return _page(found, form, sent)


def _carried_out(network: str, handle: str, form: CollectionForm) -> ResponseReturnValue:
    """Keep what was typed, and do what the button says, all of it or nothing."""
    deed, _dash, which = request.form.get("do", "save").partition("-")
    typed = request.form.get("add", "").strip()
    adds = deed == "add" or (deed == "save" and typed)  # the enter key in the field presses the first button
    with unit_of_work():
        actor, found = current_actor(), _curated(network, handle)
        services.save_collection(
            actor, found, form.values(), lines_of(request.form), expected=form.seen_version()
        )  # fmt: skip
        at = "picks"
        if adds:
            at = f"pick-{services.add_practice(actor, found, one_of(typed, which)).id}"
        elif deed in DEEDS:
            services.move_pick(actor, found, which, DEEDS[deed])
            at = _pressed(found, deed, which)
        elif deed == "drop":
            services.drop_pick(actor, found, which)
        path = record_path(found)
    if deed == "save" and not adds:
        flash(_("Saved."), "success")
        return redirect(path, 303)
    kept = f"?{urlencode({'add': typed})}" if typed and not adds else ""
    return redirect(f"{path}/edit{kept}#{at}", 303)


def _pressed(found: Collection, deed: str, pick_id: str) -> str:
    """The anchor of the button to press next: the same one, or the other where the pick has come to an end."""
    ends = {"up": found.picks[0].id, "down": found.picks[-1].id}
    other = {"up": "down", "down": "up"}[deed]
    return f"{other if ends[deed] == pick_id else deed}-{pick_id}"


@blueprint.post("/<network>/collections/<handle>/remove")
@requires(Permission.EDIT_COLLECTION)
def remove_collection(network: str, handle: str) -> ResponseReturnValue:
    """Remove it; the practices stay."""
    with unit_of_work():
        found = _curated(network, handle)
        services.remove_collection(current_actor(), found, expected=expected_version())
        slug = found.network.slug
    flash(_("The collection is removed. Its practices are where they were."), "success")
    return redirect(f"/collections?network={slug}", 303)


def _curated(network: str, handle: str) -> Collection:
    found = record_at(network, handle, Collection)
    require(current_actor(), Permission.EDIT_COLLECTION, found)
    return found


def _page(found: Collection, form: CollectionForm, sent: Sent) -> ResponseReturnValue:
    rows = shown(current_actor(), found)
    typed = lines_of(request.form)
    page = render_template(
        "practices/collections/edit.html",
        collection=found,
        form=form,
        rows=rows,
        lines={row.pick.id: typed.get(row.pick.id, row.pick.line) for row in rows},
        hidden=not_public(rows),
        sent=sent,
        add=request.values.get("add", ""),
        path=record_path(found),
        record_path=record_path,
    )
    return page, sent.status


def _differing(form: CollectionForm, found: Collection) -> list[tuple[str, str, str]]:
    """Label, mine and theirs of every text that differs from what somebody else stored."""
    both = [(str(form[name].label.text), form[name].data or "", str(getattr(found, name))) for name in HEAD]
    rows: dict[str, Shown] = {row.pick.id: row for row in shown(current_actor(), found)}
    for pick_id, mine in lines_of(request.form).items():
        row = rows.get(pick_id)
        if row is None:
            both.append((_("A practice that was taken out"), mine, ""))
        else:
            title = row.practice.title if row.practice and not row.withdrawn else _("A practice you may not read")
            both.append((title, mine, row.pick.line))
    return [(label, mine, theirs) for label, mine, theirs in both if mine.strip() != theirs.strip()]

"""The list of collections, one of them to read, and the same with its practices in full, for paper."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from infocus.comments.queries import discussion
from infocus.core.permissions import Permission, allows
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.networks.context import current_network, network_or_404
from infocus.practices.ageing.words import verified_ago
from infocus.practices.collections.models import Collection
from infocus.practices.collections.queries import list_collections, read_of, shown
from infocus.practices.queries import shown_sections
from infocus.practices.views import blueprint
from infocus.records.addresses import moved, record_at
from infocus.records.panels import actions_of, panels_of
from infocus.records.terms import terms_of
from infocus.records.urls import record_path
from infocus.vocabularies.registry import label

PAGE = 20


@blueprint.get("/collections")
@requires(Permission.READ_RECORD)
def collections() -> ResponseReturnValue:
    """All collections this reader may read, the newest change first; ``network`` names some networks only."""
    actor = current_actor()
    networks = request.args.getlist("network")[:30]
    page = list_collections(actor, networks, cursor=request.args.get("cursor"), limit=PAGE)
    network = current_network(actor)
    may_make = network is not None and allows(actor, Permission.MAKE_COLLECTION, network)
    here = url_for("practices.collections", network=networks or None)
    older = url_for("practices.collections", network=networks or None, cursor=page.next)
    return render_template(
        "practices/collections/index.html",
        page=page,
        picked=read_of(actor, page.items),
        make=url_for("practices.new_collection", network=network.slug) if network and may_make else None,
        record_path=record_path,
        older=older if page.next else None,
        newest=here if request.args.get("cursor") else None,
    )


@blueprint.get("/<network>/collections")
@requires(Permission.READ_RECORD)
def collections_of_network(network: str) -> ResponseReturnValue:
    """The list of one network."""
    network_or_404(network)
    return redirect(url_for("practices.collections", network=network))


@blueprint.get("/<network>/collections/<handle>")
@requires(Permission.READ_RECORD)
def collection(network: str, handle: str) -> ResponseReturnValue:
    """One collection. An old slug leads to the present one."""
    found = record_at(network, handle, Collection)
    actor = current_actor()
    rows = shown(actor, found)
    ids = [row.practice.id for row in rows if row.practice]
    return moved(found) or render_template(
        "practices/collections/show.html",
        collection=found,
        rows=rows,
        terms=terms_of(ids),
        label=label,
        verified_ago=verified_ago,
        path=record_path(found),
        record_path=record_path,
        may_edit=allows(actor, Permission.EDIT_COLLECTION, found),
        discussion=discussion(actor, found),
        panels=panels_of(actor, found),
        actions=actions_of(actor, found),
    )


@blueprint.get("/<network>/collections/<handle>/print")
@requires(Permission.READ_RECORD)
def print_collection(network: str, handle: str) -> ResponseReturnValue:
    """A booklet: each practice with the sections this reader may read."""
    found = record_at(network, handle, Collection)
    actor = current_actor()
    chapters = [
        (pick, practice, shown_sections(actor, practice)) for pick, practice in read_of(actor, [found])[found.id]
    ]
    return render_template(
        "practices/collections/print.html",
        collection=found,
        chapters=chapters,
        path=record_path(found),
        record_path=record_path,
        verified_ago=verified_ago,
    )

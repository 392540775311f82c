"""Find practices over HTTP: the list in three views, as CSV, and two or three side by side."""

from dataclasses import dataclass
from typing import Any

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from infocus.comments.queries import counts
from infocus.core.actor import Actor
from infocus.core.limits import limits
from infocus.core.permissions import Permission, allows
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.networks.context import current_network, network_or_404
from infocus.networks.drawing import draw
from infocus.networks.views.tables import csv_answer
from infocus.practices import queries
from infocus.practices.ageing.words import verified_ago
from infocus.practices.finding import comparing, table
from infocus.practices.finding.alike import Alike, alike
from infocus.practices.finding.asked import address, chosen, filters_of_request, options_of, view_of_request
from infocus.practices.finding.counts import TOTAL, cities, facet_counts
from infocus.practices.finding.pictures import first_pictures
from infocus.practices.finding.places import Places, places
from infocus.practices.finding.queries import Filters, list_practices
from infocus.practices.finding.words import word_of
from infocus.practices.models import Practice, PracticeState
from infocus.practices.transfers.ledger import cities_using
from infocus.practices.views import blueprint
from infocus.records.terms import terms_of
from infocus.records.urls import record_path
from infocus.vocabularies.registry import label

ROWS, CARDS, SUGGESTED = 20, 24, 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A practice of a city like the reader's, and in what it is like it."""

    practice: Practice
    reason: str


@blueprint.get("/practices")
@requires(Permission.READ_RECORD)
def index() -> ResponseReturnValue:
    """All practices this reader may read, as a list, cards or a map, with filters that show counts."""
    actor, view = current_actor(), view_of_request()
    like = alike(actor)
    filters = filters_of_request(like)
    known = cities()
    counted = facet_counts(actor, filters, known, like.ids)
    on = chosen()
    first = not on and not request.args.get("cursor")
    network = current_network(actor)
    partners = {slug: called for _id, slug, _country, called in known}
    return render_template(
        "practices/index.html",
        view=view,
        options=options_of(counted, known),
        chosen=[(word_of(name, value, partners), address(without=[(name, value)])) for name, value in on],
        total=counted[TOTAL][0][1],
        like=like,
        suggested=_suggested(actor, like) if first and view != "map" else [],
        address=address,
        label=label,
        record_path=record_path,
        may_write=network is not None and allows(actor, Permission.WRITE_PRACTICE, network),
        drafts=queries.drafts_of(actor) if actor.has_account and first else (),
        waiting=queries.to_judge(actor) if actor.has_account and first else (),
        **(_on_map(actor, filters) if view == "map" else _in_rows(actor, filters, view)),
    )


def _in_rows(actor: Actor, filters: Filters, view: str) -> dict[str, Any]:
    """One page of rows or cards, and what stands with each."""
    cards = view == "cards"
    page = list_practices(actor, filters, cursor=request.args.get("cursor"), limit=CARDS if cards else ROWS)
    ids = [row.id for row in page.items]
    using, comments = cities_using(ids), counts(actor, ids)
    return {
        "page": page,
        "terms": terms_of(ids),
        "notes": lambda each: _notes(each, using.get(each.id, 0), comments.get(each.id, 0)),
        "pictures": _pictures(ids) if cards else {},
        "older": address(cursor=page.next) if page.next else None,
        "newest": address() if request.args.get("cursor") else None,
    }


def _notes(practice: Practice, using: int, comments: int) -> list[str]:
    """What is said of a practice in a few words: how fresh it is, who uses it, whether it is talked about."""
    shared = practice.state == PracticeState.PUBLISHED
    return [
        *([verified_ago(practice.verified_at)] if practice.verified_at and shared else []),
        *([ngettext("in use in %(num)d city", "in use in %(num)d cities", using)] if using else []),
        *([ngettext("%(num)d comment", "%(num)d comments", comments)] if comments else []),
    ]


def _pictures(ids: list[str]) -> dict[str, dict[str, str]]:
    return {
        record_id: {
            "src": url_for("documents.thumb", document_id=picture.document_id, version=picture.version),
            "alt": picture.alt,
        }
        for record_id, picture in first_pictures(ids).items()
    }


def _on_map(actor: Actor, filters: Filters) -> dict[str, Any]:
    """All practices at their places."""
    found = places(actor, filters)
    names = {place.partner.id: f"{place.partner.label} {place.count}" for place in found.cities}
    also = [
        (pin.latitude, pin.longitude) for pin in found.pins if pin.latitude is not None and pin.longitude is not None
    ]
    return {
        "where": found,
        "drawing": draw([place.partner for place in found.cities], names, also),
        "hrefs": _to_cities(found),
        "points": [(pin.title, pin.path) for pin in found.pins],
    }


def _to_cities(found: Places) -> dict[str, str]:
    """The list of each city's practices, under the other filters."""
    return {
        place.partner.id: address(view=None, partner=place.partner.slug, network=place.partner.network.slug)
        for place in found.cities
    }


def _suggested(actor: Actor, like: Alike) -> list[Suggestion]:
    """The newest practices of cities like the reader's."""
    if not like.ids:
        return []
    reasons = {twin.partner.id: twin.reason for twin in like.cities}
    page = list_practices(actor, Filters(like=like.ids, state=(PracticeState.PUBLISHED,)), limit=SUGGESTED)
    return [Suggestion(each, reasons[each.partner_id]) for each in page.items if each.partner_id in reasons]


@blueprint.get("/<network>/practices")
@requires(Permission.READ_RECORD)
def of_network(network: str) -> ResponseReturnValue:
    """The list of one network."""
    network_or_404(network)
    return redirect(url_for("practices.index", network=network))


@blueprint.get("/practices/list.csv")
@requires(Permission.READ_RECORD)
def list_csv() -> ResponseReturnValue:
    """What the filters leave, as a table that spreadsheets open."""
    actor = current_actor()
    limits().hit("30/minute", "practices.csv", actor.person or request.remote_addr or "")
    found = table.rows(actor, filters_of_request(alike(actor)))
    return csv_answer("practices", [table.titles(), *found])


@blueprint.get("/practices/compare")
@requires(Permission.READ_RECORD)
def compare() -> ResponseReturnValue:
    """Two or three practices side by side; of fewer, more or unknown ones it is said what to do."""
    actor = current_actor()
    ids = request.args.getlist("id")[: 10 * comparing.MOST]
    practices, missing = comparing.found(actor, ids)
    wrong = _wrong(len(practices), missing)
    only = request.args.get("only") == "differences"
    return (
        render_template(
            "practices/finding/compare.html",
            practices=practices,
            compared=None if wrong else comparing.compare(actor, practices),
            wrong=wrong,
            only=only,
            switch=address(endpoint="practices.compare", only=None if only else "differences"),
            without=lambda practice: address(endpoint="practices.compare", without=[("id", practice.id)]),
            record_path=record_path,
        ),
        (404 if missing else 400) if wrong else 200,
    )


def _wrong(found: int, missing: int) -> str:
    """What is wrong with the choice, in words; empty when it can be compared."""
    words = ""
    if missing:
        words = ngettext(
            "One of these practices is not there, or not for you to read.",
            "%(num)d of these practices are not there, or not for you to read.",
            missing,
        )
    elif found < comparing.LEAST:
        words = _("Tick two or three practices, then press Compare.")
    elif found > comparing.MOST:
        words = _("Three at most fit side by side; you chose %(count)s.", count=found)
    return str(words)

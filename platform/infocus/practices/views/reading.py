"""The list of practices and the page of one."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.comments.queries import counts, discussion
from infocus.core.errors import NotFound
from infocus.core.i18n import language_name
from infocus.core.permissions import Permission, allows
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.library.similar import similar
from infocus.library.urls import document_path, file_path
from infocus.networks.context import current_network, network_or_404
from infocus.practices import queries
from infocus.practices.ageing.words import verified_ago
from infocus.practices.content import section_level
from infocus.practices.counts import FACETS, cities, facet_counts
from infocus.practices.judging.forms import MET
from infocus.practices.judging.queries import asked_of
from infocus.practices.models import Practice, PracticeState
from infocus.practices.revisions.queries import may_read_history
from infocus.practices.sections import BY_NAME, progress
from infocus.practices.transfers.ledger import cities_using
from infocus.practices.views import blueprint
from infocus.practices.views.common import files_of, spot_of, the_practice
from infocus.records.addresses import moved
from infocus.records.panels import actions_of, panels_of
from infocus.records.terms import terms_of
from infocus.records.urls import id_of, record_path
from infocus.vocabularies.registry import VOCABULARIES, label


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a filter."""

    value: str
    label: str
    count: int
    selected: bool


def state_words() -> dict[str, str]:
    """The states in the reader's language."""
    return {
        PracticeState.DRAFT: _("Draft"),
        PracticeState.SUBMITTED: _("Submitted"),
        PracticeState.CHANGES_ASKED: _("Changes asked"),
        PracticeState.VALIDATED: _("Validated"),
        PracticeState.PUBLISHED: _("Published"),
        PracticeState.NEEDS_VERIFICATION: _("Needs re-verification"),
        PracticeState.WITHDRAWN: _("Withdrawn"),
    }


def filters_of_request() -> queries.Filters:
    """The filters in the address; names may stand several times."""
    names = (*FACETS, "network", "year")
    return queries.Filters(**{name: tuple(request.args.getlist(name)[:30]) for name in names})


def facet_options(filters: queries.Filters) -> dict[str, list[Option]]:
    """The filters' choices with labels, counts, and what is chosen."""
    known = cities()
    counted = facet_counts(current_actor(), filters, known)
    partners = {slug: label for _id, slug, _country, label in known}
    words = state_words()
    labels: dict[str, Callable[[str], str]] = {
        "theme": lambda code: label("work_areas", code),
        "sector": lambda code: label("ecosystems", code),
        "country": str,
        "partner": lambda slug: partners.get(slug, slug),
        "language": language_name,
        "state": lambda state: words.get(state, state),
    }
    options = {}
    for name in FACETS:
        chosen = set(getattr(filters, name))
        rows = dict(counted[name]) | {value: 0 for value in chosen if value not in dict(counted[name])}
        options[name] = [Option(value, labels[name](value), count, value in chosen) for value, count in rows.items()]
    return options


@blueprint.get("/practices")
@requires(Permission.READ_RECORD)
def index() -> ResponseReturnValue:
    """All practices this reader may read, with filters that show counts."""
    actor = current_actor()
    filters = filters_of_request()
    page = queries.list_practices(actor, filters, cursor=request.args.get("cursor"), limit=20)
    ids = [row.id for row in page.items]
    network = current_network(actor)
    return render_template(
        "practices/index.html",
        page=page,
        options=facet_options(filters),
        chosen=sum(len(getattr(filters, name)) for name in FACETS),
        terms=terms_of(ids),
        verified_ago=verified_ago,
        comment_counts=counts(actor, ids),
        cities_using=cities_using(ids),
        label=label,
        record_path=record_path,
        older=_older(page.next) if page.next else None,
        may_write=network is not None and allows(actor, Permission.WRITE_PRACTICE, network),
        drafts=queries.drafts_of(actor) if actor.has_account else (),
        waiting=queries.to_judge(actor) if actor.has_account else (),
    )


def _older(cursor: str) -> str:
    """This list from ``cursor`` on, under the same filters."""
    kept = [(name, value) for name, value in request.args.items(multi=True) if name != "cursor"]
    return f"{request.path}?{urlencode([*kept, ('cursor', cursor)])}"


@blueprint.get("/<network>/practices")
@requires(Permission.READ_RECORD)
def of_network(network: str) -> ResponseReturnValue:
    """The list of one network."""
    network_or_404(network)
    return redirect(url_for("practices.index", network=network))


@blueprint.get("/<network>/practices/<handle>")
@requires(Permission.READ_RECORD)
def show(network: str, handle: str) -> ResponseReturnValue:
    """One practice. An old slug leads to the present one."""
    try:
        practice = the_practice(network, handle)
    except NotFound:
        gone = queries.withdrawn_from(current_actor(), id_of(handle))
        if gone is None or gone.network.slug != network:
            raise
        return render_template("practices/withdrawn.html", practice=gone), 410
    elsewhere = moved(practice)
    if elsewhere is not None:
        return elsewhere
    return page_of(practice)


RIGHTS = (
    Permission.EDIT_PRACTICE,
    Permission.SUBMIT_PRACTICE,
    Permission.SHARE_PRACTICE,
    Permission.PUBLISH_PRACTICE,
    Permission.JUDGE_PRACTICE,
    Permission.WITHDRAW_PRACTICE,
)


def page_of(practice: Practice) -> str:
    """The page of a practice."""
    actor = current_actor()
    images, files = files_of(practice)
    return render_template(
        "practices/show.html",
        practice=practice,
        content=practice.content,
        sections=queries.shown_sections(actor, practice),
        images=images,
        spot=spot_of(practice),
        files=files,
        opinions=queries.opinions(actor, practice),
        asked=asked_of(actor, practice),
        section_names=BY_NAME,
        criteria=VOCABULARIES["criteria"].labels,
        met_words=dict(MET),
        verified_ago=verified_ago,
        may_read_history=may_read_history(actor, practice),
        progress=progress(practice.title, practice.summary, practice.content),
        panels=panels_of(actor, practice),
        actions=actions_of(actor, practice),
        discussion=discussion(actor, practice),
        similar=similar(actor, practice.id, without=("transfer",)),
        label=label,
        document_path=document_path,
        file_path=file_path,
        path=record_path(practice),
        may_see=lambda name: queries.may_read_section(actor, practice, section_level(practice.content, name)),
        may={each.value: allows(actor, each, practice) for each in RIGHTS},
    )

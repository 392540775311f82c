"""The list of practices and the page of one."""

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.comments.queries import counts, discussion
from infocus.core.i18n import language_name
from infocus.core.numbers import whole
from infocus.core.permissions import Permission, allows
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.library.urls import document_path, file_path
from infocus.networks.context import current_network, network_or_404
from infocus.practices import queries
from infocus.practices.content import section_level
from infocus.practices.counts import FACETS, cities, facet_counts
from infocus.practices.models import PracticeState
from infocus.practices.sections import progress
from infocus.practices.views import blueprint
from infocus.practices.views.common import files_of, the_practice
from infocus.records.addresses import moved
from infocus.records.terms import terms_of
from infocus.records.urls import record_path
from infocus.vocabularies.registry import label


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
        comment_counts=counts(actor, ids),
        label=label,
        record_path=record_path,
        older=_older(page.next) if page.next else None,
        may_write=network is not None and allows(actor, Permission.WRITE_PRACTICE, network),
        drafts=queries.drafts_of(actor) if actor.signed_in else (),
        waiting=queries.to_judge(actor) if actor.signed_in else (),
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
    practice = the_practice(network, handle)
    elsewhere = moved(practice)
    if elsewhere is not None:
        return elsewhere
    actor = current_actor()
    images, files = files_of(practice)
    return render_template(
        "practices/show.html",
        practice=practice,
        content=practice.content,
        sections=queries.shown_sections(actor, practice),
        images=images,
        files=files,
        opinions=queries.opinions(actor, practice),
        progress=progress(practice.title, practice.summary, practice.content),
        discussion=discussion(actor, practice),
        label=label,
        document_path=document_path,
        file_path=file_path,
        path=record_path(practice),
        may_see=lambda name: queries.may_read_section(actor, practice, section_level(practice.content, name)),
        may={each.value: allows(actor, each, practice) for each in RIGHTS},
    )


RIGHTS = (
    Permission.EDIT_PRACTICE,
    Permission.SUBMIT_PRACTICE,
    Permission.SHARE_PRACTICE,
    Permission.PUBLISH_PRACTICE,
    Permission.JUDGE_PRACTICE,
    Permission.WITHDRAW_PRACTICE,
)


@blueprint.get("/<network>/practices/<handle>/history")
@requires(Permission.EDIT_PRACTICE)
def history(network: str, handle: str) -> ResponseReturnValue:
    """All versions, and what changed in the one chosen."""
    practice = the_practice(network, handle)
    rows = list(queries.history(current_actor(), practice))
    wanted = whole(request.args.get("number")) or rows[0].number
    new = next((row for row in rows if row.number == wanted), rows[0])
    against = whole(request.args.get("against")) or new.number - 1
    old = next((row for row in rows if row.number == against), None)
    changes = queries.compare(old.snapshot, new.snapshot) if old else []
    return render_template(
        "practices/history.html",
        practice=practice,
        rows=rows,
        new=new,
        old=old,
        changes=changes,
        path=record_path(practice),
    )

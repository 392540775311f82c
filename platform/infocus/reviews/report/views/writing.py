"""Writing the summary: what the log holds on the left, the text on the right; it saves itself."""

from flask import flash, jsonify, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid, Stale
from infocus.core.numbers import whole
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.errors import problem
from infocus.core.web.guard import requires
from infocus.records.addresses import expected_version
from infocus.records.urls import record_path
from infocus.reviews.models import Review
from infocus.reviews.report import queries
from infocus.reviews.report.forms import SummaryForm
from infocus.reviews.report.material import Material, Source
from infocus.reviews.report.models import ReviewSummary
from infocus.reviews.report.services.drafting import advice_line, draft_of, item_line, with_line
from infocus.reviews.report.services.summing import save_summary
from infocus.reviews.views.common import blueprint, the_review
from infocus.reviews.words import NOTE_KINDS, PHASES


@blueprint.route("/<network>/reviews/<handle>/summary/edit", methods=["GET", "POST"])
@requires(Permission.SUM_UP_REVIEW)
def write_summary(network: str, handle: str) -> ResponseReturnValue:
    """The editor. ``add`` puts the words of one entry at the end, ``begin`` what the log holds, both by plain form."""
    actor, form = current_actor(), SummaryForm()
    review = the_review(network, handle)
    require(actor, Permission.SUM_UP_REVIEW, review)
    summary = queries.summary_of(actor, review)
    if not form.is_submitted():
        form.text.data = summary.text if summary else ""
        form.version.data = str(summary.version if summary else 0)
        return _page(actor, review, form, summary)
    try:
        if form.validate():
            with unit_of_work():
                review = the_review(network, handle)
                text = _with_wish(actor, review, form.text.data or "")
                save_summary(actor, review, text, expected_version(), keep=not _wish())
                target = f"{record_path(review)}/summary"
            if _wish():
                return redirect(f"{target}/edit#text", 303)
            flash(_("Saved."), "success")
            return redirect(target, 303)
    except Invalid as error:
        form.take_errors(error)
    except Stale:
        review = the_review(network, handle)
        summary = queries.get_summary(actor, review)
        form.version.data = str(summary.version)
        return _page(actor, review, form, summary, 409)
    return _page(actor, the_review(network, handle), form, summary, 422)


@blueprint.post("/<network>/reviews/<handle>/summary/autosave")
@requires(Permission.SUM_UP_REVIEW)
def autosave_summary(network: str, handle: str) -> ResponseReturnValue:
    """Save what was typed so far; 409 with the stored text when somebody else was faster."""
    actor, form = current_actor(), SummaryForm()
    try:
        with unit_of_work():
            review = the_review(network, handle)
            summary = save_summary(actor, review, form.text.data or "", expected_version())
            return jsonify(version=summary.version, saved_at=clock.now().isoformat())
    except Invalid as error:
        fields = [{"field": name, "message": str(message)} for name, message in error.fields.items()]
        return problem(422, _("Something in the form needs another look"), errors=fields)
    except (Stale, Conflict):
        stored = queries.get_summary(actor, the_review(network, handle))
        return jsonify(version=stored.version, fields={"text": stored.text}), 409


def _wish() -> bool:
    return bool(request.form.get("add") or request.form.get("begin"))


def _with_wish(actor: Actor, review: Review, text: str) -> str:
    """The typed text with what was asked for: the words of one entry, or a first draft where nothing is typed yet."""
    if not _wish():
        return text
    material = queries.material_of(actor, review)
    if request.form.get("begin"):
        return text if text.strip() else draft_of(review, material)
    wish = request.form.get("add", "")
    if wish.startswith("r"):
        advice = next((each for each in material.advice if each.number == whole(wish[1:])), None)
        return with_line(text, advice_line(review, advice)) if advice else text
    wanted = whole(wish)
    source = next((each for each in _sources(material) if each.seq == wanted), None)
    return with_line(text, item_line(review, source)) if source else text


def _sources(material: Material) -> list[Source]:
    found = [line for stretch in material.stretches for line in stretch.lines]
    found += [note for cluster in material.clusters for note in cluster.notes]
    found += [cluster.heading for cluster in material.clusters]
    return [*found, *material.loose, *material.takeaways]


def _page(
    actor: Actor, review: Review, form: SummaryForm, summary: ReviewSummary | None, status: int = 200
) -> ResponseReturnValue:
    page = render_template(
        "reviews/report/write.html",
        review=review,
        path=record_path(review),
        form=form,
        summary=summary,
        theirs=summary.text if status == 409 and summary else None,
        material=queries.material_of(actor, review),
        versions=queries.summary_versions(actor, review),
        item_line=lambda source: item_line(review, source),
        advice_line=lambda each: advice_line(review, each),
        phase_names={phase.value: name for phase, name in PHASES.items()} | {"": _("Conversation")},
        note_kinds=NOTE_KINDS,
    )
    return page, status

"""The experts' queue, and the page on which one practice is judged."""

from collections.abc import Callable

from flask import flash, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from infocus.core.actor import Actor
from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid, Stale
from infocus.core.permissions import Permission, allows, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.library.urls import document_path, file_path
from infocus.practices import workflow
from infocus.practices.content import section_level
from infocus.practices.jobs import LONG, WORKING_DAYS, working_days_since
from infocus.practices.judging import queries
from infocus.practices.judging.forms import CRITERIA, JudgeForm
from infocus.practices.models import Practice, PracticeState
from infocus.practices.queries import may_read_section, opinions, shown_sections
from infocus.practices.revisions.queries import changed_since
from infocus.practices.views import blueprint
from infocus.practices.views.common import files_of, the_practice
from infocus.records.addresses import expected_version, to_record
from infocus.records.panels import Action, record_action
from infocus.records.urls import record_path
from infocus.vocabularies.registry import label

Judge = Callable[..., Practice]


@blueprint.get("/practices/queue")
@requires(Permission.JUDGE_PRACTICE)
def queue() -> ResponseReturnValue:
    """What waits for the experts of one's networks, the longest waiting first."""
    page = queries.queue(current_actor(), cursor=request.args.get("cursor"))
    return render_template(
        "practices/judging/queue.html",
        page=page,
        waits={row.id: working_days_since(row.submitted_at) for row in page.items},
        waited=waited,
        most=WORKING_DAYS,
        record_path=record_path,
        older=url_for("practices.queue", cursor=page.next) if page.next else None,
    )


@blueprint.get("/<network>/practices/<handle>/judge")
@requires(Permission.JUDGE_PRACTICE)
def judge(network: str, handle: str) -> ResponseReturnValue:
    """The practice beside the checklist."""
    practice = the_practice(network, handle)
    require(current_actor(), Permission.JUDGE_PRACTICE, practice)
    form = JudgeForm(formdata=None)
    form.version.data = str(practice.version)
    return _page(practice, form)


@blueprint.post("/<network>/practices/<handle>/ask-changes")
@requires(Permission.JUDGE_PRACTICE)
def ask_changes(network: str, handle: str) -> ResponseReturnValue:
    """An expert asks for changes."""
    return _judged(network, handle, workflow.ask_changes, _("The city has been told what to change."))


@blueprint.post("/<network>/practices/<handle>/validate")
@requires(Permission.JUDGE_PRACTICE)
def validate(network: str, handle: str) -> ResponseReturnValue:
    """An expert validates."""
    return _judged(network, handle, workflow.validate, _("Validated. Your opinion stands with the practice."))


def waited(days: int) -> str:
    """How long a practice has waited."""
    if days >= LONG:
        return str(_("more than a year"))
    return str(ngettext("%(num)d working day", "%(num)d working days", days))


def _judged(network: str, handle: str, act: Judge, done: str) -> ResponseReturnValue:
    """Do it, or show the page again with what was typed."""
    form, actor = JudgeForm(), current_actor()
    try:
        if form.validate():
            with unit_of_work():
                act(actor, the_practice(network, handle), form.judgement(), expected=expected_version())
            flash(done, "success")
            return to_record(the_practice(network, handle))
    except Invalid as error:
        form.take_errors(error)
    except (Conflict, Stale):
        form.take_errors(Invalid(_("The practice was changed while you were reading. Look again, then send it.")))
    practice = the_practice(network, handle)
    require(actor, Permission.READ_RECORD, practice)
    if not allows(actor, Permission.JUDGE_PRACTICE, practice):
        flash(_("Somebody else was faster: the practice is not to be judged any more."), "error")
        return to_record(practice)
    form.version.data = str(practice.version)
    return _page(practice, form, 409 if form.form_errors else 422)


def _page(practice: Practice, form: JudgeForm, status: int = 200) -> ResponseReturnValue:
    actor = current_actor()
    images, files = files_of(practice)
    before = queries.last_asked(practice)
    page = render_template(
        "practices/judging/judge.html",
        practice=practice,
        path=record_path(practice),
        content=practice.content,
        sections=shown_sections(actor, practice),
        may_see=lambda name: may_read_section(actor, practice, section_level(practice.content, name)),
        criteria=CRITERIA,
        self_check=practice.content.get("criteria") or {},
        form=form,
        images=images,
        files=files,
        file_path=file_path,
        document_path=document_path,
        before=before,
        changes=changed_since(actor, practice, before),
        opinions=opinions(actor, practice),
        label=label,
        waits=waited(working_days_since(practice.submitted_at)),
        is_late=working_days_since(practice.submitted_at) >= WORKING_DAYS,
    )
    return page, status


@record_action(Practice, 20)
def judge_button(actor: Actor, practice: Practice) -> Action | None:
    """The way to the checklist, for those who judge."""
    waits = practice.state in {PracticeState.SUBMITTED, PracticeState.NEEDS_VERIFICATION}
    if not waits or not allows(actor, Permission.JUDGE_PRACTICE, practice):
        return None
    return Action(_("Read and judge"), f"{record_path(practice)}/judge", "primary")

"""A plan's own page, for the views that come back to it with a message beside a field."""

from flask import render_template
from flask.typing import ResponseReturnValue

from infocus.comments.queries import discussion
from infocus.core.permissions import Permission, allows
from infocus.core.web.actor import current_actor
from infocus.library.urls import document_path, file_path
from infocus.plans.beside import beside
from infocus.plans.forms import TranslationForm, UpdateForm, VersionForm
from infocus.plans.languages import candidates, shown_languages
from infocus.plans.models import Plan, Stage
from infocus.plans.queries import newest_with_text, numbers_with_text, sections_of
from infocus.plans.words import STAGES
from infocus.records.panels import panels_of
from infocus.records.urls import record_path


def shown(plan: Plan, version_form: VersionForm, update_form: UpdateForm, status: int = 200) -> ResponseReturnValue:
    """The page of a plan with its forms as they are filled in."""
    actor = current_actor()
    may_edit = allows(actor, Permission.EDIT_PLAN, plan)
    newest = newest_with_text(plan)
    page = render_template(
        "plans/show.html",
        plan=plan,
        form=version_form,
        update_form=update_form,
        stages=STAGES,
        adopted=plan.state == Stage.ADOPTED,
        path=record_path(plan),
        shown=beside(actor, [plan]),
        document_path=document_path,
        file_path=file_path,
        discussion=discussion(actor, plan),
        panels=panels_of(actor, plan),
        may_edit=may_edit,
        newest=newest,
        contents=sections_of(plan, newest.number) if newest else [],
        readable=numbers_with_text(plan),
        tongues=shown_languages(actor, plan),
        translation_form=TranslationForm.among(candidates(actor, plan)) if may_edit else None,
    )
    return page, status

"""The page of one practice."""

from flask import render_template
from flask.typing import ResponseReturnValue

from infocus.comments.queries import discussion
from infocus.core.errors import NotFound
from infocus.core.permissions import Permission, allows
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.library.similar import similar
from infocus.library.urls import document_path, file_path
from infocus.practices import queries
from infocus.practices.ageing.words import verified_ago
from infocus.practices.content import section_level
from infocus.practices.judging.forms import MET
from infocus.practices.judging.queries import asked_of
from infocus.practices.models import Practice
from infocus.practices.revisions.queries import may_read_history
from infocus.practices.sections import BY_NAME, progress
from infocus.practices.views import blueprint
from infocus.practices.views.common import files_of, spot_of, the_practice
from infocus.records.addresses import moved
from infocus.records.panels import actions_of, panels_of
from infocus.records.urls import id_of, record_path
from infocus.vocabularies.registry import VOCABULARIES, label


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

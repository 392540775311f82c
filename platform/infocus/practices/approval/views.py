"""The coordinator asks; the manager reads what would leave, and approves or sends it back, without an account."""

from flask import Response, flash, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.accounts.views.asked import Question, asked_page
from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.library.downloads import send_stored
from infocus.library.models import Document, DocumentRole
from infocus.practices.approval import services
from infocus.practices.approval.forms import AskForm
from infocus.practices.approval.leaving import leaving
from infocus.practices.views import blueprint
from infocus.practices.views.common import the_practice
from infocus.records.addresses import expected_version, to_record
from infocus.records.urls import record_path
from infocus.vocabularies.registry import VOCABULARIES, label


@blueprint.post("/<network>/practices/<handle>/approval/ask")
@requires(Permission.PUBLISH_PRACTICE)
def ask_approval(network: str, handle: str) -> ResponseReturnValue:
    """Send the manager a letter; what is wrong is said beside the form."""
    form, practice = AskForm(), the_practice(network, handle)
    require(current_actor(), Permission.PUBLISH_PRACTICE, practice)
    try:
        if form.validate():
            with unit_of_work():
                practice = the_practice(network, handle)
                to, audience = form.addressee(), form.visibility.data or ""
                row = services.ask(current_actor(), practice, to, audience, expected=expected_version())
                name = row.name
            flash(_("%(name)s is asked. You are told as soon as there is an answer.", name=name), "success")
            return to_record(the_practice(network, handle), "#approval")
    except (Invalid, Conflict) as error:
        form.take_errors(error if isinstance(error, Invalid) else Invalid(error.message))
    practice = the_practice(network, handle)
    form.version.data = str(practice.version)
    return render_template("practices/approval/ask.html", practice=practice, path=record_path(practice), form=form), 422


@blueprint.post("/<network>/practices/<handle>/approval/take-back")
@requires(Permission.PUBLISH_PRACTICE)
def take_back_approval(network: str, handle: str) -> ResponseReturnValue:
    """Close the page in the manager's mail."""
    with unit_of_work():
        practice = the_practice(network, handle)
        services.take_back(current_actor(), practice)
    flash(_("Taken back; the page in the mail is closed."), "success")
    return to_record(the_practice(network, handle), "#approval")


@blueprint.route("/approve/<key>", methods=["GET", "POST"])
@requires(Permission.OPEN_PAGE)
def approve(key: str) -> ResponseReturnValue:
    """What would leave the network, for its manager. Opening it approves nothing, because mail scanners open links."""
    return asked_page(key, QUESTION)


@blueprint.get("/approve/<key>/files/<document_id>")
@requires(Permission.OPEN_PAGE)
def approve_file(key: str, document_id: str) -> Response:
    """A picture or file that would leave, as long as the page is open."""
    files = leaving(services.find(key).practice).files
    found = next((each for each in files if each.id == document_id), None)
    if found is None:
        raise NotFound
    version = found.latest
    return send_stored(version.storage_key, version.size, version.media_type, version.file_name, version.id)


def _page(key: str, error: str, typed: str) -> str:
    row = services.find(key)
    shown = leaving(row.practice)

    def address(document: Document) -> str:
        return url_for("practices.approve_file", key=key, document_id=document.id)

    return render_template(
        "practices/approval/approve.html",
        row=row,
        practice=row.practice,
        shown=shown,
        is_changed=shown.fingerprint != row.fingerprint,
        images=[each for each in shown.files if each.role == DocumentRole.IMAGE],
        files=[each for each in shown.files if each.role != DocumentRole.IMAGE],
        file_path=address,
        document_path=address,
        criteria=VOCABULARIES["criteria"].labels,
        label=label,
        error=error,
        typed=typed,
    )


def _after(key: str, verdict: str) -> str:
    return render_template("practices/approval/thanks.html", verdict=verdict)


QUESTION = Question(find=services.find, decide=services.decide, page=_page, after=_after)

"""Start from a file, check what it proposes: pages for who writes the draft."""

from collections.abc import Callable

from flask import current_app, flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm.exc import StaleDataError

from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid, NotFound, Stale
from infocus.core.limits import limits
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.core.web.once import SentBefore, made_first, once
from infocus.engines.extraction import kinds
from infocus.library.reader import get_document
from infocus.library.uploads import received
from infocus.library.urls import document_path, file_path
from infocus.networks.context import network_or_404
from infocus.practices.fiches import services
from infocus.practices.fiches.forms import ProposalForm, StartForm, proposal_form
from infocus.practices.fiches.found import LIMITS, TABLES, found_of, still_open
from infocus.practices.fiches.models import Fiche
from infocus.practices.fiches.queries import Step, fiche_of, standing
from infocus.practices.fiches.services import Sent
from infocus.practices.fiches.words import LABELS, why
from infocus.practices.models import Practice
from infocus.practices.views import blueprint
from infocus.practices.views.common import the_practice
from infocus.records.urls import record_path

Deed = Callable[[Fiche, Sent], str]
"""Does what a button says inside the unit of work; answers where on the page to go on."""


@blueprint.route("/<network>/practices/from-file", methods=["GET", "POST"])
@requires(Permission.WRITE_PRACTICE)
def start_from_file(network: str) -> ResponseReturnValue:
    """One file becomes a draft with a proposal to check."""
    actor, place = current_actor(), network_or_404(network)
    require(actor, Permission.WRITE_PRACTICE, place)
    form = StartForm(data={"language": actor.language})
    most = current_app.extensions["infocus.settings"].max_upload_bytes
    upload = request.files.get("file")
    if form.validate_on_submit() and (upload is None or not upload.filename):
        form.take_errors(Invalid({"file": _("Choose a file first.")}))
    elif upload is not None and form.validate_on_submit():
        try:
            with received(upload.stream, upload.filename or "", most) as kept, unit_of_work():
                practice = services.start_from_file(actor, network_or_404(network), kept, form.language.data)
                target = once(f"{record_path(practice)}/fiche")
            return redirect(target, 303)
        except SentBefore as sent:
            return redirect(made_first(sent), 303)
        except Invalid as error:
            form.take_errors(error)
    endings = sorted(ending for kind in services.TAKEN for ending in kinds.ACCEPTED[kind].endings)
    page = render_template(
        "practices/fiches/start.html", form=form, network_slug=network, most=most, accept=",".join(endings)
    )
    return page, 422 if form.errors or form.form_errors else 200


@blueprint.get("/<network>/practices/<handle>/fiche")
@requires(Permission.EDIT_PRACTICE)
def fiche(network: str, handle: str) -> ResponseReturnValue:
    """The proposal, or how far it is."""
    practice, found = _found(network, handle)
    return _page(practice, found, proposal_form(found_of(found.found), found.seen))


@blueprint.post("/<network>/practices/<handle>/fiche")
@requires(Permission.EDIT_PRACTICE)
def decide(network: str, handle: str) -> ResponseReturnValue:
    """One button of the page; what was typed in the fields beside it is kept with it."""
    practice, found = _found(network, handle)
    verb, _colon, name = request.form.get("do", "keep").partition(":")
    form = proposal_form(found_of(found.found), found.seen)
    if not form.validate():
        return _page(practice, found, form, 422)
    sent = form.sent(request.form)
    try:
        with unit_of_work():
            practice, found = _found(network, handle, lock=True)
            target = _do(practice, found, sent, verb, name)
    except Invalid as error:
        form.take_errors(error)
        return _page(*_found(network, handle), form, 422)
    except (Stale, Conflict, StaleDataError):
        return _again(network, handle, form, verb, name)
    return redirect(target, 303)


@blueprint.post("/<network>/practices/<handle>/fiche/again")
@requires(Permission.EDIT_PRACTICE)
def read_fiche_again(network: str, handle: str) -> ResponseReturnValue:
    """Have the file read once more."""
    actor = current_actor()
    limits().hit("5/minute", "library.retry", actor.person)
    with unit_of_work():
        practice, found = _found(network, handle, lock=True)
        services.try_again(actor, found)
        target = f"{record_path(practice)}/fiche"
    return redirect(target, 303)


def _found(network: str, handle: str, *, lock: bool = False) -> tuple[Practice, Fiche]:
    """The practice and its fiche, for who may change it and read its source."""
    practice = the_practice(network, handle)
    require(current_actor(), Permission.EDIT_PRACTICE, practice)
    fiche = fiche_of(practice, lock=lock)
    get_document(current_actor(), fiche.document_id)
    return practice, fiche


def _do(practice: Practice, fiche: Fiche, sent: Sent, verb: str, name: str) -> str:
    actor, here = current_actor(), f"{record_path(practice)}/fiche"
    if verb in {"take", "all"}:
        names = [name] if verb == "take" else still_open(found_of(fiche.found))
        kept = services.take(actor, fiche, sent, names)
        return _after_taking(practice, fiche, names, kept, here)
    if verb in {"leave", "back"}:
        services.leave(actor, fiche, sent, name, back=verb == "back")
        return f"{here}#p-{name}"
    if verb == "place":
        field = request.form.get(f"place-{name}", "")
        services.place(actor, fiche, sent, name, field)
        flash(_("Moved. Look it over, then take it."), "success")
        return f"{here}#p-{field}"
    if verb != "keep":
        raise NotFound
    services.keep(actor, fiche, sent)
    flash(_("Kept. Nothing of it is in the draft yet."), "success")
    return here


def _after_taking(practice: Practice, fiche: Fiche, names: list[str], kept: list[str], here: str) -> str:
    """The next open proposal; the editor once there is none."""
    if kept:
        words = ", ".join(str(LABELS[name]) for name in kept)
        flash(_("The draft has other text in: %(fields)s. Say there whether to replace it.", fields=words), "warning")
        return f"{here}#p-{kept[0]}"
    left = still_open(found_of(fiche.found))
    if left:
        flash(_("Taken into the draft: %(field)s.", field=", ".join(str(LABELS[name]) for name in names)), "success")
        return f"{here}#p-{left[0]}"
    flash(_("The proposal is in the draft. Read it once through, and add what is missing."), "success")
    return f"{record_path(practice)}/edit"


def _again(network: str, handle: str, form: ProposalForm, verb: str, name: str) -> ResponseReturnValue:
    """Another window was first. A button pressed twice has nothing more to do; else what was typed stays to be sent."""
    practice, fiche = _found(network, handle)
    left = still_open(found_of(fiche.found))
    if (verb == "take" and name not in left) or (verb == "all" and not left):
        return redirect(f"{record_path(practice)}{'/fiche' if left else '/edit'}", 303)
    form.seen.data = str(fiche.seen)
    return _page(practice, fiche, form, 409)


def _page(practice: Practice, fiche: Fiche, form: ProposalForm, status: int = 200) -> ResponseReturnValue:
    now = standing(fiche)
    found = found_of(fiche.found)
    page = render_template(
        "practices/fiches/check.html",
        practice=practice,
        path=record_path(practice),
        fiche=fiche,
        now=now,
        steps=Step,
        why=why(now.reason) if now.reason else "",
        form=form,
        found=found,
        fields=[name for name in LIMITS if name in found["fields"]],
        tables={name: TABLES[name] for name in TABLES if name in found["tables"]},
        left=still_open(found),
        labels=LABELS,
        present=lambda name: services.present(practice, name),
        document_path=document_path(fiche.document),
        file_path=file_path(fiche.document),
        stale=status == 409,
    )
    return page, status

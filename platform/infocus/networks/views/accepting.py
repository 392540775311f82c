"""The page of an invitation's link: opening it uses nothing up, because mail scanners open links; its button does."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.accounts.queries import account_of, by_email
from infocus.accounts.services import Profile
from infocus.accounts.views.signing_in import sign_in_with
from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid, NotFound
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor, forget_actor
from infocus.core.web.guard import requires
from infocus.networks import invitations
from infocus.networks.forms import AcceptForm
from infocus.networks.models import Invitation
from infocus.networks.views.blueprint import blueprint


@blueprint.get("/invitations/<key>")
@requires(Permission.OPEN_PAGE)
def invitation(key: str) -> ResponseReturnValue:
    """Who invites to what; a form for somebody new, a button for somebody known."""
    found = invitations.find(key)
    form = AcceptForm(formdata=None)
    if found is not None:
        form.name.data, form.language.data = found.name, found.language
    return _page(found, form, 200 if found else 404)


@blueprint.post("/invitations/<key>")
@requires(Permission.OPEN_PAGE)
def accept(key: str) -> ResponseReturnValue:
    """Take the role: as the person signed in, or as somebody new, who is signed in with it."""
    form = AcceptForm()
    found = invitations.find(key)
    actor = current_actor()
    if found is None:
        return _page(None, form, 404)
    slug = found.network.slug
    try:
        if actor.has_account:
            with unit_of_work():
                invitations.accept(key, account_of(actor.person_id))
        elif by_email(found.email) is not None:
            return redirect(url_for("accounts.sign_in", next=url_for("networks.invitation", key=key)))
        elif form.validate():
            with unit_of_work():
                profile = Profile(form.name.data or "", language=form.language.data, reads=[form.language.data])
                sign_in_with(invitations.accept_as_new(key, profile, form.password.data or ""))
        else:
            return _page(found, form, 422)
    except Invalid as error:
        form.take_errors(error)
        return _page(found, form, 422)
    except NotFound:
        return _page(None, form, 404)
    forget_actor()
    flash(_("Welcome. This is your network."), "success")
    return redirect(url_for("networks.show", network=slug))


def _page(found: Invitation | None, form: AcceptForm, status: int) -> ResponseReturnValue:
    known = found is not None and by_email(found.email) is not None
    return render_template("networks/invitation.html", invitation=found, form=form, known=known), status

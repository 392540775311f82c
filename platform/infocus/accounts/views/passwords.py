"""A forgotten password: ask for a link, and choose a new one with it."""

from flask import flash, redirect, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.accounts import links
from infocus.accounts.forms import AddressForm, NewPasswordForm
from infocus.accounts.services import reset_password
from infocus.accounts.signing_in import ask_for_link
from infocus.accounts.views.blueprint import blueprint
from infocus.accounts.views.signing_in import sign_in_with
from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid, NotFound
from infocus.core.permissions import Permission
from infocus.core.web.guard import requires


@blueprint.get("/forgot")
@requires(Permission.OPEN_PAGE)
def forgot() -> ResponseReturnValue:
    """Where to say the address."""
    return render_template("accounts/forgot.html", form=AddressForm(formdata=None))


@blueprint.post("/forgot")
@requires(Permission.OPEN_PAGE)
def send_reset() -> ResponseReturnValue:
    """Have the link sent, if there is such an account; the answer is the same."""
    form = AddressForm()
    if not form.validate():
        return render_template("accounts/forgot.html", form=form), 422
    with unit_of_work():
        ask_for_link(form.email.data or "", "reset", request.remote_addr or "")
    return render_template("accounts/forgot.html", form=form, sent=True)


@blueprint.get("/reset/<key>")
@requires(Permission.OPEN_PAGE)
def reset(key: str) -> ResponseReturnValue:
    """The page of the link; opening it uses nothing up."""
    form = NewPasswordForm(formdata=None) if links.find(key, "reset") else None
    return render_template("accounts/reset.html", form=form), 200 if form else 404


@blueprint.post("/reset/<key>")
@requires(Permission.OPEN_PAGE)
def set_new_password(key: str) -> ResponseReturnValue:
    """Set the password, sign every other browser out and this one in."""
    form = NewPasswordForm()
    try:
        if form.validate():
            with unit_of_work():
                sign_in_with(reset_password(key, form.password.data))
            flash(_("Your new password is set."), "success")
            return redirect("/")
    except Invalid as error:
        form.take_errors(error)
    except NotFound:
        return render_template("accounts/reset.html", form=None), 404
    return render_template("accounts/reset.html", form=form), 422

"""How a person signs in: password, address, and the browsers that are signed in."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.accounts import links, sessions
from infocus.accounts.browser import forget, signed_in
from infocus.accounts.forms import ChangePasswordForm, NewEmailForm
from infocus.accounts.services import ask_for_new_email, change_password, confirm_email
from infocus.accounts.views.blueprint import blueprint
from infocus.accounts.views.me import my_account
from infocus.core.db import unit_of_work
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires


def present_session() -> str | None:
    """The id of this browser's own session."""
    user = signed_in()
    return None if user is None else user.session_id


def _page(password: ChangePasswordForm | None = None, email: NewEmailForm | None = None) -> str:
    account = my_account()
    return render_template(
        "accounts/security.html",
        account=account,
        sessions=sessions.listed(account.person_id),
        present=present_session(),
        password_form=password or ChangePasswordForm(formdata=None),
        email_form=email or NewEmailForm(formdata=None),
    )


@blueprint.get("/me/sign-in")
@requires(Permission.USE_ACCOUNT)
def security() -> ResponseReturnValue:
    """Password, address, browsers."""
    return _page()


@blueprint.post("/me/password")
@requires(Permission.USE_ACCOUNT)
def set_password() -> ResponseReturnValue:
    """Another password; the other browsers are signed out."""
    form = ChangePasswordForm()
    try:
        if form.validate():
            with unit_of_work():
                change_password(
                    my_account(), form.present.data or "", form.new.data or "", keep_session=present_session()
                )
            flash(_("Your password is changed. Your other browsers are signed out."), "success")
            return redirect(url_for("accounts.security"))
    except Invalid as error:
        form.take_errors(error)
    return _page(password=form), 422


@blueprint.post("/me/email")
@requires(Permission.USE_ACCOUNT)
def set_email() -> ResponseReturnValue:
    """Send a link to another address."""
    form = NewEmailForm()
    try:
        if form.validate():
            with unit_of_work():
                ask_for_new_email(my_account(), form.email.data or "", form.password.data or "")
            flash(_("A link is on its way to the new address. Until you use it, nothing changes."), "info")
            return redirect(url_for("accounts.security"))
    except Invalid as error:
        form.take_errors(error)
    return _page(email=form), 422


@blueprint.get("/confirm-email/<key>")
@requires(Permission.OPEN_PAGE)
def confirm(key: str) -> ResponseReturnValue:
    """The page of the link in the mail; its button confirms."""
    link = links.find(key, "email")
    return render_template("accounts/confirm_email.html", link=link), 200 if link else 404


@blueprint.post("/confirm-email/<key>")
@requires(Permission.OPEN_PAGE)
def use_confirmation(key: str) -> ResponseReturnValue:
    """Take the new address over."""
    try:
        with unit_of_work():
            email = confirm_email(key).email
    except (NotFound, Conflict):
        return render_template("accounts/confirm_email.html", link=None), 404
    flash(_("From now on you sign in with %(email)s.", email=email), "success")
    return redirect(url_for("accounts.security"))


@blueprint.post("/me/sessions/<session_id>/end")
@requires(Permission.USE_ACCOUNT)
def end_session(session_id: str) -> ResponseReturnValue:
    """Sign one browser out."""
    own = session_id == present_session()
    with unit_of_work():
        sessions.end(current_actor().person, session_id)
    if own:
        forget()
        return redirect(url_for("accounts.sign_in"))
    flash(_("That browser is signed out."), "success")
    return redirect(url_for("accounts.security"))


@blueprint.post("/me/sessions/end-others")
@requires(Permission.USE_ACCOUNT)
def end_other_sessions() -> ResponseReturnValue:
    """Sign every other browser out."""
    with unit_of_work():
        sessions.end_all(current_actor().person, but=present_session())
    flash(_("All your other browsers are signed out."), "success")
    return redirect(url_for("accounts.security"))

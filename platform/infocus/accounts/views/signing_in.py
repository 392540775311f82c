"""Signing in and out, the links that come by mail, and the language of the pages."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.accounts import links, sessions, visits
from infocus.accounts.browser import forget, remember, signed_in
from infocus.accounts.forms import SignInForm
from infocus.accounts.models import Account
from infocus.accounts.queries import account_of
from infocus.accounts.services import set_language as keep_language
from infocus.accounts.signing_in import ask_for_link, check_password, renew_hash
from infocus.accounts.views.blueprint import blueprint
from infocus.accounts.visitor_cookie import forget_visit, visiting
from infocus.core.db import unit_of_work
from infocus.core.errors import NotFound
from infocus.core.i18n import COOKIE, LANGUAGES
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.back import own_path
from infocus.core.web.guard import requires

LANGUAGE_SECONDS = 31_536_000


def sign_in_with(account: Account) -> None:
    """Open a session for this browser and put it into the cookie; call it inside a unit of work."""
    present = signed_in()
    if present is not None:
        sessions.end(present.account.person_id, present.session_id)
    row, key = sessions.open_session(account, request.user_agent.string)
    remember(account, row.id, key)


@blueprint.get("/sign-in")
@requires(Permission.OPEN_PAGE)
def sign_in() -> ResponseReturnValue:
    """The ways to sign in; who is signed in already goes on."""
    target = own_path(request.args.get("next"), "/")
    if current_actor().has_account:
        return redirect(target)
    form = SignInForm(formdata=None)
    form.next.data = target
    return render_template("accounts/sign_in.html", form=form)


@blueprint.post("/sign-in")
@requires(Permission.OPEN_PAGE)
def sign_in_now() -> ResponseReturnValue:
    """By password; without one, or on request, by a link that is sent."""
    form = SignInForm()
    target = own_path(form.next.data, "/")
    if not form.validate():
        return render_template("accounts/sign_in.html", form=form), 422
    address = request.remote_addr or ""
    if request.form.get("way") == "link" or not form.password.data:
        with unit_of_work():
            ask_for_link(form.email.data or "", "sign-in", address, target)
        return render_template("accounts/sign_in.html", form=form, sent=True)
    account = check_password(form.email.data or "", form.password.data, address)
    if account is None:
        form.form_errors.append(_("This address and password do not belong together."))
        return render_template("accounts/sign_in.html", form=form), 422
    person_id = account.person_id
    with unit_of_work():
        account = account_of(person_id)
        renew_hash(account, form.password.data)
        sign_in_with(account)
    return redirect(target)


@blueprint.get("/sign-in/<key>")
@requires(Permission.OPEN_PAGE)
def sign_in_link(key: str) -> ResponseReturnValue:
    """The page of a link from a mail: its button signs in, opening it does not."""
    link = links.find(key, "sign-in")
    return render_template("accounts/link.html", link=link), 200 if link else 404


@blueprint.post("/sign-in/<key>")
@requires(Permission.OPEN_PAGE)
def use_sign_in_link(key: str) -> ResponseReturnValue:
    """Sign in by the link, once."""
    try:
        with unit_of_work():
            link = links.use(key, "sign-in")
            target = own_path(str(link.payload.get("target", "")), "/")
            sign_in_with(account_of(link.person_id))
    except NotFound:
        return render_template("accounts/link.html", link=None), 404
    return redirect(target)


@blueprint.post("/sign-out")
@requires(Permission.OPEN_PAGE)
def sign_out() -> ResponseReturnValue:
    """End this browser's session on the server, its open sockets too, and empty the cookie."""
    user = signed_in()
    if user is not None:
        with unit_of_work():
            sessions.end(user.account.person_id, user.session_id)
    visit = visiting()
    if visit is not None:
        with unit_of_work():
            visits.end(visit.person_id)
    forget()
    flash(_("You are signed out."), "success")
    response = redirect(url_for("accounts.sign_in"))
    forget_visit(response)
    return response


@blueprint.post("/language")
@requires(Permission.OPEN_PAGE)
def set_language() -> ResponseReturnValue:
    """Show the pages in another language: kept in a cookie, and with the person when somebody is signed in."""
    language = request.form.get("language", "")
    response = redirect(own_path(request.form.get("next"), "/"))
    if language in LANGUAGES:
        actor = current_actor()
        if actor.signed_in:
            with unit_of_work():
                keep_language(actor.person, language)
        response.set_cookie(COOKIE, language, max_age=LANGUAGE_SECONDS, httponly=True, samesite="Lax")
    return response

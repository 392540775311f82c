"""The page Me and the profile on it."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.accounts import bouncing, sessions, tokens
from infocus.accounts.forms import PictureForm, ProfileForm
from infocus.accounts.models import Account
from infocus.accounts.panels import panels_of
from infocus.accounts.pictures import set_picture, take_in
from infocus.accounts.queries import account_of
from infocus.accounts.services import set_profile
from infocus.accounts.views.blueprint import blueprint
from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor, forget_actor
from infocus.core.web.guard import requires


def my_account() -> Account:
    """The account of whoever is signed in."""
    return account_of(current_actor().person_id)


@blueprint.get("/me")
@requires(Permission.USE_ACCOUNT)
def me() -> ResponseReturnValue:
    """What waits for me, who I am to the others, and how I sign in."""
    account = my_account()
    return render_template(
        "accounts/me.html",
        account=account,
        panels=panels_of(current_actor()),
        session_count=len(sessions.listed(account.person_id)),
        token_count=len(tokens.listed(account.person_id)),
        trouble=bouncing.trouble_of(account),
    )


@blueprint.post("/me/mail-again")
@requires(Permission.USE_ACCOUNT)
def try_mail_again() -> ResponseReturnValue:
    """Send mail to my address again, which came back before."""
    with unit_of_work():
        bouncing.try_again(my_account())
    flash(_("Mail goes to your address again."), "success")
    return redirect(url_for("accounts.me"), 303)


@blueprint.get("/me/profile")
@requires(Permission.USE_ACCOUNT)
def profile() -> ResponseReturnValue:
    """The form of the profile."""
    return _profile_page(ProfileForm(formdata=None, obj=my_account().person), PictureForm(formdata=None))


@blueprint.post("/me/profile")
@requires(Permission.USE_ACCOUNT)
def save_profile() -> ResponseReturnValue:
    """Store the profile."""
    form = ProfileForm()
    try:
        if form.validate():
            with unit_of_work():
                set_profile(my_account().person, form.profile())
            forget_actor()
            flash(_("Your profile is saved."), "success")
            return redirect(url_for("accounts.me"))
    except Invalid as error:
        form.take_errors(error)
    return _profile_page(form, PictureForm(formdata=None)), 422


@blueprint.post("/me/picture")
@requires(Permission.USE_ACCOUNT)
def save_picture() -> ResponseReturnValue:
    """Take a picture in; it is encoded anew first."""
    form = PictureForm()
    try:
        if form.validate():
            key = take_in(form.picture.data.stream)
            with unit_of_work():
                set_picture(my_account().person, key)
            flash(_("Your picture is saved."), "success")
            return redirect(url_for("accounts.profile"))
    except Invalid as error:
        form.take_errors(error)
    return _profile_page(ProfileForm(formdata=None, obj=my_account().person), form), 422


@blueprint.post("/me/picture/remove")
@requires(Permission.USE_ACCOUNT)
def remove_picture() -> ResponseReturnValue:
    """Show no picture any more; its file is deleted."""
    with unit_of_work():
        set_picture(my_account().person, None)
    flash(_("Your picture is removed."), "success")
    return redirect(url_for("accounts.profile"))


def _profile_page(form: ProfileForm, picture_form: PictureForm) -> str:
    return render_template("accounts/profile.html", form=form, picture_form=picture_form, person=my_account().person)

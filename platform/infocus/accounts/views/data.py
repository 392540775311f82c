"""API tokens, and what the installation holds about a person."""

import json

from flask import Response, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.accounts import tokens
from infocus.accounts.forms import TokenForm
from infocus.accounts.own_data import export
from infocus.accounts.views.blueprint import blueprint
from infocus.accounts.views.me import my_account
from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires


def _page(form: TokenForm, key: str = "") -> str:
    return render_template(
        "accounts/tokens.html", form=form, key=key, tokens=tokens.listed(current_actor().person), most=tokens.MOST_DAYS
    )


@blueprint.get("/me/tokens")
@requires(Permission.USE_ACCOUNT)
def token_list() -> ResponseReturnValue:
    """The tokens, and a form for another."""
    return _page(TokenForm(formdata=None, scopes=["read"]))


@blueprint.post("/me/tokens")
@requires(Permission.USE_ACCOUNT)
def make_token() -> ResponseReturnValue:
    """Make a token; its key is shown in this answer and never again."""
    form = TokenForm()
    try:
        if form.validate():
            with unit_of_work():
                _token, key = tokens.create(
                    my_account(), form.name.data or "", list(form.scopes.data or []), form.days.data or 0
                )
            return _page(TokenForm(formdata=None, scopes=["read"]), key), 201, {"Cache-Control": "no-store"}
    except Invalid as error:
        form.take_errors(error)
    return _page(form), 422


@blueprint.post("/me/tokens/<token_id>/revoke")
@requires(Permission.USE_ACCOUNT)
def revoke_token(token_id: str) -> ResponseReturnValue:
    """End a token at once."""
    with unit_of_work():
        tokens.revoke(current_actor().person, token_id)
    flash(_("The token is revoked; programs that use it are refused from now on."), "success")
    return redirect(url_for("accounts.token_list"))


@blueprint.get("/me/data")
@requires(Permission.USE_ACCOUNT)
def data() -> ResponseReturnValue:
    """What is kept about me, and how to take it away."""
    return render_template("accounts/data.html")


@blueprint.get("/me/data.json")
@requires(Permission.USE_ACCOUNT)
def data_file() -> ResponseReturnValue:
    """Everything about me as a JSON file."""
    body = json.dumps(export(my_account()), ensure_ascii=False, indent=2)
    headers = {"Content-Disposition": 'attachment; filename="my-data.json"', "Cache-Control": "no-store"}
    return Response(body, mimetype="application/json", headers=headers)

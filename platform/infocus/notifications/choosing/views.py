"""How my mail comes; and the page that stops it, which needs no account."""

from flask import flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale
from flask_babel import gettext as _

from infocus.accounts.models import Account
from infocus.accounts.queries import account_of
from infocus.core.db import db, unit_of_work
from infocus.core.errors import Invalid, NotFound
from infocus.core.i18n import locale_of
from infocus.core.limits import limits
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.notifications import signing
from infocus.notifications.choosing import services
from infocus.notifications.choosing.forms import MailForm
from infocus.notifications.choosing.queries import choice_of
from infocus.notifications.views import blueprint

TRIES = "60/minute"


@blueprint.route("/mail", methods=["GET", "POST"])
@requires(Permission.USE_ACCOUNT)
def mail() -> ResponseReturnValue:
    """How often mail comes, and when it is night."""
    actor = current_actor()
    account, choice = account_of(actor.person_id), choice_of(actor.person)
    stored = {"often": account.digest, "direct": choice.direct}
    form = MailForm(data=stored | {"quiet_from": choice.quiet_from, "quiet_until": choice.quiet_until})
    try:
        if form.validate_on_submit():
            with unit_of_work():
                services.choose(actor, form.choices())
            flash(_("Your mail comes as you chose."), "success")
            return redirect(url_for("notifications.mail"), 303)
    except Invalid as error:
        form.take_errors(error)
    page = render_template("notifications/choosing/mail.html", form=form, account=account_of(actor.person_id))
    return page, 422 if form.errors else 200


@blueprint.route("/unsubscribe/<key>", methods=["GET", "POST"])
@requires(Permission.OPEN_PAGE)
def unsubscribe(key: str) -> ResponseReturnValue:
    """Stop what the mail names. Opening the page asks (mail scanners open links); one click, or RFC 8058's POST, does.

    The signed address is the right: nothing else is asked, no cookie and no form token, since mail programs send none.
    """
    limits().hit(TRIES, "unsubscribe", request.remote_addr or "")
    person_id, what = signing.who_and_what(key)
    account = db.session.get(Account, person_id)
    if account is None:
        raise NotFound
    language = account.person.language
    done = request.method == "POST"
    if done:
        with unit_of_work():
            services.stop(person_id, what)
    kind = what if what in {services.DIGEST, services.DIRECT} else "watch"
    with force_locale(locale_of(language)):
        answer = make_response(render_template("notifications/choosing/unsubscribe.html", kind=kind, done=done))
    answer.headers["Cache-Control"] = "private, no-store"
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer

"""The pages of saved searches: save one, all of mine, one of them with what is new."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.accounts.queries import account_of
from infocus.core.db import unit_of_work
from infocus.core.errors import Invalid, NotFound
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.core.web.links import absolute
from infocus.library import asked
from infocus.library.facets import type_label
from infocus.library.saved import answers, queries, services
from infocus.library.saved.forms import FeedForm, NameForm, SaveForm
from infocus.library.saved.jobs import read_search
from infocus.library.saved.models import Alert, SavedSearch
from infocus.library.saved.words import chips, labels_of, name_for
from infocus.library.shapes import SearchForm
from infocus.library.views.blueprints import library
from infocus.records.urls import record_path

SAVED = {
    Alert.PAGE: lambda name: _("“%(name)s” is saved. What is new comes among your notifications.", name=name),
    Alert.MAIL: lambda name: _("“%(name)s” is saved. What is new comes with your daily mail.", name=name),
    Alert.NONE: lambda name: _("“%(name)s” is saved.", name=name),
}


@library.route("/library/save", methods=["GET", "POST"])
@requires(Permission.USE_ACCOUNT)
def save_search() -> ResponseReturnValue:
    """Name a search and choose how to hear of it. ``search`` is its query string; without a name the form is shown."""
    question = read_search(request.values.get("search", ""))
    search = asked.query_string(question)
    if "name" not in request.form:
        return _save_page(SaveForm(formdata=None, search=search, name=_name_for(question)), question)
    form = SaveForm()
    form.search.data = search
    try:
        if form.validate():
            present = answers.present_answers(current_actor(), question)
            with unit_of_work():
                saved = services.save_search(
                    current_actor(), search, form.name.data or "", form.alert.data or "", present
                )
                said = SAVED[Alert(saved.alert)](saved.name)
            flash(said, "success")
            return redirect(f"{url_for('library.index')}?{search}", 303)
    except Invalid as error:
        form.take_errors(error)
    return _save_page(form, question, 422)


@library.get("/library/saved")
@requires(Permission.USE_ACCOUNT)
def saved_searches() -> ResponseReturnValue:
    """All of mine, with what is new in each."""
    actor = current_actor()
    mine = queries.own_searches(actor)
    questions = {saved.id: read_search(saved.search) for saved in mine}
    labels = labels_of(current_actor(), questions.values())
    return render_template(
        "library/saved.html",
        searches=mine,
        chips={saved_id: chips(form, labels) for saved_id, form in questions.items()},
        new=queries.new_counts(actor),
        removed=_removed(request.args.get("removed", "")),
        is_member=bool(actor.memberships),
    )


@library.get("/library/saved/<saved_id>")
@requires(Permission.USE_ACCOUNT)
def saved_search(saved_id: str) -> ResponseReturnValue:
    """One of mine: what is new, its name and alert, its feed. What is shown as new counts as seen from now on."""
    actor = current_actor()
    saved = queries.get_own(actor, saved_id)
    page = _page(saved, NameForm(formdata=None, name=saved.name, alert=saved.alert))
    with unit_of_work():
        services.looked(actor, queries.get_own(actor, saved_id))
    return page


@library.post("/library/saved/<saved_id>")
@requires(Permission.USE_ACCOUNT)
def change_saved_search(saved_id: str) -> ResponseReturnValue:
    """Give it another name or alert."""
    actor, form = current_actor(), NameForm()
    saved = queries.get_own(actor, saved_id)
    try:
        if form.validate():
            with unit_of_work():
                saved = queries.get_own(actor, saved_id)
                services.change(actor, saved, form.name.data or "", form.alert.data or "")
            flash(_("Saved."), "success")
            return redirect(url_for("library.saved_search", saved_id=saved_id), 303)
    except Invalid as error:
        form.take_errors(error)
    return _page(saved, form), 422


@library.post("/library/saved/<saved_id>/feed")
@requires(Permission.USE_ACCOUNT)
def open_saved_feed(saved_id: str) -> ResponseReturnValue:
    """Make its feed, or change what it carries."""
    audience = request.form.get("audience", "")
    with unit_of_work():
        services.open_feed(current_actor(), queries.get_own(current_actor(), saved_id), audience)
    return _to_feed(saved_id)


@library.post("/library/saved/<saved_id>/feed/renew")
@requires(Permission.USE_ACCOUNT)
def renew_saved_feed(saved_id: str) -> ResponseReturnValue:
    """Another address for its feed."""
    with unit_of_work():
        services.renew_feed(current_actor(), queries.get_own(current_actor(), saved_id))
    flash(_("The feed has a new address. The one before answers nobody any more."), "success")
    return _to_feed(saved_id)


@library.post("/library/saved/<saved_id>/feed/close")
@requires(Permission.USE_ACCOUNT)
def close_saved_feed(saved_id: str) -> ResponseReturnValue:
    """No feed any more."""
    with unit_of_work():
        services.close_feed(current_actor(), queries.get_own(current_actor(), saved_id))
    flash(_("The feed is off. Its address answers nobody any more."), "success")
    return _to_feed(saved_id)


@library.post("/library/saved/<saved_id>/remove")
@requires(Permission.USE_ACCOUNT)
def remove_saved_search(saved_id: str) -> ResponseReturnValue:
    """Let it go; the list offers to take that back."""
    with unit_of_work():
        services.remove(current_actor(), queries.get_own(current_actor(), saved_id))
    return redirect(url_for("library.saved_searches", removed=saved_id), 303)


@library.post("/library/saved/<saved_id>/restore")
@requires(Permission.USE_ACCOUNT)
def restore_saved_search(saved_id: str) -> ResponseReturnValue:
    """Bring a removed one back."""
    with unit_of_work():
        services.restore(current_actor(), queries.get_own(current_actor(), saved_id, removed=True))
    return redirect(url_for("library.saved_searches"), 303)


def _save_page(form: SaveForm, question: SearchForm, status: int = 0) -> ResponseReturnValue:
    search = asked.query_string(question)
    page = render_template(
        "library/save.html",
        form=form,
        search=search,
        chips=chips(question, labels_of(current_actor(), [question])),
        there=queries.same_search(current_actor(), search) if search else None,
        gets_mail=account_of(current_actor().person_id).digest != "never",
    )
    return page, status or (200 if search else 422)


def _page(saved: SavedSearch, form: NameForm) -> str:
    actor, question = current_actor(), read_search(saved.search)
    secret = services.feed_secret(saved)
    return render_template(
        "library/saved_one.html",
        saved=saved,
        form=form,
        feed_form=FeedForm(formdata=None, audience=saved.feed_audience),
        feed=absolute("feeds.search", secret=secret) if secret else None,
        chips=chips(question, labels_of(current_actor(), [question])),
        answers=queries.new_answers(actor, saved),
        gets_mail=account_of(actor.person_id).digest != "never",
        record_path=record_path,
        type_label=type_label,
    )


def _name_for(question: SearchForm) -> str:
    return name_for(question, labels_of(current_actor(), [question]), services.NAME)


def _removed(saved_id: str) -> SavedSearch | None:
    """What was removed just now, so that it can be brought back."""
    try:
        return queries.get_own(current_actor(), saved_id, removed=True)
    except NotFound:
        return None


def _to_feed(saved_id: str) -> ResponseReturnValue:
    return redirect(url_for("library.saved_search", saved_id=saved_id, _anchor="feed"), 303)

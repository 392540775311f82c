"""My last searches; and what a network's people look for and do not find."""

from urllib.parse import urlencode

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core.db import unit_of_work
from infocus.core.i18n import language_name
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.library import history
from infocus.library.saved.jobs import read_search
from infocus.library.saved.words import chips, labels_of
from infocus.library.searched import queries, services
from infocus.library.views.blueprints import library
from infocus.networks.context import network_or_404
from infocus.networks.views.tables import csv_answer


@library.get("/library/history")
@requires(Permission.USE_ACCOUNT)
def search_history() -> ResponseReturnValue:
    """My last searches, which nobody else sees."""
    history.write_waiting()
    actor = current_actor()
    past = queries.own_history(actor)
    questions = {each.id: read_search(each.search) for each in past}
    labels = labels_of(current_actor(), questions.values())
    return render_template(
        "library/history.html",
        past=past,
        chips={past_id: chips(form, labels) for past_id, form in questions.items()},
        keeps=queries.keeps_history(actor),
        most=services.MOST,
        days=services.KEPT.days,
    )


@library.post("/library/history/<past_id>/remove")
@requires(Permission.USE_ACCOUNT)
def forget_search(past_id: str) -> ResponseReturnValue:
    """Forget one."""
    with unit_of_work():
        services.remove_one(current_actor(), past_id)
    return redirect(url_for("library.search_history"), 303)


@library.post("/library/history/clear")
@requires(Permission.USE_ACCOUNT)
def forget_searches() -> ResponseReturnValue:
    """Forget all of them."""
    history.write_waiting()
    with unit_of_work():
        services.remove_all(current_actor())
    flash(_("Your searches are forgotten."), "success")
    return redirect(url_for("library.search_history"), 303)


@library.post("/library/history/keeping")
@requires(Permission.USE_ACCOUNT)
def keep_searches() -> ResponseReturnValue:
    """Keep my searches (``keep=yes``), or nothing of them from now on."""
    history.write_waiting()
    keep = request.form.get("keep") == "yes"
    with unit_of_work():
        services.set_keeping(current_actor(), keep)
    said = (
        _("Your searches are kept from now on.") if keep else _("Nothing you search for is written down from now on.")
    )
    flash(said, "success")
    return redirect(url_for("library.search_history"), 303)


@library.get("/<network>/missed-searches")
@requires(Permission.READ_MISSED_SEARCHES)
def missed_searches(network: str) -> ResponseReturnValue:
    """What people look for and do not find; with ``hidden=yes`` what was taken off the list."""
    history.write_waiting()
    place = network_or_404(network)
    hidden = request.args.get("hidden") == "yes"
    return render_template(
        "library/missed.html",
        network=place,
        missed=queries.missed_searches(current_actor(), place, hidden=hidden),
        hidden=hidden,
        again=lambda words: f"{url_for('library.index')}?{urlencode({'q': words})}",
    )


@library.get("/<network>/missed-searches.csv")
@requires(Permission.READ_MISSED_SEARCHES)
def missed_searches_csv(network: str) -> ResponseReturnValue:
    """The same list for a spreadsheet."""
    place = network_or_404(network)
    rows: list[list[object]] = [[_("Words"), _("How often"), _("First"), _("Last"), _("Languages of the readers")]]
    for each in queries.missed_searches(current_actor(), place):
        languages = ", ".join(language_name(code) for code in each.languages)
        days = [each.first_at.date().isoformat(), each.last_at.date().isoformat()]
        rows.append([each.words, each.count, *days, languages])
    return csv_answer(f"{place.slug}-missed-searches", rows)


@library.post("/<network>/missed-searches/<missed_id>/hide")
@requires(Permission.READ_MISSED_SEARCHES)
def hide_missed(network: str, missed_id: str) -> ResponseReturnValue:
    """Take one off the list: it is answered, or it is nothing."""
    _set_hidden(network, missed_id, hidden=True)
    return redirect(url_for("library.missed_searches", network=network), 303)


@library.post("/<network>/missed-searches/<missed_id>/show")
@requires(Permission.READ_MISSED_SEARCHES)
def show_missed(network: str, missed_id: str) -> ResponseReturnValue:
    """Put one back on the list."""
    _set_hidden(network, missed_id, hidden=False)
    return redirect(url_for("library.missed_searches", network=network, hidden="yes"), 303)


def _set_hidden(network: str, missed_id: str, *, hidden: bool) -> None:
    with unit_of_work():
        place = network_or_404(network)
        row = queries.get_missed(current_actor(), place, missed_id)
        services.set_hidden(current_actor(), place, row, hidden)

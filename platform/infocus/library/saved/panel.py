"""Saved searches on the page Me and in the export of a person's own data."""

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import select

from infocus.accounts.own_data import contributes_own_data
from infocus.accounts.panels import Line, Panel, contributes_panel
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.library.saved.models import SavedSearch
from infocus.library.saved.queries import new_counts, own_searches

SHOWN = 5


@contributes_panel("saved-searches", order=40)
def my_searches(actor: Actor) -> Panel:
    """Those with something new first."""
    new = new_counts(actor)
    mine = sorted(own_searches(actor), key=lambda saved: not new.get(saved.id))
    lines = tuple(
        Line(saved.name, url_for("library.saved_search", saved_id=saved.id), _note(new.get(saved.id, 0)))
        for saved in mine[:SHOWN]
    )
    empty = _("Save a search in the library, and you hear when something new answers it.")
    return Panel(_("Saved searches"), lines, empty, url_for("library.saved_searches"))


def _note(count: int) -> str:
    return ngettext("%(num)d new", "%(num)d new", count) if count else ""


@contributes_own_data("saved_searches")
def searches_as_data(person_id: str) -> list[dict[str, str | bool]]:
    """Every search the person keeps."""
    mine = select(SavedSearch).where(SavedSearch.person_id == person_id).order_by(SavedSearch.id)
    return [
        {
            "name": saved.name,
            "search": saved.search,
            "alert": saved.alert,
            "feed": saved.feed_seed is not None,
            "feed_audience": saved.feed_audience,
            "created_at": saved.created_at.isoformat(),
        }
        for saved in db.session.scalars(mine)
    ]

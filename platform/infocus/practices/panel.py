"""One's drafts on the page Me."""

from flask_babel import format_date
from flask_babel import gettext as _

from infocus.accounts.panels import Line, Panel, contributes_panel
from infocus.core.actor import Actor
from infocus.practices.queries import drafts_of
from infocus.records.urls import record_path


@contributes_panel("drafts", order=20)
def drafts(actor: Actor) -> Panel:
    """Practices in work, the newest change first."""
    lines = tuple(
        Line(draft.title or _("Untitled"), f"{record_path(draft)}/edit", str(format_date(draft.updated_at, "d MMM")))
        for draft in drafts_of(actor)
    )
    return Panel(_("My drafts"), lines, _("No draft waits. A practice begins as one."))

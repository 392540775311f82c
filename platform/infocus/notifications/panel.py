"""The newest notifications on the page Me."""

from flask import url_for
from flask_babel import format_date
from flask_babel import gettext as _

from infocus.accounts.panels import Line, Panel, contributes_panel
from infocus.accounts.queries import account_of
from infocus.core.actor import Actor
from infocus.notifications.choosing.forms import OFTEN_WORDS
from infocus.notifications.queries import Told, own_notifications

SHOWN = 6


@contributes_panel("notifications", order=10)
def newest(actor: Actor) -> Panel:
    """The newest few; all of them are a click away."""
    lines = tuple(_line(told) for told in own_notifications(actor, limit=SHOWN).items)
    return Panel(_("Notifications"), lines, _("Nobody has told you anything yet."), url_for("notifications.index"))


@contributes_panel("mail", order=11)
def mail_and_watching(actor: Actor) -> Panel:
    """Where one says how mail comes and what is watched."""
    words = dict(OFTEN_WORDS)[account_of(actor.person_id).digest]
    lines = (
        Line(str(words), url_for("notifications.mail"), _("mail")),
        Line(_("Records, cities, networks and themes you watch"), url_for("notifications.watching"), _("watched")),
    )
    return Panel(_("What reaches me, and how"), lines, "")


def _line(told: Told) -> Line:
    note = str(format_date(told.row.created_at, "d MMM"))
    if told.row.read_at is None:
        note = f"{note}, {_('new')}"
    return Line(told.sentence, url_for("notifications.open_one", notification_id=told.row.id), note)

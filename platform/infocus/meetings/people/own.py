"""What a person finds on their page, takes away, and what is deleted when they leave."""

from flask_babel import gettext as _

from infocus.accounts.own_data import contributes_own_data, forgets_at_closing
from infocus.accounts.panels import Line, Panel, contributes_panel
from infocus.core.actor import Actor
from infocus.core.i18n import say_dates
from infocus.meetings.people.queries import held_about, unanswered
from infocus.meetings.people.services.forgetting import forget_person
from infocus.records.urls import record_path

contributes_own_data("meeting_lists")(held_about)
forgets_at_closing(forget_person)


@contributes_panel("meeting-invitations", order=15)
def my_invitations(actor: Actor) -> Panel:
    """Meetings one is asked to and has not answered for."""
    lines = [
        Line(
            row.meeting.title, f"{record_path(row.meeting)}/answer", say_dates(row.meeting.begins, row.meeting.finishes)
        )
        for row in unanswered(actor.person)
        if row.meeting.removed_at is None
    ]
    return Panel(_("Invitations to meetings"), tuple(lines), _("No invitation waits for your answer."))

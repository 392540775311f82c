"""On a meeting's page: the comments its actions were made of."""

from flask_babel import gettext as _

from infocus.comments.addresses import comment_path, passage_path
from infocus.comments.making import Maker, makes_of_comment
from infocus.comments.policy import may_read_comments
from infocus.core.actor import Actor
from infocus.meetings.from_comments.queries import made, offers, sources
from infocus.meetings.models import Meeting
from infocus.records.panels import Panel, record_panel

makes_of_comment("meetings.action", Maker(offers, made))


@record_panel(Meeting, 45)
def actions_from_comments(actor: Actor, meeting: Meeting) -> Panel | None:
    """Each with a link back to the comment; for who may read the comments."""
    rows = sources(meeting) if may_read_comments(actor, meeting) else []
    shown = [
        (row, passage_path(row.comment) or comment_path(row.comment))
        for row in rows
        if may_read_comments(actor, row.comment.record)
    ]
    if not shown:
        return None
    return Panel("meetings/from_comments/panel.html", {"rows": shown}, toc=("said", _("Actions from comments")))

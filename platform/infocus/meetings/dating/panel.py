"""The date on the page of a meeting and of an output: its source, and side by side what another source says."""

from flask_babel import gettext as _

from infocus.core.actor import Actor
from infocus.core.permissions import allows
from infocus.meetings.dating.queries import others_of, statements_of
from infocus.meetings.dating.services import permission_of
from infocus.meetings.models import Meeting, Output, StatementKind
from infocus.meetings.statements import Dated
from infocus.records.panels import Panel, record_panel

BESIDE = "meetings/dating/beside.html"
ASIDE = "meetings/dating/aside.html"


@record_panel(Meeting, 3)
def meeting_contradictions(actor: Actor, meeting: Meeting) -> Panel | None:
    """Two sources that disagree about a meeting's date."""
    return _beside(actor, meeting)


@record_panel(Output, 3)
def output_contradictions(actor: Actor, output: Output) -> Panel | None:
    """Two sources that disagree about an output's date."""
    return _beside(actor, output)


@record_panel(Meeting, 15)
def meeting_date(actor: Actor, meeting: Meeting) -> Panel | None:
    """Where a meeting's date was read, and the way to correct it."""
    return _aside(actor, meeting)


@record_panel(Output, 15)
def output_date(actor: Actor, output: Output) -> Panel | None:
    """An output's own date, and the way to correct it."""
    return _aside(actor, output)


def _beside(actor: Actor, record: Dated) -> Panel | None:
    others = others_of(record.id)
    if not others:
        return None
    context = {"record": record, "others": others, "may": allows(actor, permission_of(record), record)}
    return Panel(BESIDE, context, "main", ("dates", _("Dates")))


def _aside(actor: Actor, record: Dated) -> Panel | None:
    may = allows(actor, permission_of(record), record)
    statements = statements_of(record.id)
    if record.begins is None and not may and not statements:
        return None
    earlier = sum(each.kind == StatementKind.EARLIER for each in statements)
    context = {"record": record, "earlier": earlier, "others": len(statements) - earlier, "may": may}
    return Panel(ASIDE, context, "aside")

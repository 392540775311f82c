"""The report as a file: a PDF that a screen reader can read, or a DOCX that somebody may go on with."""

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.permissions import Permission, require
from infocus.engines.bound import engines
from infocus.engines.writing import docx
from infocus.engines.writing.sheet import Sheet
from infocus.library.offload import offload
from infocus.meetings.models import Meeting
from infocus.meetings.report.paper import Wanted, report_of
from infocus.meetings.report.queries import material_for


def report_for(actor: Actor, meeting: Meeting, wanted: Wanted) -> Sheet:
    """What the report says to this reader now. Raises ``NotFound`` for who does not read the meeting."""
    require(actor, Permission.READ_RECORD, meeting)
    return report_of(material_for(actor, meeting), wanted, clock.now())


def as_docx(report: Sheet) -> bytes:
    """The bytes of a DOCX, written beside the loop that serves everybody."""
    return offload(lambda: docx.write(report.whole))


def as_pdf(report: Sheet) -> bytes:
    """The bytes of a tagged PDF, set in a child process with a clock on it. Raises ``TypesettingError``."""
    return engines().typesetter.pdf(report.to_set(f"{report.paper.title}: {report.paper.subtitle}"))

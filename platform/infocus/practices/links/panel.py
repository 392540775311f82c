"""What a practice comes from, on its page; the practices that come from a record, on the record's."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from infocus.core.actor import Actor
from infocus.practices.models import Practice
from infocus.records.links import links_of, pointing_at
from infocus.records.models import Record
from infocus.records.panels import Panel, record_panel
from infocus.records.urls import record_path

WORDS = {
    "meeting": _l("Made at"),
    "review": _l("Shown at the peer review"),
    "output": _l("Part of the output"),
    "plan": _l("Part of the plan"),
    "practice": _l("Goes on from"),
}


@dataclass(frozen=True, slots=True)
class Linked:
    """A record and what it is to the practice, in words."""

    record: Record
    path: str
    words: str


def linked(actor: Actor, practice: Practice) -> Sequence[Linked]:
    """The records it is linked to that this reader may read."""
    return [Linked(each, record_path(each), str(WORDS.get(each.type, ""))) for each in links_of(actor, practice)]


@record_panel(Practice, 30)
def comes_from(actor: Actor, practice: Practice) -> Panel | None:
    """The links, beside the text."""
    rows = linked(actor, practice)
    return Panel("practices/links/of.html", {"rows": rows}, place="aside") if rows else None


@record_panel(Record, 60)
def practices_from(actor: Actor, record: Record) -> Panel | None:
    """The practices that come from a record."""
    rows = [(each, record_path(each)) for each in pointing_at(actor, record, Practice)]
    if not rows:
        return None
    toc = ("practices-from", _("Practices that come from this"))
    return Panel("practices/links/from.html", {"rows": rows}, toc=toc)

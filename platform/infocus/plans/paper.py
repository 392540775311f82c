"""A version of a plan as a document: title page, sections, tables of actions and risks."""

from collections.abc import Iterator, Sequence

from flask_babel import format_date
from flask_babel import gettext as _

from infocus.engines.writing.docx import write
from infocus.engines.writing.port import Block, Facts, Heading, NewPage, Paper, Prose, Table
from infocus.plans.models import Plan, PlanRow, PlanVersion, RowKind
from infocus.plans.queries import rows_of, sections_of
from infocus.plans.tables import CELLS
from infocus.plans.words import HEADS, STAGES, TABLES


def docx_of(version: PlanVersion) -> bytes:
    """The bytes of a DOCX file; words of our own are in the present locale, which the caller sets to the plan's."""
    plan = version.plan
    subtitle = _("Version %(number)s", number=version.number) + (f": {version.label}" if version.label else "")
    return write(
        Paper(
            title=plan.title,
            subtitle=subtitle,
            subject=_("Integrated Action Plan"),
            author=plan.partner.body if plan.partner else plan.network.name,
            language=plan.language,
            written=version.created_at,
            blocks=tuple(_blocks(plan, version)),
        )
    )


def _blocks(plan: Plan, version: PlanVersion) -> Iterator[Block]:
    yield Facts(
        (
            (_("City"), plan.partner.label if plan.partner else ""),
            (_("Network"), plan.network.name),
            (_("Stage"), str(STAGES[plan.state])),
            (_("Council decision"), plan.decision),
            (_("Adopted on"), plan.adopted_on),
            (_("Date of this version"), format_date(version.created_at)),
            (_("What has changed"), version.note),
        )
    )
    if plan.summary:
        yield Prose(plan.summary)
    yield NewPage()
    rows = rows_of(plan, version.number)
    sections = sections_of(plan, version.number)
    for section in sections:
        yield Heading(section.level, section.heading)
        yield Prose(section.text)
        yield from _tables([row for row in rows if row.section == section.key])
    known = {section.key for section in sections}
    yield from _tables([row for row in rows if row.section not in known])


def _tables(rows: Sequence[PlanRow]) -> Iterator[Block]:
    for kind in RowKind:
        own = [row for row in rows if row.kind == kind]
        names = [name for name in CELLS[kind] if any(row.cells.get(name) for row in own)]
        if own:
            heads = tuple(str(HEADS[name]) for name in names)
            cells = tuple(tuple(row.cells.get(name, "") for name in names) for row in own)
            yield Table(heads, cells, str(TABLES[kind]))

"""Plans with their versions; the file of each version is made by the worker, what stands in it is known before."""

import re

from infocus.core.db import db
from infocus.demo.content import records as shapes
from infocus.demo.files import blocks
from infocus.demo.loading.book import Book, id_at
from infocus.library.models import DocumentRole
from infocus.library.parts import as_markdown
from infocus.plans.models import Plan, PlanUpdate, PlanVersion
from infocus.plans.reading import Found, store
from infocus.plans.tables import rows_in
from infocus.records.services import save

_HEADING = re.compile(r"(?:(\d+(?:\.\d+)*) )?(.+)")


def add_plans(book: Book, plans: tuple[shapes.Plan, ...]) -> None:
    """Every plan, under ``plan:KEY`` in the book."""
    for each in plans:
        partner = book.partners[each.partner]
        decision, _, adopted_on = each.versions[-1].decision.partition(", ")
        first, last = each.versions[0], each.versions[-1]
        plan = Plan(
            id=id_at(first.created_at),
            network=book.network,
            network_id=book.network.id,
            partner=partner,
            partner_id=partner.id,
            author_id=book.people[first.author].id,
            title=each.title,
            summary=each.summary,
            language=each.language,
            visibility=each.visibility,
            state=last.stage,
            decision=decision,
            adopted_on=adopted_on,
        )
        save(plan, at=first.created_at)
        for version in each.versions:
            _add_version(book, plan, each, version)
        for day, text in each.updates:
            plan.updates.append(PlanUpdate(day=day, text=text, person_id=book.people[last.author].id))
        plan.updated_at = last.created_at
        book.records[f"plan:{each.key}"] = plan
    db.session.flush()


def _add_version(book: Book, plan: Plan, each: shapes.Plan, version: shapes.PlanVersion) -> None:
    author = book.people[version.author]
    row = PlanVersion(
        id=id_at(version.created_at),
        number=version.number,
        label=version.label,
        note=version.note,
        created_by=author.id,
        created_at=version.created_at,
    )
    plan.versions.append(row)
    db.session.flush()
    store(row, sections_in(version.file.document))
    book.files.append(
        {
            "spec": f"plan:{each.key}:{version.number}",
            "record": plan.id,
            "role": DocumentRole.PLAN.value,
            "name": version.file.name,
            "language": each.language,
            "note": version.note,
            "plan_version": row.id,
            "by": author.id,
            "at": version.created_at.isoformat(),
        }
    )


def sections_in(document: shapes.Document) -> list[Found]:
    """What the worker will read in the file: with it here, reviews have keys of sections, which that reading keeps."""
    found = [Found("", document.title, 1, None, f"{document.organisation}\n\n{document.subtitle}")]
    for block in blocks.read(document.body):
        if isinstance(block, blocks.Heading):
            heading = _HEADING.fullmatch(block.text)
            number, title = (heading[1] or "", heading[2]) if heading else ("", block.text)
            found.append(Found(number, title, block.level, None, ""))
        else:
            _put(found[-1], block)
    return found


def _put(section: Found, block: blocks.Block) -> None:
    words = ""
    if isinstance(block, blocks.Table):
        rows = rows_in(block.rows, f"{section.number} {section.title}".strip())
        section.rows += rows
        words = "" if rows else as_markdown(block.rows)
    elif isinstance(block, blocks.Paragraph | blocks.Quote):
        words = block.text
    elif isinstance(block, blocks.Listing):
        words = "\n".join(f"- {item}" for item in block.items)
    section.text = "\n\n".join(filter(None, (section.text, words)))

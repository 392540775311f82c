"""Plans with their versions; the file of each version is made by the worker."""

from infocus.core.db import db
from infocus.demo.content import records as shapes
from infocus.demo.loading.book import Book, id_at
from infocus.library.models import DocumentRole
from infocus.plans.models import Plan, PlanVersion
from infocus.records.services import save


def add_plans(book: Book, plans: tuple[shapes.Plan, ...]) -> None:
    """Every plan, under ``plan:KEY`` in the book."""
    for each in plans:
        partner = book.partners[each.partner]
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
            decision=last.decision,
        )
        save(plan, at=first.created_at)
        for version in each.versions:
            _add_version(book, plan, each, version)
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

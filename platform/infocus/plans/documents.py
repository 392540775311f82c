"""What a plan puts into the search index: what is said about it, and its newest read version page by page."""

from infocus.core.db import db
from infocus.engines.search.port import Entry
from infocus.library.documents import record_entries
from infocus.plans.models import Plan
from infocus.plans.queries import sections_of
from infocus.records.entries import indexes


@indexes("plan")
def plan_entries(plan_id: str) -> list[Entry] | None:
    """All entries of a plan; ``None`` when it is gone."""
    plan = db.session.get(Plan, plan_id)
    if plan is None or plan.removed_at:
        return None
    text = "\n".join(filter(None, (plan.summary, plan.decision, *(version.note for version in plan.versions))))
    if plan.current and plan.current.is_edited_here:  # it has no file whose pages are found
        text = "\n".join([text, *(f"{each.heading}\n{each.text}" for each in sections_of(plan, plan.current.number))])
    return record_entries(plan, text)

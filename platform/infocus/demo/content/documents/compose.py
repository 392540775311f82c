"""Pages put together from what the network already says about its partners and practices."""

from collections.abc import Mapping

from infocus.demo.content.cities.all import CITIES
from infocus.demo.content.documents.headings import HEADINGS
from infocus.demo.content.practices.all import PRACTICES
from infocus.demo.content.records import Practice
from infocus.demo.content.shapes import Partner
from infocus.vocabularies.registry import label

PARTNERS: Mapping[str, Partner] = {city.partner.slug: city.partner for city in CITIES}


def city_pages(says: Mapping[str, tuple[str, str, str]]) -> str:
    """A chapter a city: what it said, what it asks, and where it works. In the order of the partners."""
    return "\n\n".join(_city_page(PARTNERS[slug], *says[slug]) for slug in PARTNERS)


def _city_page(partner: Partner, title: str, note: str, question: str) -> str:
    rows = "\n".join(
        f"| {', '.join(label('ecosystems', code) for code in priority.ecosystems)} "
        f"| {'emerging' if priority.emerging else 'priority'} | {priority.year} |"
        for priority in partner.priorities
    )
    return (
        f"# {title}\n\n{note}\n\n## A question to the others\n\n> {question}\n\n"
        f"!table Where {partner.label} works (illustrative)\n| Sectors | Standing | Since |\n{rows}"
    )


def profile(partner: Partner) -> str:
    """Two chapters of the baseline study: who the partner is, and what it specialises in."""
    themes = "\n".join(f"- {label('work_areas', code)}" for code in partner.themes)
    unsure = "" if partner.nuts3.confirmed else " (to be confirmed)"
    first = (
        f"# {partner.label}\n\n{partner.summary}\n\n!table The body behind the name\n| What | Who |\n"
        f"| Body that takes part | {partner.body} |\n| Kind of territory | {partner.kind} |\n"
        f"| NUTS 3 | {partner.nuts3.value}{unsure} |\n\n## Where it works\n\n{themes}"
    )
    statements = "\n\n".join(
        f"## {', '.join(label('ecosystems', code) for code in priority.ecosystems)}\n\n{priority.text} "
        f"{'An emerging field.' if priority.emerging else 'A stated priority.'}\n\n"
        f"Tie to the region: {priority.regional_tie}\n\nSource: {priority.source}, {priority.year}."
        for priority in partner.priorities
    )
    return f"{first}\n\n# {partner.label}: what it specialises in\n\n{statements}"


def cases() -> str:
    """A chapter for each published practice, in its own language, without what only its city may read."""
    shown = (each for each in PRACTICES if each.state == "published")
    return "\n\n".join(_case(practice) for practice in shown)


def _case(practice: Practice) -> str:
    headings = HEADINGS[practice.language]
    hidden = {field for field, visibility in practice.section_visibility if visibility == "partner"}
    texts = {
        "problem": practice.problem,
        "how": practice.how,
        "evidence": practice.evidence,
        "wrong": practice.wrong,
        "conditions": practice.conditions,
    }
    parts = [f"# {practice.title}", f"> {practice.lesson}", practice.summary]
    for field, text in texts.items():
        if text and field not in hidden:
            parts += [f"## {getattr(headings, field)}", text]
    return "\n\n".join(parts)

"""Ostrava: a draft that waits for its review. Illustrative from the first line to the last, but for the two themes."""

from infocus.demo.content.plans import ostrava_parts as parts
from infocus.demo.content.plans.compose import document
from infocus.demo.content.records import FileSpec, Plan, PlanAction, PlanSection, PlanVersion
from infocus.demo.content.words import at

_TITLE = "Integrated Action Plan of Ostrava"


def _version(
    number: int,
    label: str,
    stage: str,
    note: str,
    day: str,
    sections: tuple[PlanSection, ...],
    actions: tuple[PlanAction, ...],
) -> PlanVersion:
    words = document("en", _TITLE, label, "City of Ostrava", day, sections, actions)
    return PlanVersion(
        number=number,
        label=label,
        stage=stage,
        note=note,
        author="coordinator@ostrava.example",
        created_at=at(f"{day}T10:00"),
        sections=sections,
        actions=actions,
        file=FileSpec(name=f"ostrava-plan-{number}.docx", document=words),
    )


PLAN = Plan(
    key="ostrava-plan",
    partner="ostrava",
    title=_TITLE,
    language="en",
    visibility="network",
    summary="Technicians who stay, and a large hall filled a door at a time: a plan that asks before it builds.",
    facts=("The city works on talent and on its tie to the regional strategy.",),
    versions=(
        _version(
            1,
            "Road map",
            "roadmap",
            "What we have and what we lack, with two first actions.",
            "2018-01-29",
            (parts.NEEDS, parts.ACTIONS),
            (parts.DOORS, parts.BRIDGE),
        ),
        _version(
            2,
            "Draft for the review",
            "draft",
            "Adds the logic, two actions for technicians, and who watches over the plan.",
            "2018-05-14",
            (parts.NEEDS, parts.LOGIC, parts.ACTIONS, parts.FRAMEWORK),
            (parts.DOORS, parts.BRIDGE, parts.YEAR, parts.TRAM),
        ),
    ),
)

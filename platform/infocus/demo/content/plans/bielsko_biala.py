"""Bielsko-Biala: a plan built from project fiches. Illustrative text around two known facts."""

from infocus.demo.content.plans import bielsko_biala_parts as parts
from infocus.demo.content.plans.compose import document
from infocus.demo.content.records import FileSpec, Plan, PlanAction, PlanSection, PlanVersion
from infocus.demo.content.words import at

_TITLE = "Integrated Action Plan of Bielsko-Biala"
_COUNTED = " What we count are leases longer than a year, no longer companies on the last day of December."
_COMPANIES, _LEASES = "Companies in hall B: 10", "Leases longer than a year in hall B: 8"


def _version(
    number: int,
    label: str,
    stage: str,
    note: str,
    day: str,
    sections: tuple[PlanSection, ...],
    actions: tuple[PlanAction, ...],
) -> PlanVersion:
    words = document("en", _TITLE, label, "Regional development agency ARR SA", day, sections, actions)
    return PlanVersion(
        number=number,
        label=label,
        stage=stage,
        note=note,
        author="coordinator@bielsko-biala.example",
        created_at=at(f"{day}T15:00"),
        sections=sections,
        actions=actions,
        file=FileSpec(name=f"bielsko-biala-plan-{number}.docx", document=words),
    )


_FIVE = (parts.hall_b(_COMPANIES), parts.DAY, parts.HEAT, parts.STAND, parts.LOOMS)

PLAN = Plan(
    key="bielsko-biala-plan",
    partner="bielsko-biala",
    title=_TITLE,
    language="en",
    visibility="network",
    summary="Twelve project fiches around a technology park after its largest tenant; six of them have signed owners.",
    facts=("The plan is built from project fiches.", "A risk survey was held in December 2017."),
    versions=(
        _version(
            1,
            "Draft 2",
            "draft",
            "First draft with all five signed fiches; risks still to come.",
            "2017-11-30",
            (parts.NEEDS, parts.LOGIC, parts.ACTIONS),
            _FIVE,
        ),
        _version(
            2,
            "Draft 3, frozen for the review",
            "draft",
            "Adds the implementation framework with the risk survey, and the house in the town.",
            "2018-01-08",
            (parts.NEEDS, parts.LOGIC, parts.ACTIONS, parts.FRAMEWORK),
            (*_FIVE, parts.HOUSE),
        ),
        _version(
            3,
            "After the peer review",
            "peer-reviewed",
            "Opens with what we own; veto for two members; names who pays in 2021; counts leases instead of companies.",
            "2018-03-28",
            (parts.NEEDS_AFTER, parts.LOGIC, parts.ACTIONS, parts.FRAMEWORK_AFTER),
            (parts.hall_b(_LEASES, _COUNTED), *_FIVE[1:], parts.HOUSE),
        ),
    ),
)

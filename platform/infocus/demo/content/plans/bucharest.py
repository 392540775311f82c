"""Bucharest, Sector 3: information technology and creative industries. Illustrative text around the known facts."""

from infocus.demo.content.plans import bucharest_parts as parts
from infocus.demo.content.plans.compose import document
from infocus.demo.content.records import FileSpec, Plan, PlanAction, PlanSection, PlanVersion
from infocus.demo.content.words import at

_TITLE = "Planul integrat de acțiune al Sectorului 3"


def _version(
    number: int,
    label: str,
    stage: str,
    note: str,
    day: str,
    sections: tuple[PlanSection, ...],
    actions: tuple[PlanAction, ...],
    decision: str = "",
) -> PlanVersion:
    words = document("ro", _TITLE, label, "Primăria Sectorului 3", day, sections, actions)
    return PlanVersion(
        number=number,
        label=label,
        stage=stage,
        note=note,
        author="coordinator@bucharest.example",
        created_at=at(f"{day}T12:00"),
        sections=sections,
        actions=actions,
        file=FileSpec(name=f"bucharest-plan-{number}.docx", document=words),
        decision=decision,
    )


PLAN = Plan(
    key="bucharest-plan",
    partner="bucharest",
    title=_TITLE,
    language="ro",
    visibility="network",
    summary=(
        "Tehnologia informației și industriile creative, cu puterile mici ale unui sector: curți, străzi, "
        "piețe și timp."
    ),
    facts=(
        "The plan is about IT&C and creative industries.",
        "It was adopted by council decision 249 of 26 June 2018.",
    ),
    versions=(
        _version(
            1,
            "Proiect pentru masa de revizuire",
            "draft",
            "Prima versiune completă, cu patru acțiuni.",
            "2018-01-09",
            (parts.NEEDS, parts.LOGIC, parts.ACTIONS, parts.FRAMEWORK),
            (parts.COURTYARDS, parts.DUCTS, parts.ROOMS, parts.REPAIR),
        ),
        _version(
            2,
            "Versiunea adoptată",
            "adopted",
            "Separă ce decide sectorul de ce cere orașului; adaugă filmul din piață; bugetul curților este anual.",
            "2018-06-26",
            (parts.NEEDS, parts.POWERS, parts.LOGIC, parts.ACTIONS, parts.FRAMEWORK_AFTER),
            (parts.COURTYARDS_YEARLY, parts.DUCTS, parts.ROOMS, parts.REPAIR, parts.FILM),
            "249, 2018-06-26",
        ),
    ),
    updates=(
        ("2018-10", "Ilustrativ: primele două curți au fost deschise, cu o zi înainte de termen."),
        ("2019-04", "Ilustrativ: tuburile pentru fibră au fost puse pe trei străzi repavate; a patra așteaptă orașul."),
    ),
)

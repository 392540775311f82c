"""Bordeaux: a plan about rooms. Illustrative text around one known fact."""

from infocus.demo.content.plans import bordeaux_parts as parts
from infocus.demo.content.plans.bordeaux_actions import FIRST_SIX, LAST_FOUR
from infocus.demo.content.plans.compose import document
from infocus.demo.content.records import FileSpec, Plan, PlanAction, PlanSection, PlanVersion
from infocus.demo.content.words import at

_TITLE = "Plan d’action intégré de Bordeaux Métropole"


def _version(
    number: int,
    label: str,
    stage: str,
    note: str,
    day: str,
    sections: tuple[PlanSection, ...],
    actions: tuple[PlanAction, ...],
    pages: int,
) -> PlanVersion:
    words = document("fr", _TITLE, label, "Bordeaux Métropole", day, sections, actions, paper="a5")
    return PlanVersion(
        number=number,
        label=label,
        stage=stage,
        note=note,
        author="coordinator@bordeaux.example",
        created_at=at(f"{day}T16:30"),
        sections=sections,
        actions=actions,
        file=FileSpec(name=f"bordeaux-plan-{number}.pdf", document=words, least_pages=pages),
    )


PLAN = Plan(
    key="bordeaux-plan",
    partner="bordeaux",
    title=_TITLE,
    language="fr",
    visibility="network",
    summary=(
        "100 000 emplois nouveaux d’ici 2030 : le plan demande dans quelles pièces, et suit une entreprise pas à pas."
    ),
    facts=("The plan names 100,000 new jobs by 2030.",),
    versions=(
        _version(
            1,
            "Feuille de route",
            "roadmap",
            "Les besoins, la logique et les six premières actions.",
            "2017-10-13",
            (parts.NEEDS, parts.LOGIC, parts.ACTIONS),
            FIRST_SIX,
            11,
        ),
        _version(
            2,
            "Projet",
            "draft",
            "Ajoute les quatre lieux, leurs mois vides, quatre actions et la mise en œuvre.",
            "2018-02-16",
            (parts.NEEDS, parts.SPACES, parts.LOGIC, parts.ACTIONS, parts.FRAMEWORK),
            (*FIRST_SIX, *LAST_FOUR),
            17,
        ),
        _version(
            3,
            "Projet pour la revue ouverte",
            "draft",
            "Ajoute la méthode, le croisement des filières et un résumé en anglais pour le panel.",
            "2018-04-27",
            (
                parts.METHOD,
                parts.NEEDS,
                parts.SPACES,
                parts.LOGIC,
                parts.CROSSING,
                parts.ACTIONS,
                parts.FRAMEWORK,
                parts.SUMMARY_EN,
            ),
            (*FIRST_SIX, *LAST_FOUR),
            20,
        ),
    ),
)

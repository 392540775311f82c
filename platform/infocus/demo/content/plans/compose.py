"""A plan's file from its sections and actions, in the plan's language."""

from typing import NamedTuple

from infocus.demo.content.records import Document, PlanAction, PlanSection


class Words(NamedTuple):
    """The names a plan's table needs."""

    actions: str
    number: str
    what: str
    who: str
    cost: str
    funding: str
    period: str
    indicator: str
    fiche: str
    thousands: str


WORDS = {
    "en": Words("Actions", "No.", "What", "Who", "Cost (€)", "Funding", "From-to", "Indicator", "Action", ","),
    "fr": Words("Actions", "N°", "Quoi", "Qui", "Coût (€)", "Financement", "De-à", "Indicateur", "Action", "\u202f"),
    "ro": Words("Acțiuni", "Nr.", "Ce", "Cine", "Cost (€)", "Finanțare", "De la-până la", "Indicator", "Acțiunea", "."),
}


def document(
    language: str,
    title: str,
    subtitle: str,
    organisation: str,
    date: str,
    sections: tuple[PlanSection, ...],
    actions: tuple[PlanAction, ...],
    *,
    paper: str = "a4",
) -> Document:
    """The document of one version: its sections, the action table after ``actions``, then a fiche an action."""
    words = WORDS[language]
    parts: list[str] = []
    for section in sections:
        parts += [f"# {section.title}", section.text]
        if section.key == "actions":
            parts += [_overview(words, actions), *(_fiche(words, action) for action in actions)]
    return Document(
        title=title,
        subtitle=subtitle,
        organisation=organisation,
        language=language,
        date=date,
        body="\n\n".join(parts),
        paper=paper,
    )


def _overview(words: Words, actions: tuple[PlanAction, ...]) -> str:
    rows = "\n".join(f"| {each.what} | {each.who} | {_money(words, each)} | {_period(each)} |" for each in actions)
    return f"!table {words.actions}\n| {words.what} | {words.who} | {words.cost} | {words.period} |\n{rows}"


def _fiche(words: Words, action: PlanAction) -> str:
    rows = (
        (words.who, action.who),
        (words.cost, _money(words, action)),
        (words.funding, action.funding),
        (words.period, _period(action)),
        (words.indicator, action.indicator),
    )
    table = "\n".join(f"| {name} | {value} |" for name, value in rows)
    head = f"# {words.fiche} {action.number}: {action.what}"
    return f"{head}\n\n{action.text}\n\n| {words.fiche} | {action.number} |\n{table}"


def _money(words: Words, action: PlanAction) -> str:
    return f"{action.cost:,}".replace(",", words.thousands)


def _period(action: PlanAction) -> str:
    return f"{action.start} – {action.end}"

"""The sections of a practice (domain.md, section 3): names, limits in code points, help, and the two depths."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

TITLE_LIMIT = 100
SUMMARY_LIMIT = 300


@dataclass(frozen=True, slots=True)
class Section:
    """One text section. ``card``: part of the short depth; ``needed``: validation asks for it."""

    name: str
    limit: int
    label: LazyString
    hint: LazyString
    card: bool = False
    needed: bool = True


SECTIONS: tuple[Section, ...] = (
    Section(
        "how",
        3_000,
        _l("How we did it, step by step"),
        _l("The how, so that somebody else can do it on Monday. One step a line."),
        card=True,
    ),
    Section("lesson", 300, _l("One lesson"), _l("What you would tell a colleague in the corridor."), card=True),
    Section(
        "contact",
        200,
        _l("Contact"),
        _l("Who answers a question from another city. Shown to the network only."),
        card=True,
    ),
    Section("problem", 1_500, _l("Problem and context"), _l("What was wrong, for whom, since when.")),
    Section("who", 800, _l("Who took part"), _l("Who decided, who worked, who gained.")),
    Section("resources", 800, _l("Resources needed"), _l("Money, people, time. Amounts as numbers go below.")),
    Section("evidence", 1_000, _l("Evidence of success"), _l("What changed, and how you know. Figures go below.")),
    Section(
        "wrong",
        1_000,
        _l("What went wrong, what we would not repeat"),
        _l("The part other cities read first. It can have a narrower audience than the record."),
    ),
    Section(
        "conditions",
        1_000,
        _l("Conditions, and what can be left out"),
        _l("What another city must have before it starts, and what it can do without."),
    ),
    Section("transfer", 1_000, _l("Potential for learning or transfer"), _l("Who could use it, and for what.")),
    Section("further", 1_000, _l("Further information"), _l("Links, papers, people."), needed=False),
)
BY_NAME: Mapping[str, Section] = {section.name: section for section in SECTIONS}
CARD = tuple(section for section in SECTIONS if section.card)
FULL = tuple(section for section in SECTIONS if not section.card)
NARROWER = ("partner", "network")
LIMITED_TO_NETWORK = frozenset({"contact"})
CRITERION_LIMIT = 600


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a record is: filled fields of those validation asks for, and what is open."""

    filled: int
    total: int
    open: tuple[LazyString, ...]
    card_done: bool

    @property
    def complete(self) -> bool:
        """Whether it can be submitted for validation."""
        return not self.open


def progress(title: str, summary: str, content: Mapping[str, Any]) -> Progress:
    """Count what is filled: title, summary, the sections that validation asks for, the themes and the criteria."""
    state: list[tuple[LazyString, bool]] = [(_l("Title"), bool(title)), (_l("Short summary"), bool(summary))]
    state += [(section.label, bool(content.get(section.name))) for section in SECTIONS if section.needed]
    state.append((_l("Themes"), bool(content.get("themes"))))
    state.append((_l("Self-check"), all((content.get("criteria") or {}).values()) and bool(content.get("criteria"))))
    card = bool(title and summary and all(content.get(section.name) for section in CARD))
    missing = tuple(label for label, done in state if not done)
    return Progress(len(state) - len(missing), len(state), missing, card)

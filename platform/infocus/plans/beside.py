"""What a later feature shows beside a plan: its reviews. Plans know no reviews; reviews register here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from infocus.core.actor import Actor
from infocus.plans.models import Plan


@dataclass(frozen=True, slots=True)
class Beside:
    """One thing beside a plan: a title, where it opens, its state, and when it is or was (a day)."""

    title: str
    path: str
    state: str
    day: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What to show for some plans: by plan, and the path to add one where the actor may."""

    by_plan: dict[str, list[Beside]]
    add_path: dict[str, str]


Source = Callable[[Actor, Sequence[Plan]], Shown]
_sources: list[Source] = []


def beside_plans(source: Source) -> Source:
    """Register the one source of what stands beside plans."""
    if source not in _sources:
        _sources.append(source)
    return source


def beside(actor: Actor, plans: Sequence[Plan]) -> Shown:
    """What stands beside these plans, for this reader."""
    shown = Shown({}, {})
    for source in _sources:
        found = source(actor, plans)
        shown.by_plan.update(found.by_plan)
        shown.add_path.update(found.add_path)
    return shown

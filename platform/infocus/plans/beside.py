"""What a later feature shows beside a plan: its reviews. Plans know no reviews; reviews register here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from infocus.core.actor import Actor
from infocus.networks.models import Network
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


@dataclass(frozen=True, slots=True)
class Way:
    """A link in the head of the list of plans."""

    label: str
    path: str


Source = Callable[[Actor, Sequence[Plan]], Shown]
WaySource = Callable[[Actor, Network], Sequence[Way]]
_sources: list[Source] = []
_ways: list[WaySource] = []


def beside_plans(source: Source) -> Source:
    """Register a source of what stands beside plans; what several know of one plan is shown together."""
    if source not in _sources:
        _sources.append(source)
    return source


def beside(actor: Actor, plans: Sequence[Plan]) -> Shown:
    """What stands beside these plans, for this reader."""
    shown = Shown({}, {})
    for source in _sources:
        found = source(actor, plans)
        for plan_id, things in found.by_plan.items():
            shown.by_plan.setdefault(plan_id, []).extend(things)
        shown.add_path.update(found.add_path)
    return shown


def ways_from_plans(source: WaySource) -> WaySource:
    """Register a source of links beside the list of a network's plans."""
    if source not in _ways:
        _ways.append(source)
    return source


def ways(actor: Actor, network: Network) -> list[Way]:
    """Where this reader can go from the list of a network's plans."""
    return [way for source in _ways for way in source(actor, network)]

"""What waits for a person on their page: features add panels (notifications, drafts)."""

from collections.abc import Callable
from dataclasses import dataclass

from infocus.core.actor import Actor


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that waits: what it is, where it leads, and a short note (a date, a state)."""

    title: str
    url: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """A titled list. ``empty`` is what the page says when there are no lines; ``more`` leads to all of them."""

    title: str
    lines: tuple[Line, ...]
    empty: str
    more: str = ""


Source = Callable[[Actor], Panel]
_sources: dict[str, tuple[int, Source]] = {}


def contributes_panel(name: str, order: int = 50) -> Callable[[Source], Source]:
    """Register a feature's panel for the page Me; a lower ``order`` comes first."""

    def register(source: Source) -> Source:
        _sources[name] = (order, source)
        return source

    return register


def panels_of(actor: Actor) -> list[Panel]:
    """Every feature's panel for this person."""
    return [source(actor) for _order, source in sorted(_sources.values(), key=lambda pair: pair[0])]

"""What the parts of a feature put on a record's page: panels below, buttons in its head. It knows none of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from flask import current_app
from jinja2.environment import TemplateModule

from infocus.core.actor import Actor
from infocus.records.models import Record
from infocus.records.urls import record_path

Place = Literal["main", "aside"]
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Panel:
    """A template of the part's own folder and what it gets besides the record (by its type), ``path`` and ``network``.

    ``toc``: its anchor and its line in the page's table of contents; ``None`` for a panel without a line.
    """

    template: str
    context: dict[str, Any] = field(default_factory=dict)
    place: Place = "main"
    toc: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """A button in the head. ``kind``: ``primary``, ``text``, ``danger`` or empty; ``post``: pressed, not followed.

    ``confirm`` is asked before a posted one is sent.
    """

    label: str
    href: str
    kind: str = ""
    icon: str | None = None
    post: bool = False
    confirm: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """The panels of one page, rendered, by place and in order, and their lines in its table of contents."""

    main: list[TemplateModule]
    aside: list[TemplateModule]
    toc: list[tuple[str, str]]


PanelSource = Callable[[Actor, R], Panel | None]
ActionSource = Callable[[Actor, R], Action | None]
_panels: dict[str, tuple[type[Record], int, Callable[[Actor, Any], Panel | None]]] = {}
_actions: dict[str, tuple[type[Record], int, Callable[[Actor, Any], Action | None]]] = {}


def record_panel(kind: type[R], order: int) -> Callable[[PanelSource[R]], PanelSource[R]]:
    """Register a part's panel for the page of a kind of record; lower ``order`` first, ``None`` leaves it out."""

    def register(source: PanelSource[R]) -> PanelSource[R]:
        _panels[f"{source.__module__}.{source.__qualname__}"] = (kind, order, source)
        return source

    return register


def record_action(kind: type[R], order: int) -> Callable[[ActionSource[R]], ActionSource[R]]:
    """Register a part's button in the head of the page of a kind of record; a lower ``order`` comes first."""

    def register(source: ActionSource[R]) -> ActionSource[R]:
        _actions[f"{source.__module__}.{source.__qualname__}"] = (kind, order, source)
        return source

    return register


def panels_of(actor: Actor, record: Record) -> Shown:
    """Every part's panel for this reader."""
    shown = Shown([], [], [])
    for source in _in_order(_panels, record):
        panel = source(actor, record)
        if panel is not None:
            place = shown.main if panel.place == "main" else shown.aside
            place.append(_rendered(panel, record))
            shown.toc.extend([panel.toc] if panel.toc else [])
    return shown


def actions_of(actor: Actor, record: Record) -> list[Action]:
    """Every part's button for this reader, in order."""
    shown = [source(actor, record) for source in _in_order(_actions, record)]
    return [action for action in shown if action is not None]


def _in_order(registered: dict[str, tuple[type[Record], int, Any]], record: Record) -> list[Any]:
    """The sources of this kind of record; names keep those of one order in the same order at every start."""
    ours = [(order, name, source) for name, (kind, order, source) in registered.items() if isinstance(record, kind)]
    return [source for _order, _name, source in sorted(ours, key=lambda each: each[:2])]


def _rendered(panel: Panel, record: Record) -> TemplateModule:
    """Without the page's context processors: what they would ask the database for, the page has asked already."""
    template = current_app.jinja_env.get_template(panel.template)
    common = {record.type: record, "path": record_path(record), "network": record.network}
    return template.make_module({**common, **panel.context})

"""Two versions of a plan side by side: which sections and rows came, went, moved or changed, and by which words."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar

from infocus.core.differences import Words, rising, word_changes
from infocus.plans.models import Plan, PlanRow, PlanSection
from infocus.plans.queries import rows_of, sections_of


class Change(StrEnum):
    """What became of a section or a row."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class SectionChange:
    """One section in two versions.

    ``number``, ``heading`` and ``level`` are the newer version's (the older one's where it was removed); ``title`` and
    ``words`` are the runs of heading and text, kinds ``same``, ``added`` and ``removed``. ``moved`` is also true of a
    section that changed as well as moved.
    """

    key: str
    number: str
    heading: str
    level: int
    state: Change
    title: tuple[Words, ...]
    words: tuple[Words, ...]
    moved: bool = False
    page: int | None = None


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row of an action or risk table in two versions: the runs of each cell by its name."""

    key: str
    kind: str
    state: Change
    cells: dict[str, tuple[Words, ...]]


class _Keyed(Protocol):
    key: str


K = TypeVar("K", bound=_Keyed)


def changes(plan: Plan, old: int, new: int) -> list[SectionChange]:
    """All sections of two versions in the newer one's order; a removed one stands where it was."""
    before, after = sections_of(plan, old), sections_of(plan, new)
    moved = _moved(before, after)
    return [_section(left, right, moved) for left, right in _pairs(before, after)]


def change_of_section(plan: Plan, key: str, old: int, new: int) -> SectionChange | None:
    """What became of one section; ``None`` when neither version has it."""
    before, after = sections_of(plan, old), sections_of(plan, new)
    left, right = (next((each for each in found if each.key == key), None) for found in (before, after))
    if left is None and right is None:
        return None
    return _section(left, right, _moved(before, after))


def row_changes(plan: Plan, old: int, new: int) -> list[RowChange]:
    """All rows of the tables of two versions, as ``changes`` does it for sections."""
    return [_row(left, right) for left, right in _pairs(rows_of(plan, old), rows_of(plan, new))]


def tally(found: Iterable[SectionChange | RowChange]) -> Mapping[Change, int]:
    """How many there are of each state."""
    counts = dict.fromkeys(Change, 0)
    for each in found:
        counts[each.state] += 1
    return counts


def _pairs(before: Sequence[K], after: Sequence[K]) -> Iterator[tuple[K | None, K | None]]:
    """Old and new of each key; what was removed follows what it followed."""
    old = {each.key: each for each in before}
    kept = {each.key for each in after}
    gone: dict[str, list[K]] = {"": []}
    last = ""
    for each in before:
        if each.key in kept:
            last = each.key
        else:
            gone.setdefault(last, []).append(each)
    yield from ((each, None) for each in gone[""])
    for each in after:
        yield old.get(each.key), each
        yield from ((left, None) for left in gone.get(each.key, ()) if each.key)


def _moved(before: Sequence[_Keyed], after: Sequence[_Keyed]) -> frozenset[str]:
    """Keys of both versions that no longer stand in the order of the others."""
    places = {each.key: at for at, each in enumerate(after)}
    pairs = [(at, places[each.key]) for at, each in enumerate(before) if each.key in places]
    kept = {after[second].key for _, second in rising(pairs)}
    return frozenset(after[second].key for _, second in pairs if after[second].key not in kept)


def _section(left: PlanSection | None, right: PlanSection | None, moved: frozenset[str]) -> SectionChange:
    shown = right or left
    if shown is None:
        raise ValueError("a change of nothing")
    title = word_changes(left.title if left else "", right.title if right else "")
    words = word_changes(_as_read(left), _as_read(right))
    has_moved = shown.key in moved
    state = _state(left, right, (*title, *words))
    if state == Change.SAME and has_moved:
        state = Change.MOVED
    return SectionChange(
        shown.key, shown.number, shown.heading, shown.level, state, title, words, has_moved, shown.page
    )


def _row(left: PlanRow | None, right: PlanRow | None) -> RowChange:
    shown = right or left
    if shown is None:
        raise ValueError("a change of nothing")
    old, new = (each.cells if each else {} for each in (left, right))
    cells = {name: word_changes(old.get(name, ""), new.get(name, "")) for name in dict.fromkeys([*new, *old])}
    runs = [run for found in cells.values() for run in found]
    return RowChange(shown.key, shown.kind, _state(left, right, runs), cells)


def _state(left: object | None, right: object | None, runs: Iterable[Words]) -> Change:
    if left is None:
        return Change.ADDED
    if right is None:
        return Change.REMOVED
    return Change.SAME if all(run.kind == "same" for run in runs) else Change.CHANGED


_RULE = re.compile(r"^\|[-:| ]+\|\n?", re.MULTILINE)
_ROW = re.compile(r"^\|(.*)\|$", re.MULTILINE)
_BETWEEN = re.compile(r"(?<!\\)\|")
_ESCAPED = re.compile(r"\\([*`\[\]<\\#>+.=|-])")


def _as_read(section: PlanSection | None) -> str:
    """The words of a section as one reads them: of a table its cells, and no marks before signs."""
    if section is None:
        return ""
    cells = _ROW.sub(
        lambda row: " · ".join(cell.strip() for cell in _BETWEEN.split(row[1])), _RULE.sub("", section.text)
    )
    return _ESCAPED.sub(r"\1", cells)

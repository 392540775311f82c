"""Two people changed one practice: field by field, with the text both began from, as in any three-way merge.

What one of them changed is taken; lists and small tables are joined entry by entry; what both changed in two ways stays
open, with both texts. Everything here is values that ``practices.content`` has checked; nothing is stored.
"""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from infocus.practices.content import TABLES, TERMS
from infocus.practices.sections import SECTIONS
from infocus.vocabularies.registry import VOCABULARIES

Values = Mapping[str, Any]
LISTS = (*TERMS, "keywords")
PLACE = ("latitude", "longitude")
_KEYS = {"indicators": ("name", "year"), "amounts": ("what",)}
_TEXTS = ("title", "summary", "language", "visibility", "licence", "institution", "place_name", "started", "ended")


@dataclass(frozen=True, slots=True)
class Clash:
    """What both changed: the name of its field, and both values; ``theirs`` is what is stored."""

    name: str
    mine: Any
    theirs: Any


@dataclass(frozen=True, slots=True)
class Merged:
    """``fields`` as they should be now, those open as stored; ``taken``: what the others changed and is in it."""

    fields: dict[str, Any]
    taken: tuple[str, ...] = ()
    clashes: tuple[Clash, ...] = field(default=())


def flat(values: Values) -> dict[str, Any]:
    """The values of a practice, one entry for each field of the form; a place on the map is one entry."""
    fields: dict[str, Any] = {name: values.get(name) or "" for name in _TEXTS}
    fields |= {section.name: values.get(section.name) or "" for section in SECTIONS}
    fields |= {name: list(values.get(name) or ()) for name in (*LISTS, *TABLES)}
    criteria, levels = values.get("criteria") or {}, values.get("section_visibility") or {}
    fields |= {f"criterion_{code}": criteria.get(code) or "" for code in VOCABULARIES["criteria"].labels}
    fields |= {f"level_{section.name}": levels.get(section.name) or "" for section in SECTIONS}
    return fields | {"latitude": tuple(values.get(name) for name in PLACE)}


def nested(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The inverse of ``flat``: what a service takes."""
    values = {name: value for name, value in fields.items() if not name.startswith(("criterion_", "level_"))}
    values["criteria"] = {code: fields[f"criterion_{code}"] for code in VOCABULARIES["criteria"].labels}
    levels = {section.name: fields[f"level_{section.name}"] for section in SECTIONS}
    values["section_visibility"] = {name: level for name, level in levels.items() if level}
    return values | dict(zip(PLACE, fields["latitude"], strict=True))


def merge(base: Values | None, mine: Values, theirs: Values) -> Merged:
    """Join two changes of ``base``; without it every difference is open. All three as ``flat`` takes them."""
    first = flat(base) if base is not None else None
    own, stored = flat(mine), flat(theirs)
    fields: dict[str, Any] = {}
    taken, clashes = [], []
    for name, there in stored.items():
        here = own[name]
        joined = _joined(name, first[name], here, there) if first is not None else None
        if here == there or joined is None:
            fields[name] = there
            if here != there:
                clashes.append(Clash(name, here, there))
            continue
        fields[name] = joined[0]
        if first is not None and there not in (here, first[name]):
            taken.append(name)
    return Merged(fields, tuple(taken), tuple(clashes))


def _joined(name: str, base: Any, mine: Any, theirs: Any) -> tuple[Any] | None:
    """The one value of a field, in a tuple; ``None`` where both changed it in two ways."""
    if theirs in (base, mine):
        return (mine,)
    if mine == base:
        return (theirs,)
    if name in LISTS:
        return (_joined_list(base, mine, theirs),)
    if name in TABLES:
        rows = _joined_rows(name, base, mine, theirs)
        return None if rows is None else (rows,)
    return None


def _joined_list(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """What either added, without what either took away; the stored order first."""
    gone = (set(base) - set(mine)) | (set(base) - set(theirs))
    return [each for each in dict.fromkeys((*theirs, *mine)) if each not in gone]


def _joined_rows(name: str, base: Any, mine: Any, theirs: Any) -> list[dict[str, Any]] | None:
    """Row by row: rows of the same name (and year) are the same row; ``None`` where both changed one in two ways."""
    first, own, stored = (_by_key(name, rows) for rows in (base, mine, theirs))
    rows = []
    for key in dict.fromkeys((*own, *stored)):
        was, here, there = first.get(key), own.get(key), stored.get(key)
        if here != there and was not in (here, there):
            return None
        row = there if here == was else here
        if row is not None:
            rows.append(row)
    return rows


def _by_key(name: str, rows: Sequence[Mapping[str, Any]]) -> dict[Hashable, dict[str, Any]]:
    seen: Counter[Hashable] = Counter()
    found: dict[Hashable, dict[str, Any]] = {}
    for row in rows:
        key = tuple(" ".join(str(row.get(part) or "").casefold().split()) for part in _KEYS[name])
        found[key, seen[key]] = dict(row)
        seen[key] += 1
    return found

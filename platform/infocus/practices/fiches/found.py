"""The shape of a proposal, as it is kept: what is proposed for each field, rows of the small tables, what is left."""

from typing import Any, TypedDict

from infocus.practices.content import SHORT
from infocus.practices.fiches.models import ProposalState
from infocus.practices.sections import SECTIONS, SUMMARY_LIMIT, TITLE_LIMIT

LIMITS: dict[str, int] = {
    "title": TITLE_LIMIT,
    "summary": SUMMARY_LIMIT,
    **{section.name: section.limit for section in SECTIONS},
    "institution": SHORT,
    "place_name": SHORT,
    "started": 10,
    "ended": 10,
}
"""The fields that text is proposed for, in the order of the editor, with how many characters each takes."""
PLAIN = frozenset({"title", "summary", "institution", "place_name", "started", "ended"})
"""Fields whose text is no Markdown."""
TABLES: dict[str, tuple[str, ...]] = {
    "amounts": ("what", "value", "currency"),
    "indicators": ("name", "value", "unit", "year"),
}
USE = "use"
"""The column of a row that says whether it is to be taken: its own name, or empty; without it, it is."""


class Source(TypedDict):
    """Where in the file something stands: under which heading, on which page (``None``: the file has none)."""

    heading: str
    page: int | None


class Proposed(TypedDict):
    """What is proposed for a field. ``cut``: more stood there than the field takes; the rest is not placed."""

    text: str
    sources: list[Source]
    cut: bool
    state: str


class ProposedRows(TypedDict):
    """Rows for a small table, as texts by column."""

    rows: list[dict[str, str]]
    state: str


class Rest(TypedDict):
    """Text that has no place. ``of``: the field it is the rest of, or empty."""

    key: str
    source: Source
    text: str
    of: str


class Found(TypedDict):
    """Everything found in a file."""

    fields: dict[str, Proposed]
    tables: dict[str, ProposedRows]
    rest: list[Rest]


def nothing() -> Found:
    """An empty proposal."""
    return {"fields": {}, "tables": {}, "rest": []}


def found_of(stored: dict[str, Any]) -> Found:
    """A stored proposal, to be changed and stored again: a copy, so that the change is noticed."""
    return {
        "fields": {name: _copy(each) for name, each in stored.get("fields", {}).items()},
        "tables": {
            name: {"rows": [dict(row) for row in each["rows"]], "state": each["state"]}
            for name, each in stored.get("tables", {}).items()
        },
        "rest": list(map(_copied, stored.get("rest", []))),
    }


def _copy(each: Proposed) -> Proposed:
    return {**each, "sources": list(each["sources"])}


def _copied(each: Rest) -> Rest:
    return {**each}


def still_open(found: Found) -> list[str]:
    """Fields and tables nobody has decided on, in the order of the page."""
    states = {name: each["state"] for name, each in found["fields"].items()}
    states |= {name: rows["state"] for name, rows in found["tables"].items()}
    return [name for name in (*LIMITS, *TABLES) if states.get(name) == ProposalState.OPEN]

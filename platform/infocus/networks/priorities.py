"""A partner's priorities, its specialisation profile: what the JSON column ``Partner.priorities`` holds, with types."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Priority:
    """One statement: text, codes of ``infocus.vocabularies``, the year and the source (city strategy, RIS3)."""

    text: str
    year: int | None = None
    source: str = ""
    regional_tie: str = ""
    ecosystems: tuple[str, ...] = ()
    nace: tuple[str, ...] = ()
    nabs: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    emerging: bool = False


@dataclass(frozen=True, slots=True)
class Priorities:
    """All of a partner: a summary, its work areas (``themes``), and its priorities in its own order."""

    summary: str = ""
    themes: tuple[str, ...] = ()
    items: tuple[Priority, ...] = ()

    def sectors(self, *, emerging: bool | None = None) -> frozenset[str]:
        """The ecosystems named; with ``emerging`` only those of priorities that are, or are not, emerging."""
        return frozenset(code for item in self.items if emerging in (None, item.emerging) for code in item.ecosystems)

    def divisions(self) -> frozenset[str]:
        """The NACE divisions named."""
        return frozenset(code for item in self.items for code in item.nace)

    def as_json(self) -> dict[str, Any]:
        """What the column stores."""
        stored = asdict(self)
        stored["themes"] = list(self.themes)
        stored["items"] = [
            {name: list(value) if isinstance(value, tuple) else value for name, value in item.items()}
            for item in stored["items"]
        ]
        return stored


def from_json(stored: Mapping[str, Any]) -> Priorities:
    """The column's content with its types; what is missing is empty."""
    return Priorities(
        summary=str(stored.get("summary", "")),
        themes=tuple(stored.get("themes", ())),
        items=tuple(_item(item) for item in stored.get("items", ())),
    )


def _item(stored: Mapping[str, Any]) -> Priority:
    codes = {name: tuple(stored.get(name, ())) for name in ("ecosystems", "nace", "nabs", "objectives")}
    return Priority(
        text=str(stored.get("text", "")),
        year=stored.get("year"),
        source=str(stored.get("source", "")),
        regional_tie=str(stored.get("regional_tie", "")),
        emerging=bool(stored.get("emerging", False)),
        **codes,
    )

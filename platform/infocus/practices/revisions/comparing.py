"""What differs between two versions of a practice: texts by words, small tables row by row."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from flask_babel import gettext as _

from infocus.core.differences import Words, word_changes
from infocus.core.i18n import VISIBILITY_WORDS, language_name
from infocus.practices.content import TABLES, TERMS
from infocus.practices.sections import SECTIONS
from infocus.vocabularies.registry import VOCABULARIES, label

Snapshot = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One field that differs, as words that stayed, came and went."""

    name: str
    label: str
    parts: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row that came, went or has another figure; ``cells`` in the order of the table's heads."""

    kind: Literal["added", "removed", "changed"]
    cells: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True)
class TableChange:
    """The rows of one small table that differ."""

    name: str
    label: str
    heads: tuple[str, ...]
    rows: tuple[RowChange, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """All that differs and that the reader may read."""

    texts: tuple[Change, ...] = ()
    tables: tuple[TableChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.texts or self.tables)


def everything(_name: str) -> bool:
    """For who reads every section."""
    return True


def compare(old: Snapshot, new: Snapshot, may_see: Callable[[str], bool] = everything) -> Compared:
    """What changed from ``old`` to ``new``, leaving out the sections for which ``may_see`` says no."""
    before, after = dict(_texts(old)), dict(_texts(new))
    texts = []
    for name, title in _labels().items():
        first, then = before.get(name, ""), after.get(name, "")
        if first != then and may_see(name):
            texts.append(Change(name, title, word_changes(first, then)))
    tables = [_table(name, old["content"], new["content"]) for name, of in TABLES.items() if may_see(of)]
    return Compared(tuple(texts), tuple(table for table in tables if table.rows))


def _labels() -> dict[str, str]:
    labels = {"title": _("Title"), "summary": _("Short summary"), "language": _("Language of the text")}
    labels |= {section.name: str(section.label) for section in SECTIONS}
    labels |= {f"criterion_{code}": str(name) for code, name in VOCABULARIES["criteria"].labels.items()}
    labels |= {"themes": _("Themes"), "sectors": _("Industrial ecosystems"), "nace": _("NACE divisions")}
    labels |= {"sdgs": _("Sustainable Development Goals"), "keywords": _("Keywords")}
    labels |= {"institution": _("Main institution"), "place_name": _("Place"), "latitude": _("Latitude")}
    labels |= {"longitude": _("Longitude"), "started": _("Began"), "ended": _("Ended")}
    return labels | {"section_visibility": _("Who may read which section")}


def _texts(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    """Every field but the tables, as the text a reader would see."""
    content: Mapping[str, Any] = snapshot["content"]
    yield "title", snapshot["title"]
    yield "summary", snapshot["summary"]
    yield "language", language_name(snapshot["language"])
    for section in SECTIONS:
        yield section.name, str(content.get(section.name) or "")
    for code, text in (content.get("criteria") or {}).items():
        yield f"criterion_{code}", text
    for name, vocabulary in TERMS.items():
        yield name, ", ".join(label(vocabulary, code) for code in content.get(name) or ())
    yield "keywords", ", ".join(content.get("keywords") or ())
    for name in ("institution", "place_name", "latitude", "longitude", "started", "ended"):
        yield name, _shown(content.get(name))
    titles = {section.name: section.label for section in SECTIONS}
    levels = sorted((content.get("section_visibility") or {}).items())
    yield "section_visibility", "; ".join(f"{titles[name]}: {VISIBILITY_WORDS[level]}" for name, level in levels)


def _table(name: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> TableChange:
    fields: tuple[str, ...] = ("name", "value", "unit", "year")
    title, heads = _("Evidence in figures"), [_("Indicator"), _("Value"), _("Unit"), _("Year")]
    if name == "amounts":
        fields, title, heads = ("what", "value", "currency"), _("Amounts"), [_("What for"), _("Amount"), _("Currency")]
    return TableChange(name, title, tuple(heads), tuple(_rows(old.get(name) or [], new.get(name) or [], fields)))


def _rows(old: Sequence[Snapshot], new: Sequence[Snapshot], fields: tuple[str, ...]) -> Iterator[RowChange]:
    """Rows of the same first cell are the same row, in the order they come; blanks and letter case do not count."""
    waiting: dict[str, list[Snapshot]] = defaultdict(list)
    for row in old:
        waiting[_key(row, fields)].append(row)
    for row in new:
        before = waiting[_key(row, fields)]
        if not before:
            yield RowChange("added", tuple((Words("added", _shown(row.get(name))),) for name in fields))
        elif (was := before.pop(0)) != row:
            cells = (word_changes(_shown(was.get(name)), _shown(row.get(name))) for name in fields)
            yield RowChange("changed", tuple(cells))
    for row in (row for rows in waiting.values() for row in rows):
        yield RowChange("removed", tuple((Words("removed", _shown(row.get(name))),) for name in fields))


def _key(row: Snapshot, fields: tuple[str, ...]) -> str:
    return " ".join(str(row.get(fields[0]) or "").casefold().split())


def _shown(value: object) -> str:
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)

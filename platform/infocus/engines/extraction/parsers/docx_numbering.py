"""The numbers Word itself writes before headings and items of lists (ECMA-376 part 1, 17.9)."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

LEVELS = 9
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


@dataclass(slots=True)
class Numbering:
    """The lists of a document and how far each is counted; paragraphs are told in their order."""

    _levels: dict[str, dict[int, _Level]]
    _counts: dict[str, list[int]] = field(default_factory=dict)

    def is_bullet(self, numbering: tuple[str, int]) -> bool:
        """Whether the items of this list and level have a mark instead of a number."""
        level = self._levels.get(numbering[0], {}).get(numbering[1])
        return level is None or level.form in {"bullet", "none"}

    def next(self, numbering: tuple[str, int]) -> str:
        """The number of the next paragraph of a list at a level, as printed ("4.1"); empty where it has none."""
        identity, at = numbering
        levels = self._levels.get(identity, {})
        level = levels.get(at)
        if level is None or level.form in {"bullet", "none"}:
            return ""
        counts = self._counts.setdefault(identity, [0] * LEVELS)
        for above in range(at):
            counts[above] = counts[above] or (levels[above].start if above in levels else 1)
        counts[at] = counts[at] + 1 if counts[at] else level.start
        counts[at + 1 :] = [0] * (LEVELS - at - 1)
        text = level.text
        for number in range(at + 1):
            shown = _printed(counts[number], levels[number].form if number in levels else "decimal")
            text = text.replace(f"%{number + 1}", shown)
        return text.strip().rstrip(".)")


def numbering_of(root: Element | None, prefix: str) -> Numbering:
    """The lists of a document from its numbering part; `prefix` is the namespace."""
    if root is None:
        return Numbering({})
    abstract = {
        each.get(f"{prefix}abstractNumId", ""): _levels(each, prefix) for each in root.iter(f"{prefix}abstractNum")
    }
    lists: dict[str, dict[int, _Level]] = {}
    for number in root.iter(f"{prefix}num"):
        base = number.find(f"{prefix}abstractNumId")
        if base is not None:
            lists[number.get(f"{prefix}numId", "")] = abstract.get(base.get(f"{prefix}val", ""), {})
    return Numbering(lists)


def place_of(properties: Element | None, prefix: str) -> tuple[str, int] | None:
    """List and level that a `numPr` names; `None` where it names none, or takes the number away ("0")."""
    if properties is None:
        return None
    identity, level = properties.find(f"{prefix}numId"), properties.find(f"{prefix}ilvl")
    found = "0" if identity is None else identity.get(f"{prefix}val", "0")
    depth = "0" if level is None else level.get(f"{prefix}val", "0")
    return None if found == "0" else (found, min(int(depth), LEVELS - 1) if depth.isdecimal() else 0)


def _levels(abstract: Element, prefix: str) -> dict[int, _Level]:
    found: dict[int, _Level] = {}
    for each in abstract.iter(f"{prefix}lvl"):
        at = each.get(f"{prefix}ilvl", "")
        values = {
            name: "" if (element := each.find(f"{prefix}{name}")) is None else element.get(f"{prefix}val", "")
            for name in ("numFmt", "lvlText", "start")
        }
        if at.isdecimal() and int(at) < LEVELS:
            start = int(values["start"]) if values["start"].isdecimal() else 1
            found[int(at)] = _Level(values["numFmt"] or "decimal", values["lvlText"], start)
    return found


def _printed(number: int, form: str) -> str:
    if form in {"upperLetter", "lowerLetter"} and 1 <= number <= 26:
        letter = chr(ord("a") + number - 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in {"upperRoman", "lowerRoman"} and 1 <= number < 40:
        written, left = "", number
        for value, sign in _ROMAN:
            written += sign * (left // value)
            left %= value
        return written.upper() if form == "upperRoman" else written
    return str(number)

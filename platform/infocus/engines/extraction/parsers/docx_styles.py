"""Which styles of a DOCX are headings: built-in names, whatever language Word speaks, and styles based on them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

_HEADING = re.compile(r"heading ([1-6])|(title)", re.IGNORECASE)
_CONTENTS = re.compile(r"toc( heading|\s?\d)", re.IGNORECASE)
TITLE = 0
"""The level of the style of a document's title."""


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says: its level as a heading, whether it is of a table of contents, its numbering."""

    level: int | None
    contents: bool
    numbering: Element | None


def paragraph_styles(styles: Element | None, prefix: str) -> Mapping[str, Style]:
    """Style id → what it says, with what it takes over from the style it is based on; `prefix` is the namespace."""
    found: dict[str, tuple[Element, str]] = {}
    for style in styles.iter(f"{prefix}style") if styles is not None else ():
        base = style.find(f"{prefix}basedOn")
        found[style.get(f"{prefix}styleId", "")] = style, "" if base is None else base.get(f"{prefix}val", "")
    return {identity: _style(identity, found, prefix) for identity in found}


def heading_styles(styles: Element | None, prefix: str) -> frozenset[str]:
    """Ids of the paragraph styles that start a section."""
    return frozenset(
        identity for identity, style in paragraph_styles(styles, prefix).items() if style.level is not None
    )


def _style(identity: str, found: Mapping[str, tuple[Element, str]], prefix: str) -> Style:
    level, contents, numbering = None, False, None
    seen: set[str] = set()
    while identity in found and identity not in seen:
        seen.add(identity)
        style, identity = found[identity]
        name = style.find(f"{prefix}name")
        said = "" if name is None else name.get(f"{prefix}val", "")
        contents = contents or _CONTENTS.fullmatch(said) is not None
        if level is None:
            level = _level(said, style, prefix)
        if numbering is None:
            numbering = style.find(f"{prefix}pPr/{prefix}numPr")
    return Style(level, contents, numbering)


def _level(name: str, style: Element, prefix: str) -> int | None:
    heading = _HEADING.fullmatch(name)
    if heading:
        return int(heading[1]) if heading[1] else TITLE
    outline = style.find(f"{prefix}pPr/{prefix}outlineLvl")
    value = "" if outline is None else outline.get(f"{prefix}val", "")
    return int(value) + 1 if re.fullmatch("[0-5]", value) else None

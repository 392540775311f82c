"""Which styles of a DOCX are headings: built-in names, whatever language Word speaks, and styles based on them."""

import re
from xml.etree.ElementTree import Element

_HEADING = re.compile(r"heading [1-6]|title", re.IGNORECASE)


def heading_styles(styles: Element | None, prefix: str) -> frozenset[str]:
    """Ids of the paragraph styles that start a section; `prefix` is the namespace in braces."""
    if styles is None:
        return frozenset()
    based: dict[str, str] = {}
    headings: set[str] = set()
    for style in styles.iter(f"{prefix}style"):
        identity = style.get(f"{prefix}styleId", "")
        name = style.find(f"{prefix}name")
        base = style.find(f"{prefix}basedOn")
        if base is not None:
            based[identity] = base.get(f"{prefix}val", "")
        if name is not None and _HEADING.fullmatch(name.get(f"{prefix}val", "")):
            headings.add(identity)
    return frozenset(headings | {identity for identity in based if _descends(identity, based, headings)})


def _descends(identity: str, based: dict[str, str], headings: set[str]) -> bool:
    seen: set[str] = set()
    while identity in based and identity not in seen:
        seen.add(identity)
        identity = based[identity]
        if identity in headings:
            return True
    return False

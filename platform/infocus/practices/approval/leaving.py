"""What of a practice is read beyond its network, and a mark by which any change of it is noticed."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from infocus.library.models import Document
from infocus.library.reader import documents_of
from infocus.practices.content import TABLES, TERMS, section_level
from infocus.practices.models import Practice
from infocus.practices.sections import SECTIONS, Section
from infocus.records.links import all_links
from infocus.records.models import Record

PLAIN = ("institution", "place_name", "latitude", "longitude", "started", "ended", "keywords", *TERMS)


@dataclass(frozen=True, slots=True)
class Leaving:
    """What everybody would read; ``kept`` are the sections that stay with the network or the city.

    ``links`` are those to records that everybody reads already.
    """

    title: str
    summary: str
    language: str
    licence: str
    sections: tuple[tuple[Section, str], ...]
    kept: tuple[Section, ...]
    tables: dict[str, list[dict[str, Any]]]
    plain: dict[str, Any]
    criteria: dict[str, str]
    files: tuple[Document, ...]
    links: tuple[Record, ...] = ()

    @property
    def fingerprint(self) -> str:
        """The same for the same words, figures and files, whoever looks and whenever."""
        said: list[Any] = [
            (self.title, self.summary, self.language, self.licence),
            [(section.name, text) for section, text in self.sections],
            (self.tables, self.plain, self.criteria),
            [(each.id, each.role, each.title, each.alt, each.latest.sha256) for each in self.files],
        ]
        if self.links:  # what was approved before there were any stays approved
            said.append([each.id for each in self.links])
        return hashlib.sha256(json.dumps(said, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def leaving(practice: Practice) -> Leaving:
    """What would leave the network as the practice is now."""
    content = practice.content
    filled = [section for section in SECTIONS if content.get(section.name)]
    kept = tuple(section for section in filled if section_level(content, section.name))
    return Leaving(
        title=practice.title,
        summary=practice.summary,
        language=practice.language,
        licence=practice.licence,
        sections=tuple((section, str(content[section.name])) for section in filled if section not in kept),
        kept=kept,
        tables={name: content.get(name) or [] for name, of in TABLES.items() if not section_level(content, of)},
        plain={name: content[name] for name in PLAIN if content.get(name) not in (None, "", [])},
        criteria={code: text for code, text in (content.get("criteria") or {}).items() if text},
        files=tuple(documents_of(practice.id)),
        links=tuple(each for each in all_links(practice) if "public" in each.stored_keys),
    )

"""What a practice puts into the search index: what all its readers may read, and each narrower section by itself."""

from dataclasses import replace

from infocus.core import markup
from infocus.core.db import db
from infocus.engines.search.port import Entry
from infocus.library.documents import record_entries
from infocus.practices.content import section_level
from infocus.practices.models import Practice
from infocus.practices.queries import section_keys
from infocus.practices.questions.queries import faq_texts
from infocus.practices.sections import SECTIONS
from infocus.practices.transfers.ledger import cities_using
from infocus.records.entries import Facets, entry_of, indexes
from infocus.records.urls import record_path


@indexes("practice")
def practice_entries(practice_id: str) -> list[Entry] | None:
    """The entries of a practice; ``None`` when it is gone."""
    practice = db.session.get(Practice, practice_id)
    if practice is None or practice.removed_at:
        return None
    content = practice.content
    facets: Facets = {
        "themes": tuple(content.get("themes", ())),
        "sectors": tuple(content.get("sectors", ())),
        "year": int(content["started"][:4]) if content.get("started") else practice.created_at.year,
        "adoptions": cities_using([practice.id]).get(practice.id, 0),
    }
    open_text = " \n".join(
        [
            *(markup.plain(content.get(s.name) or "") for s in SECTIONS if not section_level(content, s.name)),
            " ".join(content.get("keywords", ())),
            str(content.get("institution") or ""),
            *(f"{entry.question} \n{markup.plain(entry.answer)}" for entry in faq_texts(practice.id)),
        ]
    )
    entries = record_entries(practice, open_text, facets)
    for number, section in enumerate(SECTIONS, start=len(entries)):
        level = section_level(content, section.name)
        text = str(content.get(section.name) or "")
        if level and text:
            url = f"{record_path(practice)}#{section.name}"
            entry = entry_of(practice, markup.plain(text), facets, number=number, url=url)
            entries.append(replace(entry, audience=section_keys(practice, level)))
    return entries

"""A log entry as clients get it: pushed, synced, in the transcript and over the API alike."""

from datetime import UTC, datetime
from typing import Any

from infocus.networks.models import Partner
from infocus.reviews.models import LogEntry
from infocus.reviews.vocabulary import Kind

UNSIGNED = frozenset({Kind.VOTE})
"""Kinds whose author is nobody's business."""


def stamp(moment: datetime | None) -> str | None:
    """An instant as clients get it: RFC 3339 in UTC, with milliseconds."""
    return None if moment is None else moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def partner_data(partner: Partner | None) -> dict[str, Any] | None:
    """How a partner is shown beside a name."""
    if partner is None:
        return None
    return {"id": partner.id, "slug": partner.slug, "label": partner.label, "mark": partner.mark, "hue": partner.hue}


def entry_data(row: LogEntry, name: str | None = None, partner: Partner | None = None) -> dict[str, Any]:
    """One entry. The author's ``name`` and ``partner`` save their loading where the caller has them.

    ``author`` is null where nobody's name is shown: of a vote, and of a note that was not signed by name. ``text`` of a
    replaced or removed line is empty; ``blanked_by`` is the entry that did it.
    """
    author = None
    if row.person_id is not None and row.kind not in UNSIGNED:
        author = {"id": row.person_id, "name": name or (row.person.shown_name if row.person else ""), "role": row.role}
    partner = partner or (row.partner if row.partner_id else None)
    data: dict[str, Any] = {
        "review": row.review_id,
        "seq": row.seq,
        "kind": row.kind,
        "key": row.key,
        "author": author,
        "partner": None if row.kind in UNSIGNED else partner_data(partner),
        "at": stamp(row.at),
        **row.data,
    }
    if row.target is not None:
        data["target"] = row.target
    if row.text is not None:
        data["text"] = row.text
    if row.blanked_by is not None:
        data["blanked_by"] = row.blanked_by
    return data

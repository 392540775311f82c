"""What a transfer puts into the search index: what a city changed, and what failed, is found as the practice is."""

from dataclasses import replace

from infocus.core import markup
from infocus.core.db import db
from infocus.engines.search.port import Entry
from infocus.library.documents import record_entries
from infocus.practices.transfers.models import TEXTS, Transfer
from infocus.records.entries import Facets, indexes


@indexes("transfer")
def transfer_entries(transfer_id: str) -> list[Entry] | None:
    """The entries of a transfer; ``None`` when it is gone."""
    transfer = db.session.get(Transfer, transfer_id)
    if transfer is None or transfer.removed_at:
        return None
    content = transfer.practice.content
    facets: Facets = {
        "themes": tuple(content.get("themes", ())),
        "sectors": tuple(content.get("sectors", ())),
        "year": transfer.created_at.year,
    }
    words = [transfer.note, *(markup.plain(getattr(transfer, name)) for name in TEXTS)]
    words += [markup.plain(row.text) for row in transfer.checkpoints if row.text]
    entries = record_entries(transfer, " \n".join(word for word in words if word), facets)
    return [replace(entry, state="stopped") for entry in entries] if transfer.stopped_at else entries

"""Records a practice may be linked to: by the words of a title, or by their address."""

from collections.abc import Sequence
from urllib.parse import urlsplit

from sqlalchemy import func, or_, select

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.networks.models import Network
from infocus.practices.models import Practice
from infocus.records.links import RecordLink
from infocus.records.models import Record
from infocus.records.queries import get_record, visible
from infocus.records.urls import id_of

LINKED = ("meeting", "output", "plan", "review", "practice")
SHOWN = 8
MOST_WORDS = 300


def found(actor: Actor, practice: Practice, words: str, limit: int = SHOWN) -> Sequence[Record]:
    """Records of its network with these words in the title, readable and not linked yet; the newest first."""
    asked = " ".join(words.split())
    if not asked or len(asked) > MOST_WORDS or "\0" in asked:
        return []
    said = or_(
        Record.title.contains(asked, autoescape=True),
        func.lower(Record.title).contains(asked.lower(), autoescape=True),
    )
    linked = select(RecordLink.target_id).where(RecordLink.record_id == practice.id)
    query = visible(actor, Record).where(
        Record.network_id == practice.network_id,
        Record.type.in_(LINKED),
        Record.id != practice.id,
        Record.id.not_in(linked),
        said,
    )
    return list(db.session.scalars(query.order_by(Record.created_at.desc(), Record.id).limit(limit)).unique())


def at_address(actor: Actor, address: str) -> Record | None:
    """The record a pasted address leads to, also one of another network; ``None`` when it is no such address.

    Raises ``NotFound`` when it is one and the actor may not read the record, or there is none.
    """
    try:
        path = urlsplit(address.strip()).path
    except ValueError:
        return None
    parts = path.split("/")
    record_id = id_of(parts[3]) if len(parts) >= 4 and not parts[0] else None
    if record_id is None:
        return None
    record = get_record(actor, record_id, Record)
    network = db.session.get(Network, record.network_id)
    if record.type not in LINKED or (parts[1], parts[2]) != (network.slug if network else "", record.KIND):
        raise NotFound
    return record

"""Collections of practices, as far as their reader may read the practices."""

from collections.abc import Sequence

from infocus.api.schemas.base import Shown
from infocus.api.schemas.records import RecordShape, record_fields
from infocus.core.web.links import base_url
from infocus.practices.collections.models import Collection, Pick
from infocus.practices.models import Practice
from infocus.records.urls import record_path


class PickShape(Shown):
    """One practice of a collection: its id, its page, and why it is here."""

    practice: str
    title: str
    url: str
    line: str


class CollectionShape(RecordShape):
    """A collection; ``practices`` are in its order, without what the reader may not read."""

    introduction: str
    practices: list[PickShape]


def collection_shape(collection: Collection, picks: Sequence[tuple[Pick, Practice]]) -> CollectionShape:
    """A collection with what this reader reads of it (``collections.queries.read_of``)."""
    shown = [
        PickShape(
            practice=practice.id,
            title=practice.title,
            url=base_url() + record_path(practice),
            line=pick.line,
        )
        for pick, practice in picks
    ]
    return CollectionShape(**record_fields(collection), introduction=collection.introduction, practices=shown)

"""Collections of practices, to read."""

from flask import Response

from infocus.api.answers import answer, next_url
from infocus.api.lists import records
from infocus.api.operations import operation
from infocus.api.schemas.collections import CollectionShape, collection_shape
from infocus.api.schemas.records import Listed, RecordQuery
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.practices.collections.models import Collection
from infocus.practices.collections.queries import read_of
from infocus.records.queries import get_record


@operation("GET", "/collections", query=RecordQuery, shape=Listed[CollectionShape])
@requires(Permission.READ_RECORD)
def list_collections(query: RecordQuery) -> Response:
    """Collections of practices you may read, the newest change first; of each the practices you may read."""
    actor = current_actor()
    page = records(actor, Collection, query)
    read = read_of(actor, page.items)
    shapes = [collection_shape(each, read[each.id]) for each in page.items]
    return answer(Listed[CollectionShape](items=shapes, next=next_url(page.next)))


@operation("GET", "/collections/<record_id:collection_id>", shape=CollectionShape)
@requires(Permission.READ_RECORD)
def get_collection(collection_id: str) -> Response:
    """One collection, with the practices in it that you may read, in its order."""
    actor = current_actor()
    found = get_record(actor, collection_id, Collection)
    return answer(collection_shape(found, read_of(actor, [found])[found.id]), version=found.version)

"""Documents: how far they are read, the file, the text page by page."""

from flask import Response

from infocus.api.answers import answer, next_url
from infocus.api.operations import operation
from infocus.api.schemas.annotations import AnnotationPageShape, AnnotationQuery
from infocus.api.schemas.documents import (
    DocumentShape,
    FileQuery,
    PageShape,
    TextQuery,
    document_shape,
    page_shape,
)
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.core.web.links import base_url
from infocus.library.beside.annotations import MEDIA, annotation_page
from infocus.library.downloads import send_stored
from infocus.library.models import DocumentPage
from infocus.library.reader import get_document, get_version


@operation("GET", "/documents/<record_id:document_id>", shape=DocumentShape)
@requires(Permission.READ_RECORD)
def get_file_state(document_id: str) -> Response:
    """A file of a record: its versions, and how far the newest one is read."""
    return answer(document_shape(get_document(current_actor(), document_id)))


@operation("GET", "/documents/<record_id:document_id>/file", query=FileQuery, media="*/*")
@requires(Permission.READ_RECORD)
def get_file(document_id: str, query: FileQuery) -> Response:
    """The file itself, in its own media type; ranges are answered."""
    document = get_document(current_actor(), document_id)
    version = document.latest if query.version is None else get_version(document, query.version)
    return send_stored(
        version.storage_key, version.size, version.media_type, version.file_name, version.id, inline=False
    )


@operation("GET", "/documents/<record_id:document_id>/text", query=TextQuery, shape=PageShape)
@requires(Permission.READ_RECORD)
def get_text(document_id: str, query: TextQuery) -> Response:
    """The text of one page; 404 for a page there is not, or that is not read yet."""
    document = get_document(current_actor(), document_id)
    version = get_version(document, query.version)
    page = db.session.get(DocumentPage, (version.id, query.page))
    if page is None:
        raise NotFound
    return answer(page_shape(document, version, page))


@operation(
    "GET",
    "/documents/<record_id:document_id>/annotations",
    query=AnnotationQuery,
    shape=AnnotationPageShape,
    media=MEDIA,
)
@requires(Permission.READ_RECORD)
def get_annotations(document_id: str, query: AnnotationQuery) -> Response:
    """The comments on passages of a file as W3C Web Annotations, newest first; for members of its network."""
    document = get_document(current_actor(), document_id)
    version = get_version(document, query.version)
    own = f"{base_url()}/api/v1/documents/{document.id}/annotations?version={version.number}"
    page, cursor = annotation_page(
        current_actor(), document, version, base_url(), own, cursor=query.cursor, limit=query.limit
    )
    response = answer(AnnotationPageShape.model_validate(page | {"next": next_url(cursor)}))
    response.mimetype = MEDIA
    return response

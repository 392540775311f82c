"""Files, pictures of pages, thumbnails: readable by whoever reads the record, and by nobody else."""

from flask import Response, request

from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.library.downloads import send_stored
from infocus.library.images import MEDIA_TYPE, Kept, page_picture, thumbnail
from infocus.library.models import DocumentVersion
from infocus.library.reader import get_document, get_version
from infocus.library.views.blueprints import documents
from infocus.library.views.values import number_of


@documents.get("/documents/<document_id>/file")
@requires(Permission.READ_RECORD)
def file(document_id: str) -> Response:
    """The file itself; ``version=N`` an older one, ``download=1`` always as an attachment."""
    document = get_document(current_actor(), document_id)
    wanted = number_of("version")
    version = document.latest if wanted is None else get_version(document, wanted)
    return send_stored(
        version.storage_key,
        version.size,
        version.media_type,
        version.file_name,
        version.id,
        inline="download" not in request.args,
    )


@documents.get("/documents/<document_id>/pages/<int:number>.webp")
@requires(Permission.READ_RECORD)
def page_image(document_id: str, number: int) -> Response:
    """The picture of a page."""
    version = get_version(get_document(current_actor(), document_id), number_of("version"))
    return _picture(page_picture(version, number), version, f"-{number}")


@documents.get("/documents/<document_id>/thumb")
@requires(Permission.READ_RECORD)
def thumb(document_id: str) -> Response:
    """The first page, small."""
    version = get_version(get_document(current_actor(), document_id), number_of("version"))
    return _picture(thumbnail(version), version, "-thumb")


def _picture(kept: Kept, version: DocumentVersion, tail: str) -> Response:
    return send_stored(kept.storage_key, kept.size, MEDIA_TYPE, f"page{tail}.webp", f"{version.id}{tail}")

"""Stable addresses of documents: ``/<network>/documents/<id>-<slug>``; the slug is decoration. Pure text."""

from urllib.parse import urlencode

from infocus.core.text import slug
from infocus.library.models import Document


def shown_title(document: Document) -> str:
    """The document's own title, else its record's."""
    return document.title or document.record.title


def document_path(document: Document, *, page: int | None = None, version: int | None = None, q: str = "") -> str:
    """The path of the reader, at a page of a version with a search to light up; what is not given is left out."""
    tail = slug(shown_title(document))
    values = {"version": version, "page": page, "q": q}
    query = urlencode({name: value for name, value in values.items() if value})
    path = f"/{document.record.network.slug}/documents/{document.id}{'-' + tail if tail else ''}"
    return f"{path}?{query}" if query else path


def file_path(document: Document, version: int | None = None) -> str:
    """The path of the file itself; without a version, of the newest."""
    return f"/documents/{document.id}/file" + (f"?version={version}" if version else "")

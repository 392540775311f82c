"""Stable addresses: ``/<network>/<kind>/<id>-<slug>``; the slug is decoration. Pure text, for jobs and mails too."""

from infocus.core.ids import LENGTH, is_id
from infocus.core.text import slug
from infocus.records.models import Record


def record_path(record: Record) -> str:
    """The path of a record's page."""
    return path_of(record.network.slug, record.KIND, record.id, record.title)


def path_of(network: str, kind: str, record_id: str, title: str) -> str:
    """The same from what lists read without the whole record; ``network`` is a short name, ``kind`` a plural."""
    tail = slug(title)
    return f"/{network}/{kind}/{record_id}{'-' + tail if tail else ''}"


def id_of(handle: str) -> str | None:
    """The id in the last part of an address, whatever slug follows; ``None`` when there is none."""
    found = handle[:LENGTH]
    return found if is_id(found) and (len(handle) == LENGTH or handle[LENGTH] == "-") else None

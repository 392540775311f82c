"""Stable addresses: ``/<network>/<kind>/<id>-<slug>``; the slug is decoration. Pure text, for jobs and mails too."""

from infocus.core.ids import LENGTH, is_id
from infocus.core.text import slug
from infocus.records.models import Record


def record_path(record: Record) -> str:
    """The path of a record's page."""
    tail = slug(record.title)
    return f"/{record.network.slug}/{record.KIND}/{record.id}{'-' + tail if tail else ''}"


def id_of(handle: str) -> str | None:
    """The id in the last part of an address, whatever slug follows; ``None`` when there is none."""
    found = handle[:LENGTH]
    return found if is_id(found) and (len(handle) == LENGTH or handle[LENGTH] == "-") else None

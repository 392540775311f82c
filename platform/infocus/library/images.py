"""Pictures of pages: drawn in the child process when first asked for, then kept in the store."""

from dataclasses import dataclass
from io import BytesIO

from sqlalchemy.exc import IntegrityError

from infocus.core.db import db, unit_of_work
from infocus.core.errors import NotFound
from infocus.engines.bound import engines
from infocus.engines.extraction.kinds import IMAGES, PDF, PREVIEWED
from infocus.engines.extraction.port import Picture, Unreadable
from infocus.engines.extraction.render import THUMBNAIL_WIDTH, office_preview, reencode_image, render_page
from infocus.library.models import DocumentVersion, PageImage

WIDTH = 1200
"""Pixels of a page's picture: sharp beside the text on common screens."""
MEDIA_TYPE = "image/webp"


@dataclass(frozen=True, slots=True)
class Kept:
    """A picture in the store; ``size`` in bytes."""

    storage_key: str
    size: int


def has_pictures(version: DocumentVersion) -> bool:
    """Whether pages of this kind of file can be drawn."""
    return version.media_type == PDF or version.media_type in IMAGES


def page_picture(version: DocumentVersion, number: int) -> Kept:
    """The picture of a page (from 1). Raises ``NotFound`` where there is none."""
    if version.media_type in IMAGES and number == 1:
        return Kept(version.storage_key, version.size)
    return _kept(version, number, WIDTH)


def thumbnail(version: DocumentVersion) -> Kept:
    """The first page, small. Raises ``NotFound`` where there is none."""
    if version.media_type in PREVIEWED and not version.previewed:
        raise NotFound
    return _kept(version, 1, THUMBNAIL_WIDTH)


def take_preview(version: DocumentVersion) -> None:
    """Keep the preview picture an office file carries as its thumbnail. Raises ``NotFound`` where it has none."""
    version_id = version.id
    _kept(version, 1, THUMBNAIL_WIDTH)
    with unit_of_work():
        db.session.get_one(DocumentVersion, version_id).previewed = True


def _kept(version: DocumentVersion, number: int, width: int) -> Kept:
    key = (version.id, number, width)
    known = db.session.get(PageImage, key)
    if known is None:
        picture = _draw(version.storage_key, version.media_type, number, width)
        stored = engines().storage.put(BytesIO(picture.data), len(picture.data))
        try:
            with unit_of_work():
                db.session.add(
                    PageImage(version_id=key[0], number=number, width=width, storage_key=stored.key, size=stored.size)
                )
        except IntegrityError:  # drawn by two at once: the first one stays
            engines().storage.delete(stored.key)
        known = db.session.get_one(PageImage, key)
    return Kept(known.storage_key, known.size)


def _draw(storage_key: str, media_type: str, number: int, width: int) -> Picture:
    try:
        with engines().storage.path(storage_key) as path:
            if media_type == PDF:
                return render_page(path, number, width)
            if media_type in IMAGES and number == 1:
                return reencode_image(path, width)
            if media_type in PREVIEWED and width == THUMBNAIL_WIDTH:
                return office_preview(path, media_type, width)
    except Unreadable as error:
        raise NotFound from error
    raise NotFound

"""Pictures of a record after they came: cropped, described anew, in another order. The caller has decided the right."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from flask_babel import gettext as _

from infocus.core.db import db
from infocus.core.errors import Invalid
from infocus.engines.bound import engines
from infocus.engines.extraction.port import Unreadable
from infocus.engines.extraction.reasons import sentence
from infocus.engines.extraction.render import reencode_image
from infocus.library.models import Document, DocumentVersion, ReadingState
from infocus.library.services import MAX_ALT, MAX_TITLE
from infocus.library.uploads import MAX_SIDE

SIDES = ("left", "top", "width", "height")
LEAST = 5.0
"""Per cent of a side: less is a slip of the hand."""


@dataclass(frozen=True, slots=True)
class Box:
    """What stays of a picture, in per cent of its sides."""

    left: float
    top: float
    width: float
    height: float

    @property
    def whole(self) -> bool:
        """Whether nothing is cut off."""
        return (self.left, self.top, self.width, self.height) == (0, 0, 100, 100)

    @property
    def edges(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom as shares of the sides."""
        return self.left / 100, self.top / 100, (self.left + self.width) / 100, (self.top + self.height) / 100


def box_of(texts: Sequence[str | None]) -> Box | None:
    """The box four texts spell (left, top, width, height); ``None`` when all are empty or nothing is cut off.

    Raises ``Invalid`` beside ``left``, ``top``, ``width`` or ``height``.
    """
    if not any((text or "").strip() for text in texts):
        return None
    errors: dict[str, str] = {}
    numbers = []
    for name, text, usual in zip(SIDES, texts, (0.0, 0.0, 100.0, 100.0), strict=True):
        try:
            number = float((text or "").strip().replace(",", ".") or usual)
        except ValueError:
            number = -1.0
        least = LEAST if name in {"width", "height"} else 0.0
        if not least <= number <= 100:
            errors[name] = _("A number from %(least)d to 100.", least=least)
        numbers.append(number)
    box = Box(*numbers)
    for start, length in (("left", "width"), ("top", "height")):
        if not errors.keys() & {start, length} and getattr(box, start) + getattr(box, length) > 100.01:
            errors[length] = _("From %(start)g on, at most %(most)g are left.",
                               start=getattr(box, start), most=100 - getattr(box, start))  # fmt: skip
    if errors:
        raise Invalid(errors)
    return None if box.whole else box


def describe(document: Document, title: str, alt: str) -> None:
    """Say anew what a picture shows. Raises ``Invalid``: without words for who cannot see it, or too long."""
    if not alt.strip():
        raise Invalid({"alt": _("Say in a sentence what the picture shows, for people who cannot see it.")})
    for name, text, most in (("alt", alt, MAX_ALT), ("title", title, MAX_TITLE)):
        if len(text) > most:
            raise Invalid({name: _("%(length)s characters; %(most)s fit.", length=len(text), most=most)})
    document.title, document.alt = title.strip(), alt.strip()


def crop(document: Document, box: Box, *, by: str | None) -> DocumentVersion:
    """Keep a part of the picture, encoded anew; what is cut off is no longer in the record.

    Raises ``Invalid`` when the picture cannot be read.
    """
    old = document.latest
    storage = engines().storage
    try:
        with storage.path(old.storage_key) as path:
            picture = reencode_image(path, MAX_SIDE, edges=box.edges)
    except Unreadable as error:
        raise Invalid({"left": str(sentence(error.reason))}) from error
    stored = storage.put(BytesIO(picture.data), len(picture.data))
    new = DocumentVersion(
        number=old.number + 1,
        storage_key=stored.key,
        file_name=old.file_name,
        media_type=picture.media_type,
        size=stored.size,
        sha256=stored.sha256,
        language=old.language,
        uploaded_by=by,
        state=ReadingState.READY,
    )
    for each in list(document.versions):
        db.session.delete(each)
    db.session.flush()
    db.session.expire(document, ["versions"])
    new.document_id = document.id
    db.session.add(new)
    db.session.flush()
    db.session.expire(document, ["versions"])
    return new


def move_up(document: Document, pictures: Sequence[Document]) -> None:
    """Put a picture before the one it follows; the first stays where it is."""
    at = [each.id for each in pictures].index(document.id)
    if at:
        before = pictures[at - 1]
        document.position, before.position = before.position, document.position

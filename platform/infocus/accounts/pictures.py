"""A person's picture: encoded anew in the child process, upright, without metadata, at most 512 pixels wide or high."""

import io
import shutil
import tempfile
from pathlib import Path
from typing import BinaryIO

from flask_babel import gettext as _

from infocus.accounts.models import Person
from infocus.core.db import after_commit
from infocus.core.errors import Invalid
from infocus.engines.bound import engines
from infocus.engines.extraction.port import Unreadable
from infocus.engines.extraction.reasons import sentence
from infocus.engines.extraction.render import reencode_image

MOST_BYTES = 8_000_000
SIDE = 512
MEDIA_TYPE = "image/webp"


def take_in(upload: BinaryIO) -> str:
    """Keep an uploaded image and give its storage key; slow, so call it outside a unit of work.

    Raises:
        Invalid: too large, or not an image that can be read.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "picture"
        with path.open("wb") as file:
            shutil.copyfileobj(upload, file)
        if path.stat().st_size > MOST_BYTES:
            raise Invalid({"picture": _("The picture is too large; %(most)s MB fit.", most=MOST_BYTES // 1_000_000)})
        try:
            picture = reencode_image(path, SIDE)
        except Unreadable as error:
            raise Invalid({"picture": str(sentence(error.reason))}) from error
    return engines().storage.put(io.BytesIO(picture.data), MOST_BYTES).key


def set_picture(person: Person, key: str | None) -> None:
    """Show this picture (none: no picture) from now on; the earlier file goes once that is stored."""
    earlier, person.picture_key = person.picture_key, key
    if earlier:
        after_commit(lambda: engines().storage.delete(earlier))

"""The file of a multipart body on its way into the store."""

import contextlib
from collections.abc import Iterator

from flask import request

from infocus.api.requests import max_upload
from infocus.library.uploads import Upload, received


@contextlib.contextmanager
def uploaded() -> Iterator[Upload | None]:
    """The request's ``file``, kept; dropped again when what follows fails. ``None`` when none was sent."""
    sent = request.files.get("file")
    if sent is None or not sent.filename:
        yield None
        return
    with received(sent.stream, sent.filename, max_upload()) as upload:
        yield upload

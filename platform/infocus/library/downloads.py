"""Serving a stored file: never run by the browser, never cached for others, in ranges, under a harmless name."""

import unicodedata
from collections.abc import Callable, Iterator
from urllib.parse import quote

from flask import Response, request
from werkzeug.datastructures import Range

from infocus.core.errors import NotFound
from infocus.engines.bound import engines
from infocus.engines.extraction.kinds import PDF
from infocus.engines.storage.port import Missing

INLINE = frozenset({PDF, "image/webp"})
"""Shown in the browser: PDF, and pictures that this program encoded itself. All else is offered for download."""


Body = Callable[[int, int], Iterator[bytes]]
"""Gives up to so many bytes (the second) from a place on (the first, from 0), in blocks."""


def send_stored(key: str, size: int, media_type: str, file_name: str, etag: str, *, inline: bool = True) -> Response:
    """A stored file of ``size`` bytes; ``inline`` is granted to safe types only. Answers 304, 206 and 416 as asked."""

    def body(start: int, length: int) -> Iterator[bytes]:
        return engines().storage.read_range(key, start, length)

    return send_in_ranges(body, size, media_type, file_name, etag, inline=inline)


def send_in_ranges(
    body: Body, size: int, media_type: str, file_name: str, etag: str, *, inline: bool = False
) -> Response:
    """As ``send_stored``, of whatever can give its bytes by range. Raises ``NotFound`` when a file of it is gone."""
    shown = inline and media_type in INLINE
    response = Response(status=200, mimetype=media_type)
    response.headers.update(
        {
            "Accept-Ranges": "bytes",
            "Cache-Control": "private, no-cache",
            "Content-Disposition": disposition(file_name, inline=shown),
            "Content-Security-Policy": "sandbox",
            "Cross-Origin-Resource-Policy": "same-origin",
            "X-Content-Type-Options": "nosniff",
        }
    )
    response.set_etag(etag)
    if request.if_none_match.contains(etag):
        response.status_code = 304
        return response
    return _with_body(response, body, size, _asked_range(etag))


def disposition(file_name: str, *, inline: bool = False) -> str:
    """A ``Content-Disposition`` (RFC 6266): an ASCII name for old programs, and the true one as RFC 5987 has it."""
    plain = unicodedata.normalize("NFKD", file_name).encode("ascii", "ignore").decode()
    plain = "".join(letter for letter in plain if letter.isprintable() and letter not in '"\\%;')
    kind = "inline" if inline else "attachment"
    return f"{kind}; filename=\"{plain.strip() or 'file'}\"; filename*=UTF-8''{quote(file_name, safe='')}"


def _asked_range(etag: str) -> Range | None:
    """The one range asked for, when it is still about this file; several at once are answered with the whole."""
    asked = request.range
    if asked is None or asked.units != "bytes" or len(asked.ranges) != 1:
        return None
    condition = request.if_range
    if (condition.etag or condition.date) and condition.etag != etag:
        return None
    return asked


def _with_body(response: Response, body: Body, size: int, asked: Range | None) -> Response:
    start, stop = 0, size
    if asked is not None:
        bounds = asked.range_for_length(size)
        if bounds is None:
            response.status_code = 416
            response.headers["Content-Range"] = f"bytes */{size}"
            return response
        start, stop = bounds
        response.status_code = 206
        response.headers["Content-Range"] = f"bytes {start}-{stop - 1}/{size}"
    response.content_length = stop - start
    if request.method != "HEAD":
        try:
            response.response = body(start, stop - start)
        except Missing as error:
            raise NotFound from error
    return response

"""How the child talks: one JSON object a line, a picture's bytes right behind its line.

Both ends use this module; the parent believes nothing: every line and every picture has a largest size.
"""

import json
from typing import IO, Any

from infocus.engines.extraction.port import (
    UNITS,
    Letters,
    Page,
    Part,
    Picture,
    Progress,
    Reason,
    Rows,
    Truncated,
    Unreadable,
)

MAX_LINE = 2 * 1024 * 1024
MAX_PICTURE = 64 * 1024 * 1024

Message = Page | Progress | Truncated | Picture | Letters | Part | Unreadable | None
"""What can be said; None is the end of a job well done."""


class Garbled(Exception):
    """The other end said something that is no message, or stopped in the middle of one."""


def send(stream: IO[bytes], message: Message) -> None:
    """Write one message and flush it, so that the parent sees each page as it is read."""
    data = b""
    body: dict[str, Any]
    match message:
        case Page():
            body = {"page": [message.number, message.label, message.text, message.heading, message.scanned]}
        case Progress():
            body = {"pages": message.total}
        case Truncated():
            body = {"cut": [message.read, message.total, message.by]}
        case Picture():
            data = message.data
            body = {"picture": [message.number, message.media_type, message.width, message.height, len(data)]}
        case Letters():
            body = {"letters": [message.number, message.width, message.height, message.text, message.places]}
        case Part():
            body = {"part": [message.number, message.title, message.level, message.page or 0, message.whole_page]}
            body["pieces"] = message.pieces
        case Unreadable():
            body = {"error": [message.reason.value, message.detail[:300]]}
        case None:
            body = {"end": True}
    stream.write(json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") + b"\n" + data)
    stream.flush()


def receive(stream: IO[bytes]) -> Message:
    """Read one message. Raises `Garbled`."""
    line = stream.readline(MAX_LINE)
    if not line.endswith(b"\n"):
        raise Garbled("the line is cut or too long")
    try:
        message = _message(json.loads(line), stream)
    except ValueError as error:
        raise Garbled(str(error)) from error
    return message


def _message(body: Any, stream: IO[bytes]) -> Message:
    match body:
        case {"page": [int(number), str(label), str(text), str(heading), bool(scanned)]}:
            return Page(number, label, text, heading, scanned)
        case {"part": list(_)}:
            return _part(body)
        case {"pages": int(total)}:
            return Progress(total)
        case {"cut": [int(read), int(total), str(by)]}:
            return Truncated(read, total, by)
        case {"picture": [int(number), str(media_type), int(width), int(height), int(size)]}:
            return Picture(number, media_type, width, height, _exactly(stream, size))
        case {"letters": [int(number), int(width), int(height), str(text), list(places)]}:
            return Letters(number, width, height, text, _placed(places, 4 * len(text)))
        case {"error": [str(reason), str(detail)]}:
            return Unreadable(Reason(reason), detail)
        case {"end": True}:
            return None
    raise Garbled("unknown message")


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size) if 0 < size <= MAX_PICTURE else b""
    if len(data) != size or not data:
        raise Garbled(f"a picture of {size} bytes")
    return data


def _placed(places: list[Any], count: int) -> tuple[int, ...]:
    if len(places) != count or not all(isinstance(each, int) and 0 <= each <= UNITS for each in places):
        raise Garbled("places that are none")
    return tuple(places)


def _part(body: dict[str, Any]) -> Part:
    match body:
        case {"part": [str(number), str(title), int(level), int(page), bool(whole)], "pieces": list(pieces)}:
            return Part(number, title, level, page or None, tuple(map(_piece, pieces)), whole)
    raise Garbled("a part that is none")


def _piece(piece: Any) -> str | Rows:
    """Markdown, or a table whose cells are all text."""
    if isinstance(piece, str):
        return piece
    rows = tuple(tuple(row) for row in piece if isinstance(row, list)) if isinstance(piece, list) else ()
    if not rows or not all(isinstance(cell, str) for row in rows for cell in row):
        raise Garbled("a piece that is none")
    return rows

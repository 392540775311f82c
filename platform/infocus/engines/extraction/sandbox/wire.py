"""How the child talks: one JSON object a line, a picture's bytes right behind its line.

Both ends use this module; the parent believes nothing: every line and every picture has a largest size.
"""

import json
from typing import IO, Any

from infocus.engines.extraction.port import Page, Picture, Progress, Reason, Truncated, Unreadable

MAX_LINE = 2 * 1024 * 1024
MAX_PICTURE = 64 * 1024 * 1024

Message = Page | Progress | Truncated | Picture | Unreadable | None
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
        match json.loads(line):
            case {"page": [int(number), str(label), str(text), str(heading), bool(scanned)]}:
                return Page(number, label, text, heading, scanned)
            case {"pages": int(total)}:
                return Progress(total)
            case {"cut": [int(read), int(total), str(by)]}:
                return Truncated(read, total, by)
            case {"picture": [int(number), str(media_type), int(width), int(height), int(size)]}:
                return Picture(number, media_type, width, height, _exactly(stream, size))
            case {"error": [str(reason), str(detail)]}:
                return Unreadable(Reason(reason), detail)
            case {"end": True}:
                return None
    except ValueError as error:
        raise Garbled(str(error)) from error
    raise Garbled("unknown message")


def _exactly(stream: IO[bytes], size: int) -> bytes:
    data = stream.read(size) if 0 < size <= MAX_PICTURE else b""
    if len(data) != size or not data:
        raise Garbled(f"a picture of {size} bytes")
    return data

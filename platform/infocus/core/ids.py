"""Identifiers: UUIDv7 (RFC 9562, section 5.7) as 26 lower-case Crockford base-32 characters; time-ordered."""

import os
import re
import time

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_SHAPE = re.compile(rf"[{_ALPHABET}]{{26}}")
LENGTH = 26


def new_id(at_ms: int | None = None) -> str:
    """A new id; ``at_ms`` is a Unix time in milliseconds (default: now)."""
    ms = time.time_ns() // 1_000_000 if at_ms is None else at_ms
    random = int.from_bytes(os.urandom(10))
    value = (ms & (1 << 48) - 1) << 80 | 0x7 << 76 | (random >> 64 & 0xFFF) << 64 | 0b10 << 62 | random & (1 << 62) - 1
    return "".join(_ALPHABET[value >> shift & 31] for shift in range(125, -1, -5))


def is_id(text: str) -> bool:
    """Whether ``text`` has the shape of an id."""
    return bool(_SHAPE.fullmatch(text))

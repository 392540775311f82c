"""Addresses that mail comes back to: one a purpose and a key, on the letterbox's own address or domain.

``INFOCUS_LETTERBOX_ADDRESS`` is ``exchange@infocus.example`` (then ``exchange+r-KEY@infocus.example`` is used) or a
domain whose mail all arrives, ``@in.infocus.example`` (then ``r-KEY@in.infocus.example``). Keys are lower-case letters
and digits, since some programs change the case of addresses; address and key stay within the 64 letters of RFC 5321.
"""

import base64
import hashlib
import hmac
import re
from enum import StrEnum

from flask import current_app

from infocus.settings import Settings

KEY_LETTERS = 24
"""Letters of a key: 120 bits."""
_PART = re.compile(r"(?:[^+@]+\+)?([rmb])-([a-z2-7]{24})")


class Box(StrEnum):
    """What an address is for: an answer, a meeting's files, a mail that could not be delivered."""

    REPLY = "r"
    MEETING = "m"
    BOUNCE = "b"


def mark(purpose: str, *parts: str) -> str:
    """A mark of these parts that only this installation can make."""
    settings: Settings = current_app.extensions["infocus.settings"]
    message = "\0".join((purpose, *parts)).encode()
    made = hmac.new(settings.secret_key.encode(), message, hashlib.sha256).digest()
    return base64.b32encode(made).decode().lower()[:KEY_LETTERS]


def same(first: str, second: str) -> bool:
    """Whether two marks are the same, in a time that tells nothing."""
    return hmac.compare_digest(first.encode(), second.encode())


def box_address(box: Box, key: str) -> str:
    """The address for this purpose and key; empty when the installation takes no mail in."""
    settings: Settings = current_app.extensions["infocus.settings"]
    local, _at, domain = settings.letterbox_address.rpartition("@")
    if not domain:
        return ""
    return f"{local}+{box}-{key}@{domain}" if local else f"{box}-{key}@{domain}"


def box_of(address: str) -> tuple[Box, str] | None:
    """What an address of ours is for, and its key; ``None`` for any other address."""
    settings: Settings = current_app.extensions["infocus.settings"]
    own_local, _at, own_domain = settings.letterbox_address.lower().rpartition("@")
    local, _at, domain = address.strip().lower().rpartition("@")
    found = _PART.fullmatch(local)
    if not own_domain or domain != own_domain or found is None:
        return None
    if (local.partition("+")[0] if "+" in local else "") != own_local:
        return None
    return Box(found[1]), found[2]

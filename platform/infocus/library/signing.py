"""Marks and keys made with this installation's secret: whoever has only the database can make none of them."""

import base64
import hashlib
import hmac

from flask import current_app

from infocus.settings import Settings

_LENGTH = 32
"""Letters of a mark: 192 bits."""


def keyed(purpose: str, *parts: str) -> str:
    """A mark of these parts, always the same for the same ones; letters, digits, ``-`` and ``_``."""
    settings: Settings = current_app.extensions["infocus.settings"]
    message = "\0".join((purpose, *parts)).encode()
    mark = hmac.new(settings.secret_key.encode(), message, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(mark).decode()[:_LENGTH]


def same(first: str, second: str) -> bool:
    """Whether two marks are the same, in a time that tells nothing."""
    return hmac.compare_digest(first.encode(), second.encode())

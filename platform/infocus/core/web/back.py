"""Where to go after a form: only to pages of our own."""

import re
from urllib.parse import urlsplit

_HOSTILE = re.compile(r"[\x00-\x20\x7f\\]")


def own_path(target: str | None, default: str = "/") -> str:
    """``target`` when it is a path on this site, else ``default``: no open redirect."""
    if not target or not target.startswith("/") or target.startswith("//") or _HOSTILE.search(target):
        return default
    try:
        parts = urlsplit(target)
    except ValueError:
        return default
    return default if parts.scheme or parts.netloc else target

"""Where a form may lead back to: paths of this site only."""

import re
from urllib.parse import urlsplit

_HOSTILE = re.compile(r"[\x00-\x20\x7f\\]")


def own_path(target: str | None, default: str) -> str:
    """``target`` when it is a path of this site (``/…`` with query), else ``default``: never another site's address."""
    if not target or not target.startswith("/") or target.startswith("//") or _HOSTILE.search(target):
        return default
    parts = urlsplit(target)
    return default if parts.scheme or parts.netloc else target

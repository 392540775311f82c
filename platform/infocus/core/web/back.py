"""Where to go after a form: only to pages of our own."""

from urllib.parse import urlsplit


def own_path(target: str | None, default: str = "/") -> str:
    """``target`` when it is a path on this site, else ``default``: no open redirect."""
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")):
        return default
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or any(ord(letter) < 32 for letter in target):
        return default
    return target

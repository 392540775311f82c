"""Numbers in addresses: anything but a small positive whole number counts as not given."""

from flask import request

_MOST_DIGITS = 6


def number_of(name: str) -> int | None:
    """The whole number a query string gives for ``name``, from 1; ``None`` without one."""
    raw = request.args.get(name, "").strip()
    if not raw.isascii() or not raw.isdigit() or len(raw) > _MOST_DIGITS:
        return None
    return int(raw) or None

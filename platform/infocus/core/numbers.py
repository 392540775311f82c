"""Whole numbers in what people and programs send."""

MOST_DIGITS = 9
"""As many as fit every database's integer."""


def whole(text: str | None) -> int | None:
    """The whole number that ``text`` spells in ASCII digits, from 0; ``None`` for anything else."""
    given = (text or "").strip()
    return int(given) if given.isascii() and given.isdigit() and len(given) <= MOST_DIGITS else None

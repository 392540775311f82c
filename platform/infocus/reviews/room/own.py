"""What the parts of a room tell a reader of their own when they come in: `you` in the answer to `join`."""

from collections.abc import Callable
from typing import Any

from infocus.core.actor import Actor
from infocus.reviews.models import Review

Own = Callable[[Actor, Review], dict[str, Any]]
_sources: list[Own] = []


def contributes_own(source: Own) -> Own:
    """Register a part's function ``(actor, review)`` → further fields of `you`; registering twice is once."""
    if source not in _sources:
        _sources.append(source)
    return source


def own_of(actor: Actor, review: Review) -> dict[str, Any]:
    """All that the parts add for this reader."""
    return {name: value for source in _sources for name, value in source(actor, review).items()}

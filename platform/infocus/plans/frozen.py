"""Which versions must stay as they are, because something refers to their very words. Plans know no reviews."""

from collections.abc import Callable

from infocus.plans.models import PlanVersion

Holder = Callable[[PlanVersion], bool]
_holders: list[Holder] = []


def freezes_versions(holder: Holder) -> Holder:
    """Register a predicate: whether somebody needs this version as it is (a review that reads it)."""
    if holder not in _holders:
        _holders.append(holder)
    return holder


def is_frozen(version: PlanVersion) -> bool:
    """Whether changes must go into another version."""
    return any(holder(version) for holder in _holders)

"""What happens to collections."""

from dataclasses import dataclass

from infocus.practices.collections.models import Collection
from infocus.practices.models import Practice


@dataclass(frozen=True, slots=True)
class Picked:
    """A practice was put into a collection."""

    collection: Collection
    practice: Practice
    by: str


@dataclass(frozen=True, slots=True)
class Unpicked:
    """A practice was taken out of a collection, or the collection is gone."""

    collection: Collection
    practice_id: str

"""What searches leave out until the index has read that fewer may see it."""

from collections.abc import Collection

from infocus.core import changes
from infocus.engines.search.port import SearchIndex
from infocus.records.entries import sources


def withheld(index: SearchIndex) -> frozenset[str]:
    """Ids whose audience was narrowed and that the index still has with the wider one, with all that hangs on them."""
    return with_attached(changes.narrowed_since(index.cursor))


def with_attached(subjects: Collection[str]) -> frozenset[str]:
    """These things and whatever is readable as they are (comments)."""
    if not subjects:
        return frozenset()
    named = sorted(subjects)
    return frozenset(named).union(*(source.attached(named) for source in sources().values()))

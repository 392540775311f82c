"""What happens to what was agreed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Marked:
    """A decision or an action was noted in a ``section`` of the minutes, or changed there."""

    meeting_id: str
    section: str

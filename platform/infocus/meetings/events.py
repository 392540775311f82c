"""What happens to meetings."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MeetingMoved:
    """A planned meeting has other days."""

    meeting_id: str
    by: str


@dataclass(frozen=True, slots=True)
class MeetingCalledOff:
    """A planned meeting does not take place."""

    meeting_id: str
    by: str

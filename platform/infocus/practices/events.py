"""What happens to practices."""

from dataclasses import dataclass

from infocus.practices.models import Practice


@dataclass(frozen=True, slots=True)
class PracticeChanged:
    """What it says, its files or who may read it is about to change; its readers are worked out after this."""

    practice: Practice


@dataclass(frozen=True, slots=True)
class PracticeSubmitted:
    """A city asks for validation."""

    practice: Practice
    by: str


@dataclass(frozen=True, slots=True)
class ChangesAsked:
    """An expert asks for changes."""

    practice: Practice
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class PracticeValidated:
    """An expert validates."""

    practice: Practice
    by: str
    text: str


@dataclass(frozen=True, slots=True)
class PracticePublished:
    """The city shares it."""

    practice: Practice
    by: str

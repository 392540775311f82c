"""A passage as it is lit on an open page."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that a comment is about: its id, its number on the page, the place; ``on``: it is the one looked at."""

    id: str
    number: int
    start: int
    end: int
    on: bool = False

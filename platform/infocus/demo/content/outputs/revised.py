"""Outputs that got a second file: what comments asked for is in it, and one passage they were about is not."""

from dataclasses import dataclass, replace
from datetime import datetime

from infocus.demo.content.documents.papers import SPACES
from infocus.demo.content.records import FileSpec
from infocus.demo.content.words import at


@dataclass(frozen=True, slots=True, kw_only=True)
class Revised:
    """The second file of an output (its key), who brought it and what they said of it."""

    output: str
    by: str
    at: datetime
    note: str
    file: FileSpec


def _said_anew(text: str, *changes: tuple[str, str]) -> str:
    """The text with each first passage put in other words. Raises ``ValueError`` for one that it does not have."""
    for before, after in changes:
        if before not in text:
            raise ValueError(before)
        text = text.replace(before, after, 1)
    return text


_TEACHES = "A first storey also teaches."
_TRAM = f"Ostrava's figure leaves out the tram stop that had to move: a ninth of the refurbishment.\n\n{_TEACHES}"
_STREET = "It is where the next cheap street is, and who owns it."
_ROOMS = "It is which rooms the makers can move on to, who holds the keys, and who tells the tenants in time."

REVISED = (
    Revised(
        output="bordeaux-spaces",
        by="adhoc@infocus.example",
        at=at("2018-02-12T15:30"),
        note="Ostrava's tram stop, and tenants who move on",
        file=FileSpec(
            name="bordeaux-spaces-2.pdf",
            least_pages=20,
            document=replace(
                SPACES,
                date="2018-02-12",
                body=_said_anew(SPACES.body, (_TEACHES, _TRAM), (_STREET, _ROOMS)),
            ),
        ),
    ),
)

"""The port: a paper as blocks, whatever format it is written in. Text of blocks is Markdown only where it says so."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6, as plain text; ``language`` where it is not the paper's."""

    level: int
    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown: paragraphs, lists, quotations, tables, links; ``language`` where it is not the paper's."""

    markdown: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first row names the columns. Cells are Markdown; a row that is too short is filled up.

    ``shares``: how wide the columns are beside each other (2 is twice 1); empty leaves it to the format.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""
    shares: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and their values (plain text), as on a title page; what has no value is left out."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins on a page of its own."""


Block = Heading | Prose | Table | Facts | NewPage


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole document. ``language`` is one of our codes ("fr"); ``author`` a name or a body; ``written`` aware."""

    title: str
    language: str
    blocks: tuple[Block, ...]
    subtitle: str = ""
    author: str = ""
    subject: str = ""
    written: datetime


TAGS = {
    "en": "en-GB", "es": "es-ES", "eu": "eu-ES", "pt": "pt-PT", "it": "it-IT",
    "cs": "cs-CZ", "ro": "ro-RO", "pl": "pl-PL", "de": "de-DE", "fr": "fr-FR",
}  # fmt: skip
"""Our language codes as office programs want them (BCP 47 with a country)."""

"""The port: a template and data become a PDF that a screen reader can read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol


class TypesettingError(Exception):
    """No PDF came out; the message says why (the template's own error, the time, the memory)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """What is to be set.

    ``template``: a file under ``templates`` that defines ``paper(data)``. ``data``: anything JSON can say; text in it
    is text and never markup. ``language`` is a code such as ``pl``; ``pictures``: name (``wall.jpg``) → bytes of PNG,
    JPEG or SVG, which the template opens as ``/pictures/wall.jpg``. The same paper gives the same bytes.
    """

    template: str
    title: str
    language: str
    made_at: datetime
    data: Mapping[str, Any]
    author: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=dict)


class Typesetter(Protocol):
    """Sets papers, one call each."""

    def pdf(self, paper: Paper) -> bytes:
        """The PDF: tagged (PDF/UA-1), with title and language. Takes seconds at most. Raises `TypesettingError`."""
        ...

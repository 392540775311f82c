"""Where the characters of a PDF's page are; found in the child process."""

from contextlib import closing
from pathlib import Path

from infocus.engines.extraction.port import Letters, Limits, Reason, Unreadable
from infocus.engines.extraction.sandbox.process import run

DEFAULT = Limits(cpu_seconds=10, wall_seconds=20.0)
"""Somebody waits for it with the page half drawn: a page that takes longer is shown without."""


def page_letters(path: Path, number: int, limits: Limits = DEFAULT) -> Letters:
    """The characters of a page (from 1) and their places. Raises `Unreadable`."""
    with closing(run("letters", path, limits, {"number": number})) as messages:
        for message in messages:
            if isinstance(message, Letters):
                return message
    raise Unreadable(Reason.BROKEN, "no letters")

"""Cutting a text into its sections: the worker's side. The child reads the file, see `tasks.parting`."""

from collections.abc import Generator
from contextlib import closing
from pathlib import Path

from infocus.engines.extraction.kinds import READABLE
from infocus.engines.extraction.port import Limits, Part, Reason, Unreadable
from infocus.engines.extraction.sandbox.process import run

DEFAULT = Limits()


def read_parts(path: Path, media_type: str, limits: Limits = DEFAULT) -> Generator[Part, None, None]:
    """The parts of a text in order: headings with what stands below them. Raises `Unreadable`.

    A file without headings gives a part a page, or one part where it has no pages; a scan gives parts without pieces.
    """
    if media_type not in READABLE:
        raise Unreadable(Reason.NOT_ACCEPTED, f"no parser for {media_type}")
    with closing(run("parts", path, limits, {"media_type": media_type})) as messages:
        for message in messages:
            if isinstance(message, Part):
                yield message

"""Reading the pages of a file, in the child process, one after the other."""

from collections.abc import Generator
from contextlib import closing
from pathlib import Path

from infocus.engines.extraction.kinds import READABLE
from infocus.engines.extraction.port import Item, Limits, Page, Progress, Reason, Truncated, Unreadable
from infocus.engines.extraction.sandbox.process import run

DEFAULT = Limits()


def read_pages(path: Path, media_type: str, limits: Limits = DEFAULT) -> Generator[Item, None, None]:
    """Give `Progress(total)`, then each `Page` as it is read, then `Truncated` if a limit left pages out.

    `media_type` is what `sniff` found. The wall time of `limits` includes what the caller does between pages. Raises
    `Unreadable`, also after some pages were given: those are good. Closing the iterator ends the child.
    """
    if media_type not in READABLE:
        raise Unreadable(Reason.NOT_ACCEPTED, f"no parser for {media_type}")
    with closing(run("read", path, limits, {"media_type": media_type})) as messages:
        for message in messages:
            if isinstance(message, Page | Progress | Truncated):
                yield message

"""Read the text of a file, and stop at the limits."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from infocus.engines.extraction.kinds import ACCEPTED
from infocus.engines.extraction.port import Item, Limits, Page, Progress, Reason, Truncated, Unreadable


def run(path: Path, limits: Limits, options: Mapping[str, str]) -> Iterator[Item]:
    """Progress, the pages, and `Truncated` if there was more. `options["media_type"]` chooses the parser."""
    parser = import_module(ACCEPTED[options["media_type"]].parser)
    return bounded(parser.read(path, limits), limits)


def bounded(items: Iterator[Item], limits: Limits) -> Iterator[Item]:
    """The same items within the limits on pages and characters. Raises `Unreadable` ("empty") when there is no page."""
    total = read = characters = 0
    cut = False
    for item in items:
        match item:
            case Progress():
                total = item.total
                yield item
            case Truncated():
                cut = True
            case Page() if characters >= limits.max_characters:
                cut = True
                break
            case Page():
                room = min(limits.max_page_characters, limits.max_characters - characters)
                cut = cut or len(item.text) > room
                yield replace(item, text=item.text[:room])
                read += 1
                characters += len(item.text)
                if read == limits.max_pages < total:
                    yield Truncated(read, total, "pages")
                    return
    if not total:
        raise Unreadable(Reason.EMPTY, "no text")
    if cut:
        yield Truncated(read, total, "characters")

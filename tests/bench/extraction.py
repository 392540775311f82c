"""Reading the text of PDFs beside plain pypdfium2 on the same files: pages a second, time to the first page."""

import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import typst

from infocus.engines.extraction.kinds import PDF
from infocus.engines.extraction.port import Page
from infocus.engines.extraction.reader import read_pages
from tests.bench.figures import Figure
from tests.bench.plain_pdf import plain

SEED, ROUNDS = 20260128, 5
SIZES = {"500 full pages": 500, "8 pages": 8}
LINES, WORDS_A_LINE = 42, 12

OURS, IN_PROCESS, OWN_PROCESS = "in focus", "pypdfium2", "pypdfium2 in a process of its own"
"""The peer as a program would use it, and as it would have to be for files of strangers: that starts a process, too."""


def run() -> Iterator[Figure]:
    """All figures of reading."""
    with tempfile.TemporaryDirectory() as folder:
        for case, pages in SIZES.items():
            path = Path(folder) / f"{pages}.pdf"
            path.write_bytes(paper(pages))
            yield from _compare(case, path, pages)


def paper(pages: int) -> bytes:
    """A PDF of pages full of text, with bookmarks and labels as papers have them."""
    rng = random.Random(SEED)
    words = ["".join(rng.choice("abcdefghijklmnoprstuvz") for _ in range(rng.randint(2, 11))) for _ in range(4_000)]
    text = "\n#pagebreak()\n".join(
        f"= Chapter {number}\n" + " ".join(rng.choice(words) for _ in range(LINES * WORDS_A_LINE))
        for number in range(1, pages + 1)
    )
    return bytes(typst.compile(f'#set page(paper: "a4", numbering: "i")\n#set text(size: 10pt)\n{text}'.encode()))


def _compare(case: str, path: Path, pages: int) -> Iterator[Figure]:
    """Turn about, so that what else the machine does meets both alike."""
    ways: dict[str, Callable[[Path], tuple[int, float]]] = {
        "in focus": _ours,
        IN_PROCESS: lambda path: plain(str(path)),
        OWN_PROCESS: _plain,
    }
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    cpu: dict[str, list[float]] = {name: [] for name in ways}
    first: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, way in ways.items():
            begun, used = time.perf_counter(), _cpu()
            read, until_first = way(path)
            seconds[name].append(time.perf_counter() - begun)
            cpu[name].append(_cpu() - used)
            first[name].append(until_first * 1000)
            assert read == pages, f"{name} read {read} of {pages} pages"
    for name in ways:
        rate = {"p50": pages / statistics.median(seconds[name]), "best": pages / min(seconds[name])}
        yield Figure("extraction", case, name, "pages/s", rate, _ratios(name, seconds))
        spent = {"best": min(cpu[name]) * 1000 / pages}
        yield Figure("extraction", case, name, "ms CPU/page", spent, _ratios(name, cpu))
        yield Figure("extraction", f"{case}, the first page", name, "ms", {"p50": statistics.median(first[name])})


def _ratios(name: str, spent: dict[str, list[float]]) -> dict[str, float]:
    """Of the best rounds: what else the machine does only ever adds."""
    if name != OURS:
        return {}
    return {peer: min(spent[name]) / min(spent[peer]) for peer in spent if peer != name}


def _cpu() -> float:
    """Processor seconds of this process and of those it has buried."""
    return sum(sum(resource.getrusage(who)[:2]) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def _ours(path: Path) -> tuple[int, float]:
    """Pages read, and seconds until the first."""
    begun, first, pages = time.perf_counter(), 0.0, 0
    for item in read_pages(path, PDF):
        if isinstance(item, Page):
            first = first or time.perf_counter() - begun
            pages += 1
    return pages, first


def _plain(path: Path) -> tuple[int, float]:
    """The same, with the start of a process."""
    begun = time.perf_counter()
    command = [sys.executable, "-m", "tests.bench.plain_pdf", str(path)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    pages, whole, first = done.stdout.split()
    return int(pages), time.perf_counter() - begun - float(whole) + float(first)

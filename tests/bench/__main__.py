"""``python -m tests.bench [--only pages,lists,room,extraction,uploads]``: JSON lines, then a table."""

import argparse
import sys
from collections.abc import Callable, Iterator

from tests.bench import extraction, lists, pages, room, search, uploads
from tests.bench.figures import Figure, table

BENCHES: dict[str, Callable[[], Iterator[Figure]]] = {
    "pages": pages.run,
    "lists": lists.run,
    "room": room.run,
    "search": search.run,
    "extraction": extraction.run,
    "uploads": uploads.run,
}


def main() -> int:
    """Run the benches asked for."""
    parser = argparse.ArgumentParser(prog="make bench")
    parser.add_argument("--only", default="", help=f"some of {', '.join(BENCHES)}, with commas between")
    wanted = [name for name in parser.parse_args().only.split(",") if name] or list(BENCHES)
    unknown = set(wanted) - set(BENCHES)
    if unknown:
        parser.error(f"no bench named {', '.join(sorted(unknown))}; there are {', '.join(BENCHES)}")
    figures = []
    for name in wanted:
        for figure in BENCHES[name]():
            figures.append(figure)
            print(figure.line(), flush=True)
    print(f"\n{table(figures)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

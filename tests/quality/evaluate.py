"""Search quality on public test collections, through the product's own index and query code.

`make evaluate DATA=DIR`: one JSON line a set and engine, then the mean. docs/search.md describes the collections.
"""

import argparse
import gzip
import json
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import fmean
from typing import Any

from infocus.engines.search import Batch, Entry, Query, SearchIndex, open_index
from tests.quality.measures import CUT, ndcg, recall, reciprocal_rank

ENGINES = {"whoosh": "whoosh:///", "tantivy": "tantivy:///"}
EVERYONE = frozenset({"public"})
THEN = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> int:
    """Print the figures; 0 when there was anything to measure, 2 when the data is not there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/evaluation"), help="folder of SET.json.gz files")
    parser.add_argument("--only", default="", help="names of sets, separated by commas")
    options = parser.parse_args()
    sets = sorted(options.data.glob("*.json.gz"))
    wanted = {name for name in options.only.split(",") if name}
    sets = [path for path in sets if not wanted or path.name.removesuffix(".json.gz") in wanted]
    if not sets:
        print(
            f"evaluate: no test collections (*.json.gz) in {options.data}; give their folder as DATA=DIR",
            file=sys.stderr,
        )
        return 2
    for engine, url in ENGINES.items():
        report(engine, url, sets)
    return 0


def report(engine: str, url: str, sets: list[Path]) -> None:
    """Print an engine's line for each set, and the mean over the sets."""
    lines = []
    for path in sets:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            collection = json.load(file)
        lines.append({"set": collection["set"], "engine": engine, **measure(url, collection)})
        print(json.dumps(lines[-1]), flush=True)
    measured = ("ndcg@10", "mrr@10", "recall@10")
    mean = {name: round(fmean(line[name] for line in lines), 4) for name in measured}
    queries = sum(line["queries"] for line in lines)
    print(json.dumps({"set": "mean", "engine": engine, **mean, "queries": queries}), flush=True)


def measure(url: str, collection: dict[str, Any]) -> dict[str, Any]:
    """Index a collection in a fresh index and ask all its questions."""
    with tempfile.TemporaryDirectory() as folder:
        index = open_index(url, Path(folder))
        index.rebuild(batches(collection))
        answers = [(answer(index, query["text"], collection), query["relevant"]) for query in collection["queries"]]
    return {
        "ndcg@10": round(fmean(ndcg(ranked, relevant) for ranked, relevant in answers), 4),
        "mrr@10": round(fmean(reciprocal_rank(ranked, relevant) for ranked, relevant in answers), 4),
        "recall@10": round(fmean(recall(ranked, relevant) for ranked, relevant in answers), 4),
        "queries": len(answers),
    }


def batches(collection: dict[str, Any]) -> Iterator[Batch]:
    """The collection's documents as one batch."""
    entries = [entry(document, collection["language"]) for document in collection["documents"]]
    yield Batch(tuple((one.record, (one,)) for one in entries), cursor=len(entries))


def entry(document: dict[str, Any], language: str) -> Entry:
    """A document as the only passage of a record."""
    return Entry(
        id=document["id"],
        record=document["id"],
        type="document",
        title=document["title"],
        text=document["text"],
        url=f"/documents/{document['id']}",
        audience=EVERYONE,
        updated_at=THEN,
        language=language,
    )


def answer(index: SearchIndex, text: str, collection: dict[str, Any]) -> list[str]:
    """The records found for a question, best first."""
    query = Query(text=text, audience=EVERYONE, languages=(collection["language"],), limit=CUT)
    return [hit.record for hit in index.search(query).hits]


if __name__ == "__main__":
    sys.exit(main())

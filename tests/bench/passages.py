"""The passages of the speed test as entries of the bench's network, and queries drawn from their own words."""

import gzip
import itertools
import json
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from infocus.engines.search import Batch, Entry
from infocus.engines.search.text import clean, words
from infocus.engines.search.tokens import is_stop_word

DATA = Path("../shared/evaluation/passages-100k.jsonl.gz")
SEED = 20_261_128
THEN = datetime(2026, 1, 1, tzinfo=UTC)
_BATCH = 400
_LETTERS = 5


def lines(count: int) -> Iterator[dict[str, Any]]:
    """The first passages of the file. Raises FileNotFoundError, with a sentence, when it is not there."""
    if not DATA.exists():
        raise FileNotFoundError(f"bench: no passages in {DATA}")
    with gzip.open(DATA, "rt", encoding="utf-8") as file:
        yield from map(json.loads, itertools.islice(file, count))


def batches(count: int, network: str, cursor: int) -> Iterator[Batch]:
    """The passages as records, a third of them public, a third the network's, a third somebody else's."""
    every = (_entry(line, network) for line in lines(count))
    while chunk := list(itertools.islice(every, _BATCH)):
        yield Batch(tuple((one.record, (one,)) for one in chunk), cursor=cursor)


def _entry(line: dict[str, Any], network: str) -> Entry:
    keys = {"public": "public", "members": "all", "g1": f"network:{network}"}
    city = sum(map(ord, line["city"])) % 10
    return Entry(
        id=f"p{line['id']}",
        record=f"p{line['id']}",
        type=line["type"],
        title=line["title"],
        text=line["text"],
        url=f"/bench/passages/{line['id']}",
        audience=frozenset({keys.get(line["perm"], f"network:{line['perm']}")}),
        updated_at=THEN + timedelta(minutes=int(line["id"])),
        language=line["lang"],
        network="bench",
        partner=f"city-{city}",
        country="PT",
        sectors=(line["sector"],),
        year=int(line["year"]),
    )


def questions(count: int, passages: int) -> list[str]:
    """Queries of two telling words that stand together in a passage."""
    rng = random.Random(SEED)
    found = []
    for line in itertools.islice(lines(passages), 0, None, max(1, passages // (2 * count))):
        forms = [word.form for word in words(clean(line["text"])) if len(word.form) >= _LETTERS]
        telling = [form for form in forms if form.isalpha() and not is_stop_word(form, line["lang"])]
        if len(telling) > _LETTERS:
            found.append(" ".join(rng.sample(telling, 2)))
    return found[:count]


def beginnings(queries: list[str]) -> list[str]:
    """What somebody has typed after two, three and four letters of the first word."""
    return [query[:letters] for query in queries for letters in (2, 3, 4)]

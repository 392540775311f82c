"""The whole search request at 1k, 10k and 100k passages, on both engines: rights, five facets, ten hits with marks.

Also: indexing, size, memory, completions, how long a change takes until it is found, and the live room in a storm of
searches.
"""

import json
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import requests

from tests.bench import room
from tests.bench.figures import Figure, percentile, spread
from tests.bench.http_load import Answers, ask
from tests.bench.pages import sign_in
from tests.bench.passages import beginnings, questions
from tests.bench.processes import cpu_seconds, resident_mb, web_worker
from tests.bench.seed import Seeded, fill
from tests.support.house import ROOT
from tests.support.living import LiveServer

SIZES = (1_000, 10_000, 100_000)
ENGINES = ("tantivy", "whoosh")
"""The quicker one first: the other's ratios are to it."""
QUERIES = 160
FACETS = ("type", "partner", "sector", "language", "year")
STORM_SIZE = 10_000
Times = dict[str, float]


def run() -> Iterator[Figure]:
    """All figures of the search."""
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            peers: dict[str, Times] = {}
            for engine in ENGINES:
                yield from _engine(Path(folder) / f"{engine}-{size}", engine, size, peers)


def _engine(instance: Path, engine: str, size: int, peers: dict[str, Times]) -> Iterator[Figure]:
    seeded = fill(instance, 10, people=20, tokens=9)
    server = LiveServer(instance, {"INFOCUS_SEARCH_URL": f"{engine}:///", "INFOCUS_SEARCH_CHECK": "0"})
    built = _build(server, size)
    at = f"{size:,} passages"
    yield Figure("search", f"indexing, {at}", engine, "passages/s", {"mean": size / built["seconds"]})
    yield Figure("search", f"index, {at}", engine, "MB", {"disk": built["bytes"] / 1e6, "builder rss": built["rss"]})
    server.start()
    try:
        assert server.process is not None
        pid = web_worker(server.process.pid)
        for case, answers, cpu in _asked(server, seeded, size, pid):
            assert not answers.wrong, f"{case}: {answers.wrong[:5]}"
            values = spread(answers.milliseconds) | {"cpu": cpu}
            ratios = {ENGINES[0]: values["p50"] / peers[case]["p50"]} if case in peers else {}
            peers.setdefault(case, values)
            yield Figure("search", f"{case}, {at}", engine, "ms", values, ratios)
        yield Figure("search", f"web process, {at}", engine, "MB", {"rss": resident_mb(pid)})
        yield Figure("search", f"change until found, {at}", engine, "ms", spread(list(_found_after(server, seeded))))
        if size == STORM_SIZE:
            yield from _storm(server, seeded, size, engine)
    finally:
        server.stop()


def _build(server: LiveServer, size: int) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.bench.build_index", str(size)]
    done = subprocess.run(command, cwd=ROOT, env=server.environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    answer: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return answer


def _urls(server: LiveServer, size: int) -> list[str]:
    facets = [("facet", name) for name in FACETS]
    asked = (urlencode([("q", query), ("limit", "10"), *facets]) for query in questions(QUERIES, size))
    return [f"{server.url}/api/v1/search?{query}" for query in asked]


def _asked(server: LiveServer, seeded: Seeded, size: int, pid: int) -> Iterator[tuple[str, Answers, float]]:
    urls = _urls(server, size)
    ask(*urls[:20], requests=20, connections=1, tokens=seeded.tokens[-1:])
    for connections in (1, 8):
        count = QUERIES * (1 if connections == 1 else 2)
        before = cpu_seconds(pid)
        answers = ask(*urls, requests=count, connections=connections, tokens=seeded.tokens)
        yield f"search, {connections} at once", answers, (cpu_seconds(pid) - before) * 1000 / count
    cookie = sign_in(server.url)
    typed = beginnings(questions(40, size))
    for turn in ("first time", "again"):
        before = cpu_seconds(pid)
        urls = [f"{server.url}/library/suggest?{urlencode({'q': each})}" for each in typed]
        answers = ask(*urls, requests=len(urls), connections=1, cookie=cookie)
        yield f"completion, {turn}", answers, (cpu_seconds(pid) - before) * 1000 / len(urls)


def _found_after(server: LiveServer, seeded: Seeded, tries: int = 3) -> Iterator[float]:
    """Milliseconds from a new practice's answer until a search finds it."""
    headers = {"Authorization": f"Bearer {seeded.tokens[0]}"}
    for number in range(tries):
        word = f"zyzzyva{number}"
        body = {"title": f"About {word}", "summary": "A word nobody else has.", "language": "en"}
        requests.post(f"{server.url}/api/v1/practices", json=body, headers=headers, timeout=30).raise_for_status()
        begun = time.perf_counter()
        while not requests.get(f"{server.url}/api/v1/search?q={word}", headers=headers, timeout=30).json()["total"]:
            time.sleep(0.1)
        yield (time.perf_counter() - begun) * 1000


def _storm(server: LiveServer, seeded: Seeded, size: int, engine: str) -> Iterator[Figure]:
    """The live room's messages without and with eight people who search without a pause."""
    calm = room.load(server.url, seeded.token, seeded.review, people=40, rate=10, seconds=10)
    over = threading.Event()
    urls = _urls(server, size)

    def search(number: int) -> None:
        while not over.is_set():
            ask(*urls[number::8], requests=10, connections=1, tokens=seeded.tokens[number : number + 1])

    people = [threading.Thread(target=search, args=(number,)) for number in range(8)]
    for each in people:
        each.start()
    stormy = room.load(server.url, seeded.token, seeded.review, people=40, rate=10, seconds=10)
    over.set()
    for each in people:
        each.join()
    case = "message in the live room, send to receipt"
    yield Figure("search", f"{case}, nobody searches", engine, "ms", spread(calm["times"]))
    ratios = {"nobody searches": percentile(stormy["times"], 0.95) / percentile(calm["times"], 0.95)}
    yield Figure("search", f"{case}, eight search", engine, "ms", spread(stormy["times"]), ratios)

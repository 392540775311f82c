"""Pages at 1k and 10k practices: latency, CPU a request, queries, memory, beside a bare Flask page."""

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import requests

from tests.bench.figures import Figure, spread
from tests.bench.floor import BarePage
from tests.bench.http_load import Answers, ask
from tests.bench.processes import cpu_seconds, resident_mb, web_worker
from tests.bench.seed import EMAIL, PASSWORD, Seeded, fill
from tests.bench.statements import query_counts
from tests.support.living import LiveServer

SIZES = (1_000, 10_000)
ROUNDS = {1: 120, 8: 240}


def run() -> Iterator[Figure]:
    """All figures of the pages."""
    with tempfile.TemporaryDirectory() as folder:
        bare = BarePage(Path(folder))
        try:
            floor = {connections: _measured(bare, connections) for connections in ROUNDS}
        finally:
            bare.stop()
        for connections, (answers, cpu) in floor.items():
            yield _figure(f"bare page, {connections} at once", "flask", answers)
            yield Figure("pages", f"bare page, {connections} at once", "flask", "ms CPU/request", {"mean": cpu})
        for size in SIZES:
            yield from _at(Path(folder) / str(size), size, floor)


def _at(instance: Path, size: int, floor: dict[int, tuple[Answers, float]]) -> Iterator[Figure]:
    seeded = fill(instance, size)
    queries = query_counts(instance, _paths(seeded))
    server = LiveServer(instance)
    server.run("search", "rebuild")
    server.start()
    try:
        assert server.process is not None
        pid = web_worker(server.process.pid)
        cookie = sign_in(server.url)
        for name, path in _paths(seeded).items():
            ask(server.url + path, requests=10, connections=2, cookie=cookie)
            for connections, rounds in ROUNDS.items():
                case = f"{name} at {size:,}, {connections} at once"
                before = cpu_seconds(pid)
                answers = ask(server.url + path, requests=rounds, connections=connections, cookie=cookie)
                cpu = (cpu_seconds(pid) - before) * 1000 / rounds
                assert not answers.wrong, f"{case}: {answers.wrong[:5]}"
                bare_answers, bare_cpu = floor[connections]
                ratio = spread(answers.milliseconds)["p50"] / spread(bare_answers.milliseconds)["p50"]
                yield _figure(case, "in focus", answers, {"bare page": ratio})
                ratios = {"bare page": cpu / bare_cpu}
                yield Figure("pages", case, "in focus", "ms CPU/request", {"mean": cpu}, ratios)
            yield Figure("pages", f"{name} at {size:,}", "in focus", "queries", {"count": queries[name]})
        yield Figure("pages", f"web process at {size:,}", "in focus", "MB", {"rss": resident_mb(pid)})
    finally:
        server.stop()


def _paths(seeded: Seeded) -> dict[str, str]:
    return {
        "home": "/",
        "practice": seeded.practice,
        "practices": "/practices",
        "document": f"{seeded.document}?page=7&q=foundry",
        "search": "/library?q=foundry+tenant",
        "room": seeded.room,
    }


def _measured(bare: BarePage, connections: int) -> tuple[Answers, float]:
    """Its answers, and CPU milliseconds a request."""
    rounds, before = ROUNDS[connections] * 4, cpu_seconds(bare.pid)
    answers = ask(bare.url, requests=rounds, connections=connections)
    return answers, (cpu_seconds(bare.pid) - before) * 1000 / rounds


def _figure(case: str, subject: str, answers: Answers, ratios: dict[str, float] | None = None) -> Figure:
    values = spread(answers.milliseconds) | {"per second": len(answers.milliseconds) / answers.seconds}
    return Figure("pages", case, subject, "ms", values, ratios or {})


def sign_in(url: str) -> str:
    """The cookie of a browser that signed in as the bench's officer."""
    browser = requests.Session()
    page = browser.get(f"{url}/sign-in", timeout=30).text
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page)
    assert token is not None
    fields = {"csrf_token": token[1], "email": EMAIL, "password": PASSWORD}
    browser.post(f"{url}/sign-in", data=fields, timeout=30).raise_for_status()
    return "; ".join(f"{name}={value}" for name, value in browser.cookies.items())

"""Long lists, full meetings and long discussions: latency, CPU a request and queries, in turns with a bare Flask page.

The web process has one core for itself where the system lets us say so. Query counts at both sizes must be the same.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from tests.bench.crowd import Crowd, gather
from tests.bench.figures import Figure, percentile, spread
from tests.bench.floor import BarePage
from tests.bench.http_load import ask
from tests.bench.pages import sign_in
from tests.bench.processes import cpu_seconds, pinned, web_worker
from tests.bench.seed import fill
from tests.bench.statements import query_counts
from tests.support.living import LiveServer

LIMIT_MS = 100
"""What 95 of 100 answers to one connection must keep to."""
TURNS = 3
ROUNDS = {1: 20, 8: 16}
"""Requests of a turn, by how many are asked at once."""


@dataclass(frozen=True)
class Size:
    """How much there is of each."""

    practices: int
    outputs: int
    comments: int


SMALL, LARGE = Size(100, 60, 200), Size(10_000, 500, 2_000)


@dataclass
class _Measured:
    """What one page's turns gave."""

    milliseconds: list[float] = field(default_factory=list)
    cpu: float = 0.0

    def values(self) -> dict[str, float]:
        """p50, p95 and p99."""
        return spread(self.milliseconds) | {"p99": percentile(self.milliseconds, 0.99)}


def paths(crowd: Crowd) -> dict[str, str]:
    """Every address that is measured, by its name."""
    narrowed = f"{crowd.meeting}/outputs?session={crowd.session}"
    return {
        "practices": "/practices",
        "practices, filtered": "/practices?theme=talent&partner=city-3&partner=city-4&language=en",
        "practices, of a country": "/practices?country=PT&state=published",
        "practices as cards": "/practices?view=cards",
        "practices on a map": "/practices?view=map",
        "network with its map": "/bench",
        "library": "/library",
        "library, practices": "/library?q=foundry&kind=practice",
        "meetings": "/meetings",
        "meeting": crowd.meeting,
        "outputs": f"{crowd.meeting}/outputs",
        "outputs of a session": narrowed,
        "outputs with a word": f"{crowd.meeting}/outputs?words=harbour&language=en",
        "programme as calendar": f"{crowd.meeting}/calendar.ics",
        "discussion": crowd.talk,
        "discussion, its middle": f"{crowd.talk}?said_after={crowd.middle}",
        "discussion, at a comment": f"{crowd.talk}?comment={crowd.comment}",
    }


def run() -> Iterator[Figure]:
    """All figures of the lists."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as after:
        small = Path(folder) / "small"
        fill(small, SMALL.practices)
        few = query_counts(small, paths(gather(small, outputs=SMALL.outputs, comments=SMALL.comments)))
        instance = Path(folder) / "large"
        fill(instance, LARGE.practices)
        asked = paths(gather(instance, outputs=LARGE.outputs, comments=LARGE.comments))
        many = query_counts(instance, asked)
        for name in asked:
            yield Figure("lists", name, "in focus", "queries", {"large": many[name], "small": few[name]})
        server = LiveServer(instance)
        server.run("search", "rebuild")
        bare = BarePage(Path(folder))
        after.callback(bare.stop)
        server.start()
        after.callback(server.stop)
        yield from _timed(server, bare, asked)


def _timed(server: LiveServer, bare: BarePage, asked: dict[str, str]) -> Iterator[Figure]:
    assert server.process is not None
    pid, slow = web_worker(server.process.pid), 0
    core = min(os.sched_getaffinity(0))
    for each in (pid, bare.pid):
        pinned(each, core)
    cookie = sign_in(server.url)
    for name, path in asked.items():
        ask(server.url + path, requests=6, connections=1, cookie=cookie)
        for connections, rounds in ROUNDS.items():
            ours, floor = _Measured(), _Measured()
            for _ in range(TURNS):
                _turn(ours, pid, server.url + path, connections, rounds, cookie)
                _turn(floor, bare.pid, bare.url, connections, 2 * rounds)
            yield from _figures(f"{name}, {connections} at once", ours, floor)
            slow += connections == 1 and ours.values()["p95"] > LIMIT_MS
    yield Figure("lists", f"pages whose p95 is over {LIMIT_MS} ms", "in focus", "pages", {"count": slow})


def _turn(to: _Measured, pid: int, url: str, connections: int, rounds: int, cookie: str = "") -> None:
    before = cpu_seconds(pid)
    answers = ask(url, requests=rounds, connections=connections, cookie=cookie)
    to.cpu += cpu_seconds(pid) - before
    assert not answers.wrong, f"{url}: {answers.wrong[:5]}"
    to.milliseconds += answers.milliseconds


def _figures(case: str, ours: _Measured, floor: _Measured) -> Iterator[Figure]:
    mine, bare = ours.values(), floor.values()
    yield Figure("lists", case, "in focus", "ms", mine, {"bare page": mine["p50"] / bare["p50"]})
    yield Figure("lists", case, "flask", "ms", bare)
    spent = ours.cpu / len(ours.milliseconds)
    ratio = {"bare page": spent * len(floor.milliseconds) / floor.cpu} if floor.cpu else {}
    yield Figure("lists", case, "in focus", "ms CPU/request", {"mean": spent * 1000}, ratio)

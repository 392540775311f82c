"""The live room beside Node's Socket.IO server, both storing every message in SQLite before they tell anybody.

Both servers stand side by side and take turns, case by case, so that what else the machine does meets both alike. The
cases that have an aim beside the other server are run in several pairs; their ratio is the median of the pairs'.
"""

import json
import statistics
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.bench.figures import Figure, percentile, spread
from tests.bench.processes import cpu_seconds, resident_mb, web_worker
from tests.bench.seed import fill, long_log
from tests.support.house import ROOT
from tests.support.living import LiveServer
from tests.support.node import node_program, node_with_sqlite

PEOPLE, RATES, SECONDS = 100, (5, 20, 100), 6
PAIRED, PAIRS = 20, 5
"""The rate that is measured in pairs: odd, so that one of them is in the middle."""
ROOMS, CAPACITY_SECONDS, CAPACITY_PAIRS = (10, 50, 300), 4, 5
HELD = 300
ENTRIES, JOINS = 5_000, 10
OURS, NODE = "in focus, SQLite", "node, SQLite"
HERE = Path(__file__).parent


@dataclass(frozen=True)
class Subject:
    """A server under load: where it is, how one comes in, and the process that does the work."""

    name: str
    url: str
    token: str
    review: str
    pid: int


Values = dict[str, float]


def run() -> Iterator[Figure]:
    """All figures of the room, the peer's before ours."""
    with (
        tempfile.TemporaryDirectory() as folder,
        _node(Path(folder)) as node,
        _ours(Path(folder)) as (ours, long_review),
    ):
        held = [{"rss": _memory(each) / HELD} for each in (node, ours)]  # first: what load left is used again
        yield from _beside("memory of a connection", "kB", held[0], held[1])
        for rate in RATES:
            yield from _rate(node, ours, rate)
        for people in ROOMS:
            yield from _capacity(node, ours, people)
        joined = _load(ours, "join", ENTRIES, JOINS, review=long_review)
    for name, case in (("first", "newest 100 entries"), ("all", "all entries")):
        yield Figure("room", f"join a room of {ENTRIES}: {case}", OURS, "ms", spread(joined[name]))


def _rate(node: Subject, ours: Subject, rate: int) -> Iterator[Figure]:
    """What a steady rate takes from send to receipt and to answer, and of the processor; paired where that counts."""
    rounds: dict[str, list[tuple[Values, Values]]] = {NODE: [], OURS: []}
    for number in range(PAIRS if rate == PAIRED else 1):
        for subject in (node, ours) if number % 2 else (ours, node):
            rounds[subject.name].append(_round(subject, rate))
    for at, what in enumerate(("receipt", "answer")):
        found = {name: [each[at] for each in done] for name, done in rounds.items()}
        pairs = [_ratios(peer, own) for peer, own in zip(found[NODE], found[OURS], strict=True)]
        ratios = {name: statistics.median(pair[name] for pair in pairs) for name in pairs[0]}
        if len(pairs) > 1:
            p95 = [pair["node p95"] for pair in pairs]
            ratios |= {"node p95, lowest pair": min(p95), "highest": max(p95)}
        case = f"{rate}/s into {PEOPLE}, send to {what}"
        middle = {
            name: {key: statistics.median(each[key] for each in done) for key in done[0]}
            for name, done in found.items()
        }
        yield Figure("room", case, NODE, "ms", middle[NODE])
        yield Figure("room", case, OURS, "ms", middle[OURS], ratios)


def _round(subject: Subject, rate: int) -> tuple[Values, Values]:
    """One run: from send to receipt, and from send to answer with the processor's time for one message."""
    before = cpu_seconds(subject.pid)
    answer = load(subject.url, subject.token, subject.review, rate=rate)
    spent = cpu_seconds(subject.pid) - before
    receipt = spread(answer["times"]) | {"p99": percentile(answer["times"], 0.99)}
    return receipt, spread(answer["acked"]) | {"cpu of a message": 1000 * spent / (rate * SECONDS)}


def _capacity(node: Subject, ours: Subject, people: int) -> Iterator[Figure]:
    """What each manages when it always has something to do."""
    done: dict[str, list[Values]] = {NODE: [], OURS: []}
    for number in range(CAPACITY_PAIRS):
        for subject in (node, ours) if number % 2 else (ours, node):
            done[subject.name].append(_load(subject, "capacity", people, CAPACITY_SECONDS))
    pairs = [_ratios(peer, own) for peer, own in zip(done[NODE], done[OURS], strict=True)]
    ratios = {name: statistics.median(pair[name] for pair in pairs) for name in pairs[0]}
    for name in (NODE, OURS):
        middle = {key: statistics.median(each[key] for each in done[name]) for key in done[name][0]}
        yield Figure("room", f"capacity, room of {people}", name, "per s", middle, ratios if name == OURS else {})


def _beside(case: str, unit: str, peer: Values, own: Values) -> Iterator[Figure]:
    yield Figure("room", case, NODE, unit, peer)
    yield Figure("room", case, OURS, unit, own, _ratios(peer, own))


def _ratios(peer: Values, own: Values) -> Values:
    return {f"node {name}": own[name] / peer[name] for name in own if peer.get(name)}


def load(
    url: str, token: str, review: str, *, people: int = PEOPLE, rate: int = 20, seconds: int = SECONDS
) -> dict[str, list[float]]:
    """What people in a room see of messages sent at a steady rate: ``times`` and ``acked`` in milliseconds."""
    answer: dict[str, Any] = _load(Subject("", url, token, review, 0), "rate", people, rate, seconds)
    assert answer["received"] == answer["expected"], f"{answer['received']} of {answer['expected']} came"
    return answer


def _memory(subject: Subject) -> float:
    """kB more than with the first of them, once many people are in the room."""
    _load(subject, "join", 0, 1)
    before = resident_mb(subject.pid)
    command = _command(subject, "hold", HELD)
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holding:
        assert holding.stdout is not None
        assert holding.stdin is not None
        assert holding.stdout.readline().strip() == "ready"
        grown = (resident_mb(subject.pid) - before) * 1000
        holding.stdin.close()
    return grown


def _load(subject: Subject, mode: str, *numbers: int, review: str = "") -> dict[str, Any]:
    command = _command(subject, mode, *numbers, review=review)
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=180)
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def _command(subject: Subject, mode: str, *numbers: int, review: str = "") -> list[str]:
    program = [node_program(), str(HERE / "room_load.mjs"), mode]
    return [*program, subject.url, subject.token, review or subject.review, *map(str, numbers)]


@contextmanager
def _node(folder: Path) -> Iterator[Subject]:
    command = [node_with_sqlite(), str(HERE / "room_peer.mjs"), str(folder / "peer.sqlite3")]
    peer = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert peer.stdout is not None
        port = peer.stdout.readline().strip()
        yield Subject(NODE, f"http://127.0.0.1:{port}", "", "room", peer.pid)
    finally:
        peer.terminate()
        peer.wait(10)


@contextmanager
def _ours(folder: Path) -> Iterator[tuple[Subject, str]]:
    """Our server, and a review whose log is long."""
    seeded = fill(folder, 10)
    long_review = long_log(folder, seeded.review, ENTRIES)
    server = LiveServer(folder)
    server.start()
    try:
        assert server.process is not None
        worker = web_worker(server.process.pid)
        yield Subject(OURS, server.url, seeded.token, seeded.review, worker), long_review
    finally:
        server.stop()

"""The live room: 20 messages a second into 100 people, stored, beside a Node server that stores nothing."""

import json
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.figures import Figure, spread
from tests.bench.processes import cpu_seconds, resident_mb, web_worker
from tests.bench.seed import fill
from tests.support.house import ROOT
from tests.support.living import LiveServer
from tests.support.node import node_program

PEOPLE, RATE, SECONDS = 100, 20, 15
CASE = f"{RATE}/s into {PEOPLE}"
HERE = Path(__file__).parent


def run() -> Iterator[Figure]:
    """All figures of the room."""
    peer = subprocess.Popen([node_program(), str(HERE / "room_peer.mjs")], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert peer.stdout is not None
        before = cpu_seconds(peer.pid)
        node = _load(f"http://127.0.0.1:{peer.stdout.readline().strip()}", "", "room")
        node_cpu = cpu_seconds(peer.pid) - before
        node_memory = resident_mb(peer.pid)
    finally:
        peer.terminate()
        peer.wait(10)
    yield from _figures("node, stores nothing", node, node_cpu, node_memory)
    with tempfile.TemporaryDirectory() as folder:
        seeded = fill(Path(folder), 10)
        server = LiveServer(Path(folder))
        server.start()
        try:
            assert server.process is not None
            pid = web_worker(server.process.pid)
            before = cpu_seconds(pid)
            ours = _load(server.url, seeded.token, seeded.review)
            cpu, memory = cpu_seconds(pid) - before, resident_mb(pid)
        finally:
            server.stop()
    ratios = {name: spread(ours[name])["p95"] / spread(node[name])["p95"] for name in ("times", "acked")}
    yield from _figures("in focus, SQLite", ours, cpu, memory, ratios, cpu / node_cpu, memory / node_memory)


def _load(url: str, token: str, review: str) -> dict[str, list[float]]:
    command = [node_program(), str(HERE / "room_load.mjs"), url, token, review, str(PEOPLE), str(RATE), str(SECONDS)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    answer: dict[str, list[float]] = json.loads(done.stdout)
    assert answer["received"] == answer["expected"], f"{answer['received']} of {answer['expected']} came"
    return answer


def _figures(
    subject: str,
    answer: dict[str, list[float]],
    cpu: float,
    memory: float,
    ratios: dict[str, float] | None = None,
    cpu_ratio: float = 0.0,
    memory_ratio: float = 0.0,
) -> Iterator[Figure]:
    def beside(ratio: float | None) -> dict[str, float]:
        return {"node": ratio} if ratio else {}

    known = ratios or {}
    yield Figure("room", f"{CASE}, send to receipt", subject, "ms", spread(answer["times"]), beside(known.get("times")))
    yield Figure("room", f"{CASE}, send to answer", subject, "ms", spread(answer["acked"]), beside(known.get("acked")))
    share = cpu / SECONDS * 100
    yield Figure("room", f"{CASE}, processor", subject, "% of a core", {"mean": share}, beside(cpu_ratio))
    yield Figure("room", f"{CASE}, memory", subject, "MB", {"rss": memory}, beside(memory_ratio))

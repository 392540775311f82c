"""Pages at 1k and 10k practices: latency, CPU a request, queries, memory, beside a bare Flask page."""

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import requests
from flask import Flask
from sqlalchemy import event

from infocus.app import create_app
from infocus.core.db import db
from infocus.settings import load
from tests.bench.figures import Figure, spread
from tests.bench.http_load import Answers, ask
from tests.bench.processes import cpu_seconds, resident_mb, web_worker
from tests.bench.seed import EMAIL, PASSWORD, Seeded, fill
from tests.support import servers
from tests.support.house import ROOT
from tests.support.living import LiveServer

SIZES = (1_000, 10_000)
ROUNDS = {1: 120, 8: 240}


def run() -> Iterator[Figure]:
    """All figures of the pages."""
    with tempfile.TemporaryDirectory() as folder:
        bare = _Bare(Path(folder))
        try:
            floor = {connections: bare.measure(connections) for connections in ROUNDS}
        finally:
            bare.stop()
        for connections, (answers, cpu) in floor.items():
            yield _figure(f"bare page, {connections} at once", "flask", answers)
            yield Figure("pages", f"bare page, {connections} at once", "flask", "ms CPU/request", {"mean": cpu})
        for size in SIZES:
            yield from _at(Path(folder) / str(size), size, floor)


def _at(instance: Path, size: int, floor: dict[int, tuple[Answers, float]]) -> Iterator[Figure]:
    seeded = fill(instance, size)
    queries = _query_counts(instance, seeded)
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


def _query_counts(instance: Path, seeded: Seeded) -> dict[str, int]:
    """Statements each page sends, counted in this process for a reader who is signed in."""
    app = create_app(load({"INFOCUS_INSTANCE": str(instance)}))
    app.config["WTF_CSRF_ENABLED"] = False
    client = app.test_client()
    client.post("/sign-in", data={"email": EMAIL, "password": PASSWORD})
    counts: dict[str, int] = {}
    for name, path in _paths(seeded).items():
        client.get(path)
        counts[name] = _statements(app, lambda path=path: client.get(path))
    return counts


def _statements(app: Flask, act) -> int:
    seen: list[str] = []

    def note(_connection, _cursor, statement: str, *_rest) -> None:
        seen.append(statement)

    with app.app_context():
        engine = db.engine
    event.listen(engine, "before_cursor_execute", note)
    act()
    event.remove(engine, "before_cursor_execute", note)
    return sum(not statement.startswith(("BEGIN", "PRAGMA")) for statement in seen)


class _Bare:
    """The bare page under the same kind of worker."""

    def __init__(self, folder: Path) -> None:
        self._port = servers.free_port()
        application = f"tests.bench.bare:create_app('{folder / 'bare.sqlite'}')"
        command = [sys.executable, "-m", "gunicorn", "--worker-class=gevent", f"--bind=127.0.0.1:{self._port}"]
        self._process = subprocess.Popen(
            [*command, "--no-control-socket", "--log-level=warning", application], cwd=ROOT
        )
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            try:
                requests.get(self._url, timeout=5)
            except requests.ConnectionError:
                time.sleep(0.1)
            else:
                return
        raise AssertionError("the bare page did not start")

    @property
    def _url(self) -> str:
        return f"http://127.0.0.1:{self._port}/"

    def measure(self, connections: int) -> tuple[Answers, float]:
        """Its answers, and CPU milliseconds a request."""
        pid = web_worker(self._process.pid)
        ask(self._url, requests=20, connections=2)
        rounds = ROUNDS[connections] * 4
        before = cpu_seconds(pid)
        answers = ask(self._url, requests=rounds, connections=connections)
        return answers, (cpu_seconds(pid) - before) * 1000 / rounds

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait(20)

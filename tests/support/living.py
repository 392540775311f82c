"""Fixtures: the product itself, started as people start it, in a process of its own."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import requests

from tests.support import servers
from tests.support.house import ROOT

START_SECONDS, STOP_SECONDS = 300.0, 120.0


@dataclass
class LiveServer:
    """``infocus serve`` with an instance folder of its own, on a free port."""

    instance: Path
    more: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=servers.free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Its address, without a slash at the end."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """What its process, and the commands beside it, are told."""
        ours = {"INFOCUS_INSTANCE": str(self.instance), "INFOCUS_PORT": str(self.port)}
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("INFOCUS_")}
        return inherited | ours | self.more

    def run(self, *arguments: str) -> str:
        """What a command on this installation prints; it must succeed."""
        command = [sys.executable, "-m", "infocus.cli", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"infocus {' '.join(arguments)}: {done.stdout}{done.stderr}"
        return done.stdout

    def start(self, *arguments: str) -> None:
        """Start serving and wait until it is ready; the arguments are those of ``infocus serve``."""
        self.instance.mkdir(parents=True, exist_ok=True)
        with (self.instance / "serve.log").open("ab") as log:
            command = [sys.executable, "-m", "infocus.cli", "serve", *arguments]
            self.process = subprocess.Popen(command, cwd=ROOT, env=self.environment, stdout=log, stderr=log)
        try:
            self._wait()
        except BaseException:  # whoever asked gets no server, so nobody else would end it
            self.stop()
            raise

    def stop(self) -> int:
        """End it as an operator would (SIGTERM): its exit status."""
        assert self.process is not None
        self.process.terminate()
        try:
            return self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise

    def log(self) -> str:
        """What it wrote so far."""
        return (self.instance / "serve.log").read_text("utf-8", "replace")

    def _wait(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            assert self.process is not None
            assert self.process.poll() is None, f"infocus serve ended: {self.log()}"
            try:
                if requests.get(f"{self.url}/readyz", timeout=5).ok:
                    return
            except (requests.ConnectionError, requests.Timeout):
                pass
            time.sleep(0.1)
        raise AssertionError(f"not ready after {START_SECONDS} s: {self.log()}")


@pytest.fixture
def new_server(tmp_path: Path) -> Iterator[Callable[..., LiveServer]]:
    """Makes servers of the test's own (not started yet; settings as keywords), ended after it."""
    made: list[LiveServer] = []

    def make(**settings: str) -> LiveServer:
        more = {f"INFOCUS_{name.upper()}": value for name, value in settings.items()}
        made.append(LiveServer(tmp_path / f"served{len(made)}", more))
        return made[-1]

    yield make
    for server in made:
        if server.process is not None and server.process.poll() is None:
            server.stop()


@pytest.fixture(scope="session")
def live_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """One server with the demo networks a worker process, for tests that only read or use records of their own."""
    server = LiveServer(tmp_path_factory.mktemp("live"))
    server.start("--with-demo")
    yield server
    server.stop()

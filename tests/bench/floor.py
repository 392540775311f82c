"""The floor of the pages: the bare Flask page, served by the same kind of worker as the product."""

import subprocess
import sys
import time
from pathlib import Path

import requests

from tests.bench.http_load import ask
from tests.bench.processes import web_worker
from tests.support import servers
from tests.support.house import ROOT

START_SECONDS = 30


class BarePage:
    """The bare page, started and asked a few times, so that it is warm."""

    def __init__(self, folder: Path) -> None:
        port = servers.free_port()
        application = f"tests.bench.bare:create_app('{folder / 'bare.sqlite'}')"
        command = [sys.executable, "-m", "gunicorn", "--worker-class=gevent", f"--bind=127.0.0.1:{port}"]
        self.url = f"http://127.0.0.1:{port}/"
        self._process = subprocess.Popen(
            [*command, "--no-control-socket", "--log-level=warning", application], cwd=ROOT
        )
        try:
            self._wait()
        except BaseException:  # whoever asked gets no page, so nobody else would end it
            self.stop()
            raise
        ask(self.url, requests=20, connections=2)

    @property
    def pid(self) -> int:
        """The process that answers."""
        return web_worker(self._process.pid)

    def stop(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait(20)

    def _wait(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            try:
                requests.get(self.url, timeout=5)
            except requests.ConnectionError:
                time.sleep(0.1)
            else:
                return
        raise AssertionError("the bare page did not start")

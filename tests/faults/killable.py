"""The web server in a process group that can be killed at one stroke."""

import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

import requests

from infocus.serving import gunicorn_command
from infocus.settings import Settings
from tests.support.clocks import CLOCK
from tests.support.house import ROOT

PATIENCE = 240.0
"""On a busy machine a server takes long to start; one that ends by itself is told of at once."""


@dataclass
class Killable:
    """gunicorn as ``infocus serve`` starts it, in a process group that can be killed at one stroke."""

    settings: Settings
    clock: Path | None = None
    """A file with seconds: how far ahead this server's clock goes; it is read again and again."""
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it without waiting."""
        names = ("instance", "secret_key", "database_url", "redis_url", "log_level")
        ours = {f"INFOCUS_{name.upper()}": str(getattr(self.settings, name)) for name in names}
        command = gunicorn_command(self.settings)
        if self.clock is not None:
            ours[CLOCK] = str(self.clock)
            command = [*command[:-1], "tests.support.clocked:app"]
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("INFOCUS_")}
        with (self.settings.instance / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=inherited | ours,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def wait(self) -> None:
        """Until it answers."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline and self.process is not None and self.process.poll() is None:
            try:
                if requests.get(f"http://127.0.0.1:{self.settings.port}/healthz", timeout=PATIENCE).ok:
                    return
            except requests.ConnectionError:
                time.sleep(0.1)
        raise AssertionError((self.settings.instance / "server.log").read_text())

    def kill(self) -> None:
        """SIGKILL, the parent and its workers; nothing is flushed, nobody is told."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

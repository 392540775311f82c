"""The web server in a process group that can be killed at one stroke."""

import os
import signal
import subprocess
import time
from dataclasses import dataclass

import requests

from infocus.serving import gunicorn_command
from infocus.settings import Settings
from tests.support.house import ROOT


@dataclass
class Killable:
    """gunicorn as ``infocus serve`` starts it, in a process group that can be killed at one stroke."""

    settings: Settings
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it without waiting."""
        names = ("instance", "secret_key", "database_url", "redis_url", "log_level")
        ours = {f"INFOCUS_{name.upper()}": str(getattr(self.settings, name)) for name in names}
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("INFOCUS_")}
        with (self.settings.instance / "server.log").open("ab") as log:
            self.process = subprocess.Popen(
                gunicorn_command(self.settings),
                cwd=ROOT,
                env=inherited | ours,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def wait(self) -> None:
        """Until it answers."""
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            try:
                if requests.get(f"http://127.0.0.1:{self.settings.port}/healthz", timeout=2).ok:
                    return
            except requests.RequestException:
                time.sleep(0.1)
        raise AssertionError((self.settings.instance / "server.log").read_text())

    def kill(self) -> None:
        """SIGKILL, the parent and its workers; nothing is flushed, nobody is told."""
        if self.process is not None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
            self.process = None

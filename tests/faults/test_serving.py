"""What ``infocus serve`` keeps running ends in time, leaves nothing behind, and gets up again."""

import os
import signal
import socket
import threading
import time
from pathlib import Path

import pytest
import requests
import socketio

from infocus.serving import LEAN

NAMESPACE = "/reviews"
PATIENCE = 120.0


def _field(pid, name):
    """A line of the process's state; nothing when it is gone or only waits to be buried."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return ""
    fields = dict(line.split(":\t", 1) for line in lines if ":\t" in line)
    return "" if fields["State"].startswith("Z") else fields[name].strip()


def _below(pid):
    """Every living process below this one."""
    children = [int(path.name) for path in Path("/proc").glob("[0-9]*") if _field(path.name, "PPid") == str(pid)]
    return [each for child in children for each in (child, *_below(child))]


def _command(pid):
    """The command line of a process; empty when it has just ended."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().decode()
    except OSError:
        return ""


def _is_lean(pid):
    """Whether the process gives memory back."""
    environment = Path(f"/proc/{pid}/environ").read_bytes().decode().split("\0")
    return {f"{name}={value}" for name, value in LEAN.items()} <= set(environment)


def _worker(server):
    return next((pid for pid in _below(server.process.pid) if "infocus.cli" in _command(pid)), None)


def _until(what, seconds=PATIENCE):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if what():
            return True
        time.sleep(0.05)
    return False


@pytest.fixture
def server(new_server):
    found = new_server(log_format="text")
    found.start()
    return found


def test_it_drains_and_ends_with_a_line_open(server):
    server.run("users", "add", "somebody@city.example", "--name", "Somebody", "--password", "four ordinary words")
    token = server.run("token", "somebody@city.example").strip()
    closed = threading.Event()
    line = socketio.Client(reconnection=False)
    line.on("closed", lambda *_: closed.set(), namespace=NAMESPACE)
    line.connect(server.url, auth={"token": token}, namespaces=[NAMESPACE], transports=["websocket"])
    below = _below(server.process.pid)
    assert len(below) >= 3  # gunicorn, its web process, the worker
    assert all(_is_lean(pid) for pid in below)
    assert server.stop() == 0
    assert closed.wait(PATIENCE)
    assert _until(lambda: not any(_field(pid, "State") for pid in below))
    line.disconnect()


def test_killed_it_leaves_no_orphan_and_frees_the_port(server):
    below = _below(server.process.pid)
    server.process.send_signal(signal.SIGKILL)
    server.process.wait()
    assert _until(lambda: not any(_field(pid, "State") for pid in below))
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind(("127.0.0.1", server.port))


def test_a_dead_worker_is_replaced_while_the_pages_go_on(server):
    first = _worker(server)
    os.kill(first, signal.SIGKILL)
    assert _until(lambda: _worker(server) not in {None, first})
    assert requests.get(f"{server.url}/healthz", timeout=PATIENCE).ok

"""200 MB sent to a served process: refused, nothing stored, and the web process stays as small as it was."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from infocus.app import create_app
from infocus.core.actor import Role
from infocus.core.db import db, unit_of_work
from infocus.engines.bound import engines
from infocus.plans.services import PlanValues, create_plan
from infocus.settings import Settings
from tests.support.living import LiveServer
from tests.support.world import World

MEGABYTE = 1_000_000
SENT = 200 * MEGABYTE
MOST_GROWN = 30 * MEGABYTE
BOUNDARY = "----zq"
HEAD = (
    f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="title"\r\n\r\nEndless\r\n'
    f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="endless.txt"\r\n\r\n'
).encode()
TAIL = f"\r\n--{BOUNDARY}--\r\n".encode()
CHUNK = b"endless words " * 4_000


def _body() -> Iterator[bytes]:
    """A form with one file of 200 MB, made while it is sent."""
    yield HEAD
    left = SENT
    while left > 0:
        yield CHUNK[:left]
        left -= len(CHUNK)
    yield TAIL


def _send(server: LiveServer, path: str, token: str, *, chunked: bool) -> tuple[int, int]:
    """Post the form as far as the server takes it: the status, and how many bytes were taken."""
    length = "Transfer-Encoding: chunked" if chunked else f"Content-Length: {len(HEAD) + SENT + len(TAIL)}"
    lines = (
        f"POST {path} HTTP/1.1", f"Host: 127.0.0.1:{server.port}", f"Authorization: Bearer {token}",
        "Connection: close", f"Content-Type: multipart/form-data; boundary={BOUNDARY}", length, "", "",
    )  # fmt: skip
    taken = 0
    with socket.create_connection(("127.0.0.1", server.port), timeout=120) as line:
        line.sendall("\r\n".join(lines).encode())
        try:
            for part in _body():
                line.sendall(b"%x\r\n%s\r\n" % (len(part), part) if chunked else part)
                taken += len(part)
            if chunked:
                line.sendall(b"0\r\n\r\n")
        except (BrokenPipeError, ConnectionResetError):
            pass  # it has answered and hung up
        answer = line.makefile("rb").readline()
    return int(answer.split()[1]), taken


def _web_processes(server: LiveServer) -> list[int]:
    """Gunicorn and its workers: the processes that serve this port, by the command that started them."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            command = (path / "cmdline").read_bytes().decode()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if "gunicorn" in command and f":{server.port}" in command:
            found.append(int(path.name))
    return found


def _peak(server: LiveServer, field: str) -> dict[int, int]:
    """What each web process has (``VmRSS``) or had at most since ``_forget_peaks`` (``VmHWM``), in bytes."""
    found = {}
    for pid in _web_processes(server):
        lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
        found[pid] = next(int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{field}:"))
    return found


def _forget_peaks(server: LiveServer) -> None:
    """Have Linux count the peaks from now on."""
    for pid in _web_processes(server):
        Path(f"/proc/{pid}/clear_refs").write_text("5")


def _files(server: LiveServer) -> set[Path]:
    """Every file that is kept in the store."""
    return {path for path in (server.instance / "files").rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[LiveServer, str, str]]:
    """A server, a token of a city's officer, and the address for versions of their plan."""
    server = LiveServer(tmp_path_factory.mktemp("endless"))
    server.start()
    app = create_app(Settings(instance=server.instance, secret_key="for tests only"))
    with app.app_context():
        world = World(app)
        porto = world.partner(world.network())
        officer = world.person(Role.OFFICER, porto)
        with unit_of_work():
            plan = create_plan(world.actor(officer), porto, PlanValues(title="Plan")).id
        email = officer.account.email if officer.account else ""
        engines().search.close()
        db.engine.dispose()
    yield (
        server,
        server.run("token", email, "--scope", "read,write").strip(),
        f"{server.url}/api/v1/plans/{plan}/versions",
    )
    server.stop()


@pytest.mark.parametrize("chunked", [True, False], ids=["chunked", "with its length"])
def test_it_is_refused_and_costs_no_memory(served: tuple[LiveServer, str, str], chunked: bool) -> None:
    server, token, address = served
    head = {"Authorization": f"Bearer {token}"}
    small = {"file": ("plan.txt", b"The plan, %d." % chunked)}
    assert requests.post(address, files=small, headers=head, timeout=120).status_code == 201  # all is imported now
    versions, files = requests.get(address, headers=head, timeout=120).json()["items"], _files(server)
    assert files
    _forget_peaks(server)
    before = _peak(server, "VmRSS")
    status, taken = _send(server, address.removeprefix(server.url), token, chunked=chunked)
    after = _peak(server, "VmHWM")
    assert status in {413, 422}
    assert taken < SENT  # it is not read to its end
    assert after.keys() == before.keys()
    grown = {pid: after[pid] - before[pid] for pid in after}
    assert max(grown.values()) < MOST_GROWN, grown
    assert requests.get(address, headers=head, timeout=120).json()["items"] == versions
    assert _files(server) == files

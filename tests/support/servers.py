"""PostgreSQL and Redis of one test run: started when the first test asks, shared by all workers, stopped at the end.

Each lives in a temporary folder on a free port of 127.0.0.1 and keeps nothing. The run's first process makes the
folder and names it in the environment of its workers; a file lock sees to it that one of them starts each server.
"""

import contextlib
import fcntl
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import redis as redis_client

from tests.support.require import missing

FOLDER = "INFOCUS_TEST_SERVERS"
ROLE = "infocus"
_PG_OPTIONS = (
    "-c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off -c full_page_writes=off"
    " -c synchronous_commit=off -c jit=off -c max_connections=200 -c timezone=UTC -p {port}"
)


def prepare() -> None:
    """Make the run's folder, once, in the process that was started first."""
    folder = Path(tempfile.mkdtemp(prefix="infocus-test-"))
    folder.chmod(0o711)  # the server's own user has to pass through
    os.environ[FOLDER] = str(folder)


def stop_all() -> None:
    """Stop what was started and remove the run's folder; called once, by the process that called ``prepare``."""
    folder = Path(os.environ.pop(FOLDER))
    if (data := folder / "postgresql").is_dir():
        _as_server_user([_postgresql_program("pg_ctl"), "stop", "-D", str(data), "-m", "immediate", "-w"], check=False)
    if (address := folder / "redis.url").is_file():
        with contextlib.suppress(redis_client.ConnectionError), redis_client.from_url(address.read_text()) as client:
            client.shutdown(nosave=True)
    shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    """A TCP port of 127.0.0.1 on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def postgresql() -> str:
    """The address of the run's PostgreSQL without a database name; ends the test where there is none."""
    if not has_postgresql():
        missing("postgresql")
    return _once("postgresql", _start_postgresql)


def has_postgresql() -> bool:
    """Whether the machine has PostgreSQL's server."""
    return Path(_postgresql_program("postgres")).is_file()


def postgresql_database(prefix: str) -> str:
    """A new, empty database of the caller's own on the run's PostgreSQL: its address."""
    server, name = postgresql(), f"{prefix}_{secrets.token_hex(4)}"
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    return f"{server}/{name}"


def redis() -> str:
    """The address of the run's Redis; ends the test where there is none."""
    if shutil.which("redis-server") is None:
        missing("redis")
    return _once("redis", _start_redis)


def own_redis(folder: Path) -> tuple[str, Callable[[], None]]:
    """A Redis of the caller's own, whose data are in ``folder``: its address, and what kills it."""
    if shutil.which("redis-server") is None:
        missing("redis")
    address = _start_redis(folder)
    with redis_client.from_url(address) as client:
        pid = int(client.info("server")["process_id"])

    def kill() -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)

    return address, kill


def _once(name: str, start: Callable[[Path], str]) -> str:
    """The address in ``name``.url, which ``start`` provides when no worker did before."""
    folder = Path(os.environ[FOLDER])
    address = folder / f"{name}.url"
    with _locked(folder / f"{name}.lock"):
        if not address.is_file():
            address.write_text(start(folder))
        return address.read_text()


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _start_postgresql(folder: Path) -> str:
    data, port = folder / "postgresql", free_port()
    data.mkdir(mode=0o700)
    if os.geteuid() == 0:
        shutil.chown(data, _server_user())
    initdb = [_postgresql_program("initdb"), "-D", str(data), "-U", ROLE, "-A", "trust", "-E", "UTF8"]
    _as_server_user([*initdb, "--locale=C.UTF-8", "--no-sync"])
    options = _PG_OPTIONS.format(port=port)
    _as_server_user(
        [_postgresql_program("pg_ctl"), "start", "-D", str(data), "-l", str(data / "log"), "-o", options, "-w"]
    )
    return f"postgresql://{ROLE}@127.0.0.1:{port}"


def _start_redis(folder: Path) -> str:
    port = free_port()
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"]
    subprocess.run([*command, "--dir", str(folder), "--daemonize", "yes"], check=True, stdout=subprocess.DEVNULL)
    address = f"redis://127.0.0.1:{port}/0"
    with redis_client.from_url(
        address, retry=redis_client.retry.Retry(redis_client.backoff.ConstantBackoff(0.05), 100)
    ) as client:
        client.ping()
    return address


def _postgresql_program(name: str) -> str:
    """The path of one of PostgreSQL's server programs: of pg_config's version, else the newest of Debian's."""
    if shutil.which("pg_config"):
        folder = subprocess.run(["pg_config", "--bindir"], check=True, capture_output=True, text=True).stdout.strip()
        if (path := Path(folder) / name).is_file():
            return str(path)
    found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[4]))
    return str(found[-1]) if found else name


def _server_user() -> str:
    """PostgreSQL refuses to run as root: the user it installed, else the one with no rights."""
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def _as_server_user(command: list[str], *, check: bool = True) -> None:
    user = _server_user() if os.geteuid() == 0 else None
    done = subprocess.run(command, user=user, cwd="/", capture_output=True, text=True, check=False)
    if check and done.returncode:
        raise RuntimeError(f"{Path(command[0]).name} failed: {done.stdout}{done.stderr}")

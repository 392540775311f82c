"""The child process: what it cannot do, what it does not know, how its end is understood."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from infocus.engines.extraction import kinds
from infocus.engines.extraction.port import Limits, Page, Picture, Progress, Reason, Truncated, Unreadable
from infocus.engines.extraction.reader import read_pages
from infocus.engines.extraction.sandbox import process, wire
from tests.engines.extraction import samples

Become = Callable[[str], Path]
LIMITS = Limits(memory_bytes=512 * 1024 * 1024, cpu_seconds=1, wall_seconds=120.0)

CONFINED = """
import json, os, resource, socket, subprocess, sys
from infocus.engines.extraction.port import Limits
from infocus.engines.extraction.sandbox.confinement import confine
confine(Limits(memory_bytes=300 * 1024 * 1024))
found = {}
def attempt(name, act):
    try:
        act()
    except (OSError, MemoryError, ValueError) as error:
        found[name] = type(error).__name__
    else:
        found[name] = "allowed"
def write():
    with open(sys.argv[1], "wb", buffering=0) as file:
        file.write(b"x")
attempt("memory", lambda: bytearray(400 * 1024 * 1024))
attempt("write", write)
attempt("files", lambda: [open("/dev/null") for _ in range(100)])
attempt("raise", lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10)))
print(json.dumps([found, resource.getrlimit(resource.RLIMIT_CORE), resource.getrlimit(resource.RLIMIT_NPROC)]))
"""


def child_environment() -> dict[str, str]:
    return {"PYTHONPATH": process._SOURCE_ROOT}


def test_a_confined_process_cannot_grow_write_or_open_without_end(tmp_path: Path) -> None:
    target = tmp_path / "written"
    done = subprocess.run(
        [sys.executable, "-c", CONFINED, str(target)],
        env=child_environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    found, core, processes = json.loads(done.stdout)
    assert found["memory"] == "MemoryError"
    assert found["write"] == "OSError"
    assert found["files"] == "OSError"
    assert target.stat().st_size == 0
    assert core == processes == [0, 0]
    if os.geteuid():
        assert found["raise"] == "ValueError"


def test_the_child_knows_no_secret_of_its_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INFOCUS_SECRET_KEY", "hush")
    code = "import json, os; print(json.dumps(dict(os.environ)))"
    done = subprocess.run([sys.executable, "-c", code], env=dict(process._ENVIRONMENT), capture_output=True, check=True)
    assert set(json.loads(done.stdout)) <= {"PYTHONPATH", "PYTHONDONTWRITEBYTECODE", "LANG", "LC_CTYPE"}


@pytest.mark.parametrize("task", ["reading", "rendering", "imaging"])
def test_the_child_loads_no_framework(task: str) -> None:
    code = (
        f"import sys, infocus.engines.extraction.child, infocus.engines.extraction.tasks.{task}\n"
        "print(' '.join(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=child_environment(), capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert not loaded & {"flask", "flask_babel", "sqlalchemy", "lxml", "docx", "pptx", "numpy", "gevent", "babel"}
    assert ("pypdfium2" in loaded) == (task == "rendering")
    assert ("PIL" in loaded) == (task == "imaging")


@pytest.fixture
def hostile_child(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Become:
    """Put a program of the test's in the child's place, started and heard by the same code."""

    def become(code: str) -> Path:
        monkeypatch.setattr(process, "_COMMAND", (sys.executable, "-c", code))
        file = tmp_path / "file"
        file.write_text("x")
        return file

    return become


CONFINE = (
    "import sys, json, time, os\nfrom infocus.engines.extraction.port import Limits\n"
    "from infocus.engines.extraction.sandbox.confinement import confine\n"
    "confine(Limits(**json.loads(sys.stdin.readline())['limits']))\n"
)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (CONFINE + "while True: pass", Reason.TIMEOUT),
        ("import os; os.kill(os.getpid(), 9)", Reason.MEMORY),
        ("import os; os.abort()", Reason.MEMORY),
        ("import os; os.kill(os.getpid(), 11)", Reason.BROKEN),
        ("import sys; sys.exit(3)", Reason.BROKEN),
        ("print('x' * 5_000_000)", Reason.BROKEN),
        ("print('{\"page\": [1]}')", Reason.BROKEN),
        ('print(\'{"error": ["no-such-reason", ""]}\')', Reason.BROKEN),
        ('print(\'{"picture": [1, "image/webp", 1, 1, 99999999999]}\')', Reason.BROKEN),
        ("print('[')", Reason.BROKEN),
        ("while True: print('{\"pages\": 1}')", Reason.BROKEN),
    ],
)
def test_a_child_that_goes_wrong_is_a_file_that_cannot_be_read(
    hostile_child: Become, code: str, reason: Reason
) -> None:
    with pytest.raises(Unreadable) as failure:
        list(read_pages(hostile_child(code), kinds.TEXT, LIMITS))
    assert failure.value.reason == reason


def test_a_child_that_sleeps_is_stopped_by_the_clock(hostile_child: Become) -> None:
    with pytest.raises(Unreadable) as failure:
        list(read_pages(hostile_child("import time; time.sleep(60)"), kinds.TEXT, Limits(wall_seconds=0.3)))
    assert failure.value.reason == Reason.TIMEOUT


def test_a_child_whose_parent_was_killed_ends_by_itself() -> None:
    request = json.dumps({"limits": {"wall_seconds": -1.8}})
    done = subprocess.run(
        [sys.executable, "-c", CONFINE + "time.sleep(60)"], input=request.encode(), env=child_environment(), check=False
    )
    assert done.returncode == -14, "ended by its own alarm"


def test_pages_come_as_they_are_read_and_stopping_ends_the_child(tmp_path: Path) -> None:
    file = tmp_path / "blank.pdf"
    file.write_bytes(samples.blank_pdf(2000))
    pages = read_pages(file, kinds.PDF)
    assert next(pages) == Progress(2000)
    assert next(pages) == Page(1, "1", "", scanned=True)
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    assert children.read_text().split()
    before = set(children.read_text().split())
    pages.close()
    assert set(children.read_text().split()) < before


@pytest.mark.parametrize(
    "message",
    [
        Page(3, "iii", "Zażółć\n\u2028\x85", "Heading", scanned=True),
        Progress(7),
        Truncated(2, 9, "pages"),
        Picture(1, "image/png", 2, 3, b"\n{bytes}\n"),
        Unreadable(Reason.BOMB, "why"),
        None,
    ],
)
def test_the_wire_gives_back_what_was_sent(message: wire.Message) -> None:
    stream = BytesIO()
    wire.send(stream, message)
    wire.send(stream, None)
    stream.seek(0)
    received = wire.receive(stream)
    if isinstance(message, Unreadable):
        assert isinstance(received, Unreadable)
        assert (received.reason, received.detail) == (message.reason, message.detail)
    else:
        assert received == message
    assert wire.receive(stream) is None

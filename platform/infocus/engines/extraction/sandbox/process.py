"""Starting the child, listening to it, and telling from how it ended what was wrong with the file."""

import json
import signal
import subprocess
import sys
import threading
from collections.abc import Generator, Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

import infocus
from infocus.engines.extraction.port import (
    Letters,
    Limits,
    Page,
    Part,
    Picture,
    Progress,
    Reason,
    Truncated,
    Unreadable,
)
from infocus.engines.extraction.sandbox import wire

CHILD = "infocus.engines.extraction.child"

_SOURCE_ROOT = str(Path(infocus.__file__).parents[1])
# The child inherits nothing: no database address, no secret key, no proxy, no home.
_ENVIRONMENT = {"PYTHONPATH": _SOURCE_ROOT, "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8"}
_COMMAND = (sys.executable, "-P", "-s", "-m", CHILD)


def run(
    task: str, path: Path, limits: Limits, options: Mapping[str, object]
) -> Generator[Page | Progress | Truncated | Picture | Letters | Part, None, None]:
    """Run a task of the child on a file and give what it says, as it says it.

    Raises `Unreadable`: the child's own reason, or what its end means ("timeout", "memory", "broken"). Closing the
    generator ends the child.
    """
    request = {"task": task, "path": str(path.resolve()), "limits": asdict(limits), "options": dict(options)}
    with _Child(limits) as child:
        child.ask(json.dumps(request).encode() + b"\n")
        messages = limits.max_pages + 8
        while (message := child.listen()) is not None:
            if isinstance(message, Unreadable):
                raise message
            messages -= 1
            if not messages:
                raise Unreadable(Reason.BROKEN, "the child said too much")
            yield message


class _Child:
    """One child process with a clock on it."""

    def __init__(self, limits: Limits) -> None:
        self._process = subprocess.Popen(
            _COMMAND,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=_ENVIRONMENT,
            cwd="/",
            start_new_session=True,
        )
        self._expired = threading.Event()
        self._clock = threading.Timer(limits.wall_seconds, self._expire)
        self._clock.daemon = True

    def __enter__(self) -> "_Child":
        self._clock.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._clock.cancel()
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()

    def ask(self, request: bytes) -> None:
        """Hand over the request; a child that died at once is noticed when it is listened to."""
        if self._process.stdin:
            with suppress(BrokenPipeError):
                self._process.stdin.write(request)
                self._process.stdin.close()

    def listen(self) -> wire.Message:
        """The next message; None at the end. Raises `Unreadable` when the child is gone or talks nonsense."""
        if not self._process.stdout:
            return None
        try:
            return wire.receive(self._process.stdout)
        except wire.Garbled as error:
            raise self._verdict(str(error)) from error

    def _expire(self) -> None:
        self._expired.set()
        self._process.kill()

    def _verdict(self, detail: str) -> Unreadable:
        """Why a child went without a word."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=1)
        code = self._process.poll()
        if self._expired.is_set() or code in {-signal.SIGXCPU, -signal.SIGALRM}:
            return Unreadable(Reason.TIMEOUT, "stopped by the clock")
        # The system kills when memory is short; PDFium, like most C++, aborts when it is given none.
        if code in {-signal.SIGKILL, -signal.SIGABRT}:
            return Unreadable(Reason.MEMORY, f"the parser ended by {signal.Signals(-code).name}")
        if code is not None and code < 0:
            return Unreadable(Reason.BROKEN, f"the parser ended by {signal.Signals(-code).name}")
        return Unreadable(Reason.BROKEN, f"the child ended with {code}: {detail}")

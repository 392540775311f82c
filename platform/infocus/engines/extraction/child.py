"""The child process: `python -m` this module reads one request from its input and answers on its output.

It imports no framework and only the one parser it needs, so that it starts in a few hundredths of a second.
"""

import gc
import json
import os
import sys
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from infocus.engines.extraction.port import Limits, Reason, Unreadable
from infocus.engines.extraction.sandbox import wire
from infocus.engines.extraction.sandbox.confinement import confine

TASKS = {
    "read": "infocus.engines.extraction.tasks.reading",
    "render": "infocus.engines.extraction.tasks.rendering",
    "image": "infocus.engines.extraction.tasks.imaging",
    "preview": "infocus.engines.extraction.tasks.preview",
    "parts": "infocus.engines.extraction.tasks.parting",
    "letters": "infocus.engines.extraction.tasks.placing",
}
"""Task → the module whose `run(path, limits, options)` gives the messages."""

_SELDOM = 100_000
"""New objects between two looks for garbage: looking at Python's usual rate takes a tenth of a PDF's time."""


def main() -> None:
    """Confine this process, do the task, say the end."""
    gc.set_threshold(_SELDOM)
    request = json.loads(sys.stdin.buffer.readline())
    answers = _take_output()
    limits = Limits(**request["limits"])
    confine(limits)
    sys.excepthook = lambda kind, error, trace: _report(answers, kind, error, trace)
    for message in import_module(TASKS[request["task"]]).run(Path(request["path"]), limits, request["options"]):
        wire.send(answers, message)
    wire.send(answers, None)


def _take_output() -> BinaryIO:
    """The pipe to the parent, moved away from descriptor 1: a parser that prints cannot speak for us."""
    answers = os.fdopen(os.dup(1), "wb", buffering=256 * 1024)
    os.dup2(2, 1)
    return answers


def _report(answers: BinaryIO, kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
    """Turn whatever ended the task into one last message; the file's own words stay out of it."""
    if isinstance(error, Unreadable):
        reason = error
    elif issubclass(kind, MemoryError):
        reason = Unreadable(Reason.MEMORY, kind.__name__)
    elif issubclass(kind, BrokenPipeError):
        return
    else:
        reason = Unreadable(Reason.BROKEN, kind.__name__)
    wire.send(answers, reason)


if __name__ == "__main__":
    main()

"""One picture to text, by the program `tesseract` in a process with limits."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

import infocus
from infocus.engines.extraction.cleaning import clean

SECONDS = 60
MEMORY = 1024 * 1024 * 1024
MOST = 400_000
"""Bytes of text believed of one page."""
_STOPPED = {-signal.SIGXCPU, -signal.SIGALRM}
_ROOT = str(Path(infocus.__file__).parents[1])
_DATA = "TESSDATA_PREFIX"
# One thread: the limits allow no second one, and it is faster so when several pages wait.
_ENVIRONMENT = {"PYTHONPATH": _ROOT, "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8", "OMP_THREAD_LIMIT": "1"}


class NoText(StrEnum):
    """Why a page stays without text. The codes are kept with the page."""

    NO_PROGRAM = "no-tesseract"
    NO_LANGUAGE = "no-language"
    TIMEOUT = "timeout"
    BROKEN = "broken"
    NOTHING = "nothing"


class Unrecognised(Exception):
    """The picture gave no text; ``reason`` says why."""

    def __init__(self, reason: NoText) -> None:
        super().__init__(reason.value)
        self.reason = reason


def installed() -> frozenset[str]:
    """Tesseract's names of the languages it has here; empty without Tesseract."""
    program = shutil.which("tesseract")
    if program is None:
        return frozenset()
    command = [program, "--list-langs"]
    try:
        done = subprocess.run(
            command,
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=20,
            check=True,
        )
    except (subprocess.SubprocessError, OSError):
        return frozenset()
    return frozenset(line.strip() for line in done.stdout.splitlines()[1:] if line.strip())


def recognise(picture: bytes, languages: Sequence[str], dpi: int) -> str:
    """The clean text of a picture (PNG, WebP). Raises ``Unrecognised``."""
    program = shutil.which("tesseract")
    if program is None:
        raise Unrecognised(NoText.NO_PROGRAM)
    if not languages:
        raise Unrecognised(NoText.NO_LANGUAGE)
    launch = [sys.executable, "-P", "-s", "-m", "infocus.engines.extraction.ocr.launch", str(MEMORY), str(SECONDS)]
    command = [*launch, program, "stdin", "stdout", "-l", "+".join(languages), "--dpi", str(dpi)]
    try:
        done = subprocess.run(
            command, input=picture, env=_environment(), cwd="/", capture_output=True, timeout=SECONDS * 2, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise Unrecognised(NoText.TIMEOUT) from error
    if done.returncode:
        raise Unrecognised(NoText.TIMEOUT if done.returncode in _STOPPED else NoText.BROKEN)
    text = clean(done.stdout[:MOST].decode("utf-8", "replace"))
    if not text:
        raise Unrecognised(NoText.NOTHING)
    return text


def _environment() -> dict[str, str]:
    """Nothing of ours but where an operator put the languages."""
    return _ENVIRONMENT | ({_DATA: os.environ[_DATA]} if _DATA in os.environ else {})

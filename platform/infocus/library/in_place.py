"""A few facts in a small file of the instance folder, told by one process of a host to the others.

The file has one size and is written over in place: that needs no room on the disk, so it works when there is none.
"""

import contextlib
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

_SIZE = 1024
"""Bytes; what is told is much shorter."""


def read(path: Path) -> dict[str, Any]:
    """What was told last; nothing when nobody told anything that can be read."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write(path: Path, facts: Mapping[str, object]) -> None:
    """Tell it. What cannot be written is left untold: it is for people, and nothing hangs on it."""
    told = json.dumps(facts, ensure_ascii=True).encode()
    with contextlib.suppress(OSError):
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            os.pwrite(handle, told.ljust(_SIZE), 0)
        finally:
            os.close(handle)

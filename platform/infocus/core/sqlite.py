"""Which SQLite is used: the wheel's (3.51.3 or later, without the WAL bug of 3.7.0-3.51.2) where there is one."""

import sqlite3
from types import ModuleType

try:
    import pysqlite3 as _wheel

    MODULE: ModuleType = _wheel
except ImportError:  # no wheel for this kind of machine: the interpreter's own
    MODULE = sqlite3

SAFE_VERSION = (3, 51, 3)


def version() -> tuple[int, ...]:
    """The version of the SQLite library in use."""
    return tuple(int(part) for part in MODULE.sqlite_version.split("."))


def is_safe() -> bool:
    """Whether the library has the fix for lost WAL commits (https://sqlite.org/releaselog/3_51_3.html)."""
    return version() >= SAFE_VERSION

"""What the child gives up before it opens a stranger's file. Linux limits; each is lowered, never raised."""

import resource
import signal

from infocus.engines.extraction.port import Limits

_OPEN_FILES = 64
_GRACE_SECONDS = 2.0


def confine(limits: Limits) -> None:
    """No more memory, processor or wall time than `limits`; no file written, no process started, no core dumped."""
    _lower(resource.RLIMIT_AS, limits.memory_bytes)
    _lower(resource.RLIMIT_CPU, limits.cpu_seconds, grace=1)
    _lower(resource.RLIMIT_NOFILE, _OPEN_FILES)
    for forbidden in (resource.RLIMIT_FSIZE, resource.RLIMIT_CORE, resource.RLIMIT_NPROC):
        _lower(forbidden, 0)
    # The parent keeps the time; this alarm ends a child whose parent was killed.
    signal.setitimer(signal.ITIMER_REAL, limits.wall_seconds + _GRACE_SECONDS)


def _lower(which: int, value: int, grace: int = 0) -> None:
    """Set a limit; with a grace the signal of the soft limit comes first, and tells the parent which limit it was."""
    hard = resource.getrlimit(which)[1]
    most = value + grace if hard == resource.RLIM_INFINITY else min(value + grace, hard)
    resource.setrlimit(which, (min(value, most), most))

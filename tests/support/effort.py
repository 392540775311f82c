"""How much work something was, however busy the machine is: CPU seconds, not the clock's."""

import os
from collections.abc import Iterator
from contextlib import contextmanager


def _spent() -> float:
    found = os.times()
    return found.user + found.system + found.children_user + found.children_system


@contextmanager
def at_most(cpu_seconds: float) -> Iterator[None]:
    """Fail when the block, with the children it waits for, works longer than ``cpu_seconds``.

    The limit is many times what it takes: it tells work that grows with the square from work that does not.
    """
    begun = _spent()
    yield
    assert _spent() - begun < cpu_seconds

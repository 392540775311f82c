"""Work that would hold up everybody: under gevent it runs in a real thread, elsewhere where it stands."""

from collections.abc import Callable
from typing import TypeVar

from gevent import get_hub, monkey
from gevent.threadpool import ThreadPool

T = TypeVar("T")
THREADS = 1
_pools: dict[int, ThreadPool] = {}


def offload(work: Callable[[], T]) -> T:
    """The answer of ``work``, which must use plain values only: no database session, nothing of the request."""
    if not monkey.is_module_patched("threading"):
        return work()
    hub = get_hub()
    pool = _pools.setdefault(id(hub), ThreadPool(THREADS, hub=hub))
    answer: T = pool.apply(work)
    return answer

"""How long searches take, for /metrics."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import Histogram

from infocus.core.actor import Actor
from infocus.core.health import registry

PAGE, API, SUGGEST = "page", "api", "suggest"
_BUCKETS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
_seconds = Histogram(
    "infocus_search_seconds", "Time of a search in the index, in seconds", ["kind"], buckets=_BUCKETS, registry=registry
)


@contextmanager
def timed(kind: str) -> Iterator[None]:
    """Count and time what happens inside; ``kind`` is one of the three names above."""
    begun = time.perf_counter()
    try:
        yield
    finally:
        _seconds.labels(kind).observe(time.perf_counter() - begun)


def asked_through(actor: Actor) -> str:
    """Whether a search comes from a page or through the API: who acts by a token has scopes."""
    return PAGE if actor.scopes is None else API

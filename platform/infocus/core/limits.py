"""Rate limits: counted in memory by one process, in Redis by several."""

import time
from typing import cast

from flask import Flask, current_app
from limits import RateLimitItem, parse
from limits.storage import storage_from_string
from limits.strategies import MovingWindowRateLimiter

from infocus.core.errors import RateLimited
from infocus.settings import Settings

_KEY = "infocus.limits"


class Limits:
    """Counts hits by name and key in a moving window."""

    def __init__(self, storage_url: str) -> None:
        self._limiter = MovingWindowRateLimiter(storage_from_string(storage_url))
        self._parsed: dict[str, RateLimitItem] = {}
        self.enabled = True

    def hit(self, limit: str, *key: str) -> None:
        """Count one try against ``limit`` (for example ``"5/minute"``).

        Raises:
            RateLimited: it was one too many; says after how many seconds to try again.
        """
        item = self._parsed.setdefault(limit, parse(limit))
        if not self.enabled or self._limiter.hit(item, *key):
            return
        reset = self._limiter.get_window_stats(item, *key).reset_time
        raise RateLimited(max(1, int(reset - time.time()) + 1))


def limits() -> Limits:
    """The limits of the present app."""
    return cast(Limits, current_app.extensions[_KEY])


def init_app(app: Flask, settings: Settings) -> None:
    """Count in Redis when there is one."""
    app.extensions[_KEY] = Limits(settings.redis_url or "memory://")

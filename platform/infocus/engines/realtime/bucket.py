"""A token bucket: how much one line may still ask for."""

from time import monotonic


class Bucket:
    """Holds up to `burst`, refilled by `per_second`."""

    __slots__ = ("_at", "_burst", "_left", "_per_second")

    def __init__(self, per_second: float, burst: float) -> None:
        self._per_second = per_second
        self._burst = burst
        self._left = burst
        self._at = monotonic()

    def take(self, cost: float) -> float:
        """Take `cost` out: 0.0 when it was there, else the seconds until it will be (nothing is taken then)."""
        now = monotonic()
        self._left = min(self._burst, self._left + (now - self._at) * self._per_second)
        self._at = now
        if self._left >= cost:
            self._left -= cost
            return 0.0
        return (cost - self._left) / self._per_second

"""What the worker does for the interface."""

from datetime import timedelta

from infocus.api import services
from infocus.core.schedule import periodic


@periodic("api.purge-idempotency-keys", timedelta(hours=1))
def purge_keys() -> None:
    """Forget answers nobody can ask for any more."""
    services.purge()

"""Work behind the page that proposes."""

from typing import Any

from infocus.core.outbox import job
from infocus.practices.fiches.queries import READ
from infocus.practices.fiches.reading import make_proposal


@job(READ)
def read_fiche(payload: dict[str, Any]) -> None:
    """Make the proposal of one practice's fiche."""
    make_proposal(payload["practice"])

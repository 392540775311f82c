"""Work behind the pages of plans."""

from typing import Any

from infocus.core.outbox import job
from infocus.plans.reading import read_sections

READ = "plans.read"


@job(READ)
def read(payload: dict[str, Any]) -> None:
    """Cut one version's file into sections and rows."""
    read_sections(payload["version"])

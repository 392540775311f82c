"""What happens to plans."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class VersionRead:
    """The sections and rows of a version are there, from its file or because it was closed after editing here.

    It may come again for the same version: pages of a scan get their text later.
    """

    plan_id: str
    version_number: int

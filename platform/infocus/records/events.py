"""What happens to every kind of record."""

from dataclasses import dataclass

from infocus.records.models import Record


@dataclass(frozen=True, slots=True)
class AudienceChanged:
    """Others may read the record than before: what hangs on it follows."""

    record: Record

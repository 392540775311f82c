"""What happens to files."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileRead:
    """The text of a version of a document is there, or has got more by OCR; inside the transaction that stored it."""

    record_type: str
    record_id: str
    document_id: str
    number: int
    recognised: int

"""What happens to transfers."""

from dataclasses import dataclass

from infocus.practices.models import Practice
from infocus.practices.transfers.models import Transfer


@dataclass(frozen=True, slots=True)
class TransferMarked:
    """A city said how far it is; ``moved``: not only its words changed; ``new_mentor``: another city is to help."""

    practice: Practice
    transfer: Transfer
    by: str
    moved: bool
    new_mentor: bool = False


@dataclass(frozen=True, slots=True)
class TransferStopped:
    """A city gave a transfer up, and said why."""

    transfer: Transfer
    by: str


@dataclass(frozen=True, slots=True)
class TransferRemoved:
    """A city took back what it had said."""

    practice: Practice
    transfer: Transfer


@dataclass(frozen=True, slots=True)
class BorrowingAnswered:
    """A city answered whether it used what it had borrowed."""

    transfer: Transfer

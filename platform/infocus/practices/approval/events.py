"""What happens to a city's approval."""

from dataclasses import dataclass

from infocus.practices.approval.models import PracticeApproval


@dataclass(frozen=True, slots=True)
class ApprovalAnswered:
    """The manager has answered; ``published``: the practice is read beyond the network from now on."""

    approval: PracticeApproval
    published: bool

"""The words of what comes after a review: where the response stands, who agrees to it, what is taken in."""

from enum import StrEnum


class ResponseState(StrEnum):
    """Where the host's response stands; recommendations are answered while it is ``drafting``."""

    DRAFTING = "drafting"
    LOCAL_GROUP = "local-group"
    MANAGER = "manager"
    AGREED = "agreed"


class ApproverRole(StrEnum):
    """As what somebody agrees; the local group speaks before the manager."""

    LOCAL_GROUP = "local-group"
    MANAGER = "manager"


RESPONSE_DAYS = 30
"""Days after the review in which the response is expected (domain.md, section 5); shown, never blocking."""
REASON_LIMIT = 1_000
OWNER_LIMIT = 120
PROGRESS_LIMIT = 500

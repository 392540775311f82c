"""The words of what is written about a review: states of its summary, what is agreed to, what a rubric asks."""

from enum import StrEnum


class SummaryState(StrEnum):
    """``draft``: its writers' own; ``panel``: the table reads and agrees; ``agreed``: the review's readers have it."""

    DRAFT = "draft"
    PANEL = "panel"
    AGREED = "agreed"


class Matter(StrEnum):
    """What somebody at the table says yes to: the summary as it stands, or the transcript inside the report."""

    SUMMARY = "summary"
    TRANSCRIPT = "transcript"


class Criterion(StrEnum):
    """The nine criteria of the rubric (domain.md, section 5)."""

    PROBLEM = "problem"
    VISION = "vision"
    INTEGRATION = "integration"
    PARTICIPATION = "participation"
    ACTIONS = "actions"
    FUNDING = "funding"
    RISK = "risk"
    GOVERNANCE = "governance"
    LEARNING = "learning"


MARKS = range(5)
"""0 to 4."""
HOST_SHEET = "host"
"""The one sheet of marks that everybody of the host's city fills in together."""
SUMMARY_LIMIT = 20_000
SUMMARY_DAYS = 3
"""The summary is recommended within so many days of the review."""

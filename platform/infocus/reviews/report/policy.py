"""Who reads and who agrees to what is written about a review; who writes it is `infocus.reviews.policy`."""

from infocus.core.actor import Actor
from infocus.core.permissions import Permission, allows, grants
from infocus.networks.policy import takes_updates
from infocus.reviews.models import Review
from infocus.reviews.policy import EVERYONE, PANEL, may_enter, seatings
from infocus.reviews.report.models import ReviewSummary
from infocus.reviews.report.vocabulary import HOST_SHEET, SummaryState
from infocus.reviews.vocabulary import ReviewState, Seating


@grants(Permission.AGREE_REVIEW)
def may_agree(actor: Actor, review: Review) -> bool:
    """Everybody at the table but observers."""
    return may_enter(actor, review) and takes_updates(review.network) and bool(seatings(actor, review) & EVERYONE)


def reads_summary(actor: Actor, review: Review, summary: ReviewSummary | None) -> bool:
    """A draft is its writers' own; with the panel the table reads it; once agreed, whoever reads the review's page."""
    if summary is None:
        return False
    if summary.state == SummaryState.AGREED:
        return allows(actor, Permission.READ_RECORD, review)
    if summary.state == SummaryState.PANEL:
        return allows(actor, Permission.ENTER_ROOM, review)
    return allows(actor, Permission.SUM_UP_REVIEW, review)


def own_sheet(actor: Actor, review: Review) -> str | None:
    """The sheet of marks a person fills in: the host's city one together, everybody else at the table their own."""
    seats = seatings(actor, review)
    if not allows(actor, Permission.AGREE_REVIEW, review):
        return None
    if Seating.HOST in seats:
        return HOST_SHEET
    return actor.person if seats & PANEL else None


def reads_report(actor: Actor, review: Review, summary: ReviewSummary | None) -> bool:
    """The table has the report once the review is over; whoever reads the page, once the summary is agreed."""
    if review.state != ReviewState.FINISHED:
        return False
    agreed = summary is not None and summary.state == SummaryState.AGREED
    return allows(actor, Permission.READ_RECORD if agreed else Permission.ENTER_ROOM, review)


def reads_rubric(actor: Actor, review: Review) -> bool:
    """Who sits at the table, observers apart: marks are for those who talk about the plan."""
    return may_enter(actor, review) and bool(seatings(actor, review) & EVERYONE)

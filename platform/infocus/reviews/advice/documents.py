"""What the recommendations of a review put into the search index: each with its answer, for who reads the table."""

from collections.abc import Iterator

from infocus.records.urls import record_path
from infocus.reviews.advice.queries import of_review, standing_of
from infocus.reviews.models import Review
from infocus.reviews.passages import Passage, review_passages


@review_passages
def advice_passages(review: Review) -> Iterator[Passage]:
    """The panel and the host find them; once the response is agreed, whoever reads the review's page."""
    audience = review.audience_keys() if standing_of(review).is_agreed else review.room_keys()
    for row in of_review(review.id):
        text = "\n".join(filter(None, (row.text, row.section_title, row.reason, row.owner, row.progress_note)))
        yield Passage(text, f"{record_path(review)}/response#r{row.number}", audience)

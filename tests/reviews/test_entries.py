"""What a review's entries carry besides its words."""

from infocus.core.db import db, unit_of_work
from infocus.engines.search.port import Standing
from infocus.reviews.models import Review
from infocus.reviews.room.documents import review_entries
from infocus.reviews.vocabulary import ReviewState, Seating
from tests.reviews.tables import Table


def test_a_review_that_was_called_off_comes_last(table: Table) -> None:
    review_id = table.open().review_id
    for state in ReviewState:
        with unit_of_work():
            db.session.get_one(Review, review_id).state = state
        db.session.rollback()
        entries = review_entries(review_id) or []
        assert {entry.author for entry in entries} == {table.people[Seating.EXPERT].id}
        expected = Standing.STALE if state == ReviewState.CANCELLED else Standing.USUAL
        assert {entry.standing for entry in entries} == {expected}, state

"""What somebody takes away of the reviews they sat in."""

from infocus.reviews.report.own_data import reviews_of
from infocus.reviews.vocabulary import Seating
from tests.reviews.report.papers import MARKER, hold
from tests.reviews.tables import Table


def test_own_words_and_seats_are_in_the_export_and_nobody_elses(table: Table) -> None:
    held = hold(table)
    friend, observer = (reviews_of(table.people[who].id) for who in (Seating.FRIEND, Seating.OBSERVER))
    assert [seat["as"] for seat in friend["seats"]] == ["critical-friend"]
    assert f"Who pays for the desks? {MARKER}" in [line["text"] for line in friend["lines"]]
    assert {line["review"] for line in friend["lines"]} == {held.review.title}
    assert observer["lines"] == []

"""Marks of both sides beside each other: the host's own, and the panel's median and spread, criterion by criterion."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from sqlalchemy import select

from infocus.core.db import db
from infocus.reviews.models import Review
from infocus.reviews.report.models import Rubric, RubricSheet
from infocus.reviews.report.vocabulary import HOST_SHEET, Criterion
from infocus.reviews.vocabulary import Seating


@dataclass(frozen=True, slots=True)
class Beside:
    """One criterion. ``None`` where nobody marked it; ``count`` is how many of the panel did."""

    criterion: str
    host: int | None
    median: float | None
    low: int | None
    high: int | None
    count: int


def rubric_of(review: Review) -> Rubric | None:
    """Whether this review is marked at all."""
    return db.session.get(Rubric, review.id)


def sheet_of(review: Review, sheet: str) -> RubricSheet | None:
    """One side's marks, for that side alone."""
    return db.session.get(RubricSheet, (review.id, sheet))


def sheets(review: Review) -> Sequence[RubricSheet]:
    """All sheets; who may see what of them the caller decides."""
    return list(db.session.scalars(select(RubricSheet).where(RubricSheet.review_id == review.id)))


def both_done(review: Review) -> bool:
    """Whether the host and every critical friend have said they are done."""
    done = {row.sheet for row in sheets(review) if row.done_at}
    friends = {seat.person_id for seat in review.panel if seat.role == Seating.FRIEND}
    return HOST_SHEET in done and bool(friends) and friends <= done


def beside(review: Review) -> list[Beside]:
    """Every criterion in its order. Nobody's marks are added up, and nobody of the panel is told apart."""
    own = {row.sheet: row.marks for row in sheets(review)}
    host = own.pop(HOST_SHEET, {})
    found = []
    for criterion in Criterion:
        given = sorted(int(marks[criterion]) for marks in own.values() if criterion in marks)
        middle, low, high = (float(median(given)), given[0], given[-1]) if given else (None, None, None)
        found.append(Beside(criterion, host.get(criterion), middle, low, high, len(given)))
    return found

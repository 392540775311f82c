"""All reviews: one that is over, one that is live, two in preparation on one day."""

from infocus.demo.content.reviewed import Day, Review
from infocus.demo.content.reviews import ahead, bielsko_biala, bordeaux

REVIEWS: tuple[Review, ...] = (bielsko_biala.REVIEW, bordeaux.REVIEW, ahead.OSTRAVA, ahead.BUCHAREST)
DAYS: tuple[Day, ...] = (ahead.DAY,)

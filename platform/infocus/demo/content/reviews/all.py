"""Both reviews."""

from infocus.demo.content.happenings import Review
from infocus.demo.content.reviews import bielsko_biala, bordeaux

REVIEWS: tuple[Review, ...] = (bielsko_biala.REVIEW, bordeaux.REVIEW)

"""Registers the paper side of a review."""

from infocus.reviews.paper.views import entering, printing

PARTS = (printing, entering)  # imported for what they register

"""Keeping and deleting transcripts: tables, pages, the panel, the worker's part."""

from infocus.reviews.keeping import jobs, models
from infocus.reviews.keeping.views import keeping, panel

PARTS = (jobs, keeping, models, panel)  # imported for what they register

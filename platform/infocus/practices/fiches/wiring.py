"""Drafts from files: routes, the job, the reaction, the way back."""

from infocus.practices.fiches import jobs, panel, reactions, views

PARTS = (jobs, panel, reactions, views)
"""Imported for what they register."""

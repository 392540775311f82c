"""Questions: panels, routes, reactions."""

from infocus.practices.questions import panel, policy, reactions, views

PARTS = (panel, policy, reactions, views)
"""Imported for what they register."""

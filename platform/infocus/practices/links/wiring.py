"""Links of practices: panels and routes."""

from infocus.practices.links import panel, views

PARTS = (panel, views)
"""Imported for what they register."""

"""Versions and languages of an output."""

from infocus.meetings.editions import panel, views

PARTS = (panel, views)  # imported for what they register

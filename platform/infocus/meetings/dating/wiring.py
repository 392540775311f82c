"""Dates and what sources say of them."""

from infocus.meetings.dating import panel, views

PARTS = (panel, views)  # imported for what they register

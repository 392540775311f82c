"""The versions of a practice: their page."""

from infocus.practices.revisions import views

PARTS = (views,)  # imported for what they register

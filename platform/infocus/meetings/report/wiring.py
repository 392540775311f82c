"""The report of a meeting: its pages and files."""

from infocus.meetings.report import views

PARTS = (views,)  # imported for what they register

"""What is made of comments: actions."""

from infocus.meetings.from_comments import panel, views

PARTS = (panel, views)  # imported for what they register

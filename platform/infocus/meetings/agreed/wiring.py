"""What was agreed: pages and reminders."""

from infocus.meetings.agreed import jobs, views

PARTS = (jobs, views)  # imported for what they register

"""A whole folder at once: pages and the job."""

from infocus.meetings.importing import jobs, views

PARTS = (jobs, views)  # imported for what they register

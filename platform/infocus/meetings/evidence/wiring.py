"""Evidence packages: their page, the package, the job."""

from infocus.meetings.evidence import jobs, own, policy, views

PARTS = (jobs, own, policy, views)  # imported for what they register

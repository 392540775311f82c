"""The pages before a review: invitations, readiness, review days."""

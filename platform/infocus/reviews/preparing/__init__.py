"""Before a review: candour, invitations, readiness, reminders, review days."""

"""Use cases before a review: answering an invitation, reminding, review days."""

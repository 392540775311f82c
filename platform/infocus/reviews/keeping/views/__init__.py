"""How long the transcript is kept: on the review's page, and the page that deletes it now."""

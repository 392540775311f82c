"""Use cases: people are invited, answer, are there; guests come and go."""

"""Use cases of what is written about a review."""

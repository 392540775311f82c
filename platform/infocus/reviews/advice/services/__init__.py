"""Use cases of what comes after a review."""

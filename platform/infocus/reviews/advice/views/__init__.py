"""The pages of what comes after a review."""

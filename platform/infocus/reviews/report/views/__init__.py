"""The pages of what is written about a review."""

"""The pages of reviews: the review itself, its table, its room."""

"""Actions of a meeting that were made of comments on it and on its outputs."""

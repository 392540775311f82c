"""Passages: which words of a file a comment is about, and where they are in each version of it."""

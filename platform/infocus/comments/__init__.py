"""Threads of comments, on any record."""

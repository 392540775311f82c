"""Feeds: what other programs read again and again, without signing in."""

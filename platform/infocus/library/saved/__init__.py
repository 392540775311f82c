"""Saved searches: kept by name, told about when something new answers them, read as a feed."""

"""Notes: written before or in silence, shown together, clustered, and voted on with dots."""

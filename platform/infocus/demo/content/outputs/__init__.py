"""Which file came out of which session."""

"""Use cases of notes: writing, showing them together, clustering, voting."""

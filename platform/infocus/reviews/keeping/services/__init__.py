"""Use cases of keeping a transcript: holding it back, letting it go, deleting it."""

"""Real files from the demo's words, made with real libraries and the same each time."""

"""Which words make which file."""

"""The editions of an output: what changed from version to version, and the same text in other languages."""

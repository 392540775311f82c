"""The people of a meeting over HTTP."""

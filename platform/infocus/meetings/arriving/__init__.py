"""Files that arrive in pieces: several at once, resumed after a cut connection, taken in by the worker."""

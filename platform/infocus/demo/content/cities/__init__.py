"""One module a partner: who it is, and its people."""

"""One module a practice, in the language its author wrote."""

"""The prose of the outputs, one module a language or a theme."""

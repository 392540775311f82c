"""Practices that travel: who takes one over, how far they are, what they changed, and what failed."""

"""Dates that contradict each other: every statement with its source, what stands now, and what stood before."""

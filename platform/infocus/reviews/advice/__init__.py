"""Recommendations, and what becomes of each: answers, approval, checks, the closed loop."""

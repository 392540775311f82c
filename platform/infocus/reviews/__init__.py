"""Peer reviews of plans, and the live room in which they are held."""

"""Transfers: pages, panels, reactions, what time does, what is indexed."""

from infocus.practices.transfers import documents, jobs, panel, policy, reactions
from infocus.practices.transfers.views import borrowed, on_practice, pages, travelled

PARTS = (documents, jobs, panel, policy, reactions, borrowed, on_practice, pages, travelled)
"""Imported for what they register."""

"""Collections: pages, the panel on a practice's page, reactions, what is indexed."""

from infocus.practices.collections import documents, panel, policy, reactions
from infocus.practices.collections.views import adding, editing, pages

PARTS = (documents, panel, policy, reactions, adding, editing, pages)
"""Imported for what they register."""

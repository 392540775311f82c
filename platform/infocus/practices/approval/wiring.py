"""The city's approval: its table, reactions, panel and pages."""

from infocus.practices.approval import models, panel, reactions, views

PARTS = (models, panel, reactions, views)  # imported for what they register

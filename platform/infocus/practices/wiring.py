"""Practices: routes, reactions, jobs, what is indexed."""

from flask import Flask

from infocus.practices import documents, jobs, panel, policy, reactions
from infocus.practices.ageing import wiring as ageing
from infocus.practices.approval import wiring as approval
from infocus.practices.collections import wiring as collections
from infocus.practices.fiches import wiring as fiches
from infocus.practices.finding import wiring as finding
from infocus.practices.judging import wiring as judging
from infocus.practices.links import wiring as links
from infocus.practices.questions import wiring as questions
from infocus.practices.revisions import wiring as revisions
from infocus.practices.transfers import wiring as transfers
from infocus.practices.views import blueprint, editing, files, presence, reading, workflow

PARTS = (
    ageing,
    approval,
    fiches,
    finding,
    judging,
    links,
    revisions,
    documents,
    jobs,
    panel,
    policy,
    reactions,
    editing,
    files,
    presence,
    reading,
    workflow,
    transfers,
    questions,
    collections,
)  # imported for what they register


def register(app: Flask) -> None:
    """Bind to the app."""
    app.register_blueprint(blueprint)

"""Plans: routes, rights and what they put into the index."""

from flask import Flask

from infocus.plans import documents, policy

PARTS = (documents, policy)  # imported for what they register


def register(app: Flask) -> None:
    """Bind to the app."""

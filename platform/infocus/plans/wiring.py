"""Plans: routes, rights and what they put into the index."""

from flask import Flask

from infocus.plans import documents, jobs, policy, reactions
from infocus.plans.views import comparing, editing, life, pages, reading
from infocus.plans.views.blueprint import blueprint

# Imported for what they register.
PARTS = (documents, jobs, policy, reactions, pages, reading, comparing, editing, life)


def register(app: Flask) -> None:
    """Bind to the app."""
    app.register_blueprint(blueprint)

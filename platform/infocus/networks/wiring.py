"""Registers the networks feature: who acts, the pages, and what the layout shows."""

from functools import partial

from flask import Flask, Response, g

from infocus.core.web import shell
from infocus.core.web.actor import current_actor, set_loader
from infocus.networks import panel, reactions, successors
from infocus.networks.context import remember_network
from infocus.networks.gate import actor_from_cookie
from infocus.networks.shell import may, template_context
from infocus.networks.views import accepting, editing, handing, pages, people, tables
from infocus.networks.views.blueprint import blueprint
from infocus.networks.words import country_name, role_name, state_name
from infocus.vocabularies.registry import label

PARTS = (
    panel,
    reactions,
    successors,
    accepting,
    editing,
    handing,
    pages,
    people,
    tables,
)  # imported for what they register


def register(app: Flask) -> None:
    """Let sessions act, and serve the pages."""
    set_loader(app, actor_from_cookie)
    shell.init_app(app)
    app.context_processor(template_context)
    app.jinja_env.globals["may"] = may
    app.jinja_env.filters |= {
        "role_name": role_name,
        "state_name": state_name,
        "theme_label": partial(label, "work_areas"),
        "country_name": country_name,
    }
    app.jinja_env.globals["vocabulary_label"] = label
    app.after_request(_remember)
    app.register_blueprint(blueprint)


def _remember(response: Response) -> Response:
    if g.get("network") is not None:
        remember_network(current_actor())
    return response

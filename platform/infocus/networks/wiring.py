"""Registers the networks feature: who acts, the pages, and what the layout shows."""

from flask import Flask, Response, g

from infocus.core.web import shell
from infocus.core.web.actor import current_actor, set_loader
from infocus.networks.context import remember_network
from infocus.networks.gate import actor_from_cookie
from infocus.networks.shell import may, template_context
from infocus.networks.views import pages
from infocus.networks.views.blueprint import blueprint

PARTS = (pages,)  # imported for what they register


def register(app: Flask) -> None:
    """Let sessions act, and serve the pages."""
    set_loader(app, actor_from_cookie)
    shell.init_app(app)
    app.context_processor(template_context)
    app.jinja_env.globals["may"] = may
    app.after_request(_remember)
    app.register_blueprint(blueprint)


def _remember(response: Response) -> Response:
    if g.get("network") is not None:
        remember_network(current_actor())
    return response

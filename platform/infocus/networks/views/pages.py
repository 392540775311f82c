"""The pages everybody may open: the list of networks, a network, a partner."""

from flask import render_template
from flask.typing import ResponseReturnValue

from infocus.core.permissions import Permission
from infocus.core.web.guard import requires
from infocus.networks.context import network_or_404
from infocus.networks.views.blueprint import blueprint


@blueprint.get("/networks")
@requires(Permission.READ_NETWORK)
def index() -> ResponseReturnValue:
    """The networks one belongs to, and the others of this installation."""
    return render_template("networks/index.html")


@blueprint.get("/<network>")
@requires(Permission.READ_NETWORK)
def show(network: str) -> ResponseReturnValue:
    """A network: partners on a map, what each works on, who to ask."""
    return render_template("networks/show.html", network=network_or_404(network))

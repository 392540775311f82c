"""The pages everybody may open: the list of networks, a network, a partner."""

from flask import redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.networks import queries
from infocus.networks.context import network_or_404
from infocus.networks.drawing import draw
from infocus.networks.forms import StateForm
from infocus.networks.models import Network
from infocus.networks.overview import matrix, twins
from infocus.networks.priorities import from_json
from infocus.networks.views.blueprint import blueprint


@blueprint.get("/networks")
@requires(Permission.READ_NETWORK)
def index() -> ResponseReturnValue:
    """The networks one belongs to, and the others; where there is only one, that one."""
    own, others = queries.networks_for(current_actor())
    if len(own) + len(others) == 1:
        return redirect(url_for("networks.show", network=(own or others)[0].slug))
    return render_template("networks/index.html", own=own, others=others)


@blueprint.get("/<network>")
@requires(Permission.READ_NETWORK)
def show(network: str) -> ResponseReturnValue:
    """A network: partners on a map, what each works on, who to ask, cities like yours."""
    return network_page(network_or_404(network), StateForm(formdata=None))


def network_page(network: Network, state_form: StateForm, status: int = 200) -> ResponseReturnValue:
    """The page, with the lead's form for the network's state."""
    actor = current_actor()
    partners = queries.partners_of(network)
    own = next((partner for partner in partners if partner.id == actor.partner_in(network.id)), None)
    members = queries.members_of(actor, network)
    if not state_form.is_submitted():
        state_form.state.data = network.state
    page = render_template(
        "networks/show.html",
        network=network,
        partners=partners,
        own=own,
        profiles={partner.id: from_json(partner.priorities) for partner in partners},
        who=queries.who_to_ask(members),
        staff=[member for member in members if member.partner_id is None],
        drawing=draw(partners),
        matrix=matrix(partners),
        twins=twins(own, partners) if own else [],
        state_form=state_form,
    )
    return page, status


@blueprint.get("/<network>/partners/<partner>")
@requires(Permission.READ_NETWORK)
def partner(network: str, partner: str) -> ResponseReturnValue:
    """A partner: its body, its priorities, its people."""
    place = network_or_404(network)
    found = queries.partner_of(place, partner)
    actor = current_actor()
    return render_template(
        "networks/partner.html",
        network=place,
        partner=found,
        priorities=from_json(found.priorities),
        members=queries.members_of(actor, place, found),
        sees_people=queries.may_see_people(actor, place),
    )

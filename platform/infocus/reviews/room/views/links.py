"""What a link to this site leads to, for the cards in the conversation: only what this reader may read has a title."""

from flask import jsonify, request
from flask.typing import ResponseReturnValue

from infocus.core.errors import NotFound
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.reviews.room.links import unfurl
from infocus.reviews.views.common import blueprint, the_review


@blueprint.get("/<network>/reviews/<handle>/room/links")
@requires(Permission.ENTER_ROOM)
def links(network: str, handle: str) -> ResponseReturnValue:
    """``path=/<network>/<kind>/<id>-<slug>`` → what the card shows; what is unreadable is not there (404)."""
    actor = current_actor()
    require(actor, Permission.ENTER_ROOM, the_review(network, handle))
    found = unfurl(actor, request.args.get("path", ""))
    if found is None:
        raise NotFound
    return jsonify(found)

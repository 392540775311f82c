"""The paper kit as a PDF."""

from flask import Response, request
from flask.typing import ResponseReturnValue

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.limits import limits
from infocus.core.permissions import Permission, allows, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.engines.bound import engines
from infocus.records.panels import Panel, record_panel
from infocus.reviews.models import Review
from infocus.reviews.paper.kit import Part, kit_of, parts_of
from infocus.reviews.paper.words import PART_NAMES
from infocus.reviews.views.common import blueprint, the_review
from infocus.reviews.vocabulary import ReviewState

PRINTS = "20/10 minutes"


@record_panel(Review, 60)
def paper_panel(actor: Actor, review: Review) -> Panel | None:
    """Beside the table, for everybody who sits at it, until the review is over."""
    waits = review.state in {ReviewState.PREPARING, ReviewState.LIVE}
    if not waits or not allows(actor, Permission.ENTER_ROOM, review):
        return None
    return Panel("reviews/paper/panel.html", {"parts": {part: PART_NAMES[part] for part in parts_of(review)}}, "aside")


@blueprint.get("/<network>/reviews/<handle>/paper-kit.pdf")
@requires(Permission.ENTER_ROOM)
def paper_kit(network: str, handle: str) -> ResponseReturnValue:
    """The whole kit, or one ``part`` of it, in the language of the room."""
    review, actor = the_review(network, handle), current_actor()
    require(actor, Permission.ENTER_ROOM, review)
    asked = request.args.get("part")
    parts = parts_of(review)
    if asked is not None and asked not in set(parts):
        raise NotFound
    limits().hit(PRINTS, "paper-kit", actor.person)
    paper = kit_of(review, parts if asked is None else (Part(asked),))
    db.session.remove()  # nothing of the database is held while the child works
    pdf = engines().typesetter.pdf(paper)
    name = f"review-{handle[:26]}-{asked or 'paper-kit'}.pdf"
    return Response(pdf, mimetype="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'})

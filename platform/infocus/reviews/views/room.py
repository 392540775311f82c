"""The live room's page."""

from typing import Any

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import get_locale
from flask_babel import lazy_gettext as _l

from infocus.core.actor import Actor
from infocus.core.permissions import Permission, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.records.urls import record_path
from infocus.reviews import queries
from infocus.reviews.models import Review
from infocus.reviews.room_words import sentences
from infocus.reviews.services.seats import voices
from infocus.reviews.views.common import blueprint, the_review
from infocus.reviews.vocabulary import TEXT_LIMIT, Mode, Phase
from infocus.reviews.words import NOTE_KINDS, PHASES, SEATINGS

SIGNS = {"👍": _l("Agree"), "❓": _l("Unclear")}
"""What can be put on a line: stored as a sign, shown as a word, which every computer and screen reader has."""


@blueprint.get("/<network>/reviews/<handle>/room")
@requires(Permission.ENTER_ROOM)
def room(network: str, handle: str) -> ResponseReturnValue:
    """Plan, conversation and table side by side; a live one needs JavaScript, and says so without."""
    actor = current_actor()
    review = the_review(network, handle)
    require(actor, Permission.ENTER_ROOM, review)
    return render_template(
        "reviews/room.html",
        review=review,
        path=record_path(review),
        config=_config(actor, review),
        phases=[(phase.value, PHASES[phase], int(review.minutes.get(phase, 0))) for phase in Phase],
        guided=review.mode == Mode.GUIDED,
        pages=queries.plan_pages(actor, review),
        voices=sorted(voices(review).values(), key=lambda voice: voice.name),
        roles=SEATINGS,
        note_kinds=NOTE_KINDS,
    )


def _config(actor: Actor, review: Review) -> dict[str, Any]:
    """What the page's script is told."""
    guided = review.mode == Mode.GUIDED
    phases = [{"name": p.value, "label": str(PHASES[p]), "minutes": review.minutes.get(p, 0)} for p in Phase]
    return {
        "review": review.id,
        "person": actor.person,
        "locale": str(get_locale() or "en").replace("_", "-"),
        "time_zone": review.time_zone,
        "limit": TEXT_LIMIT,
        "signs": [[sign, str(word)] for sign, word in SIGNS.items()],
        "phases": phases if guided else [],
        "words": sentences(),
    }

"""The door of a room: who has seen what is agreed on candour, and sees it again when it has changed."""

import hashlib
import json

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.permissions import Permission, require
from infocus.reviews.candour import Candour
from infocus.reviews.models import Review, RoomVisit


def settings_mark(review: Review) -> str:
    """A mark of the settings a person agrees to by entering; another one when any of them changed."""
    settings = {**Candour.of(review.candour).stored(), "mode": review.mode, "open_to": review.open_to}
    return hashlib.sha256(json.dumps(settings, sort_keys=True).encode()).hexdigest()


def has_seen(actor: Actor, review: Review) -> bool:
    """Whether this person entered under the present settings."""
    visit = db.session.get(RoomVisit, (review.id, actor.person))
    return visit is not None and visit.candour == settings_mark(review)


def see(actor: Actor, review: Review) -> None:
    """This person has seen them and goes in, if they may. Raises what the right to enter does."""
    require(actor, Permission.ENTER_ROOM, review)
    visit = db.session.get(RoomVisit, (review.id, actor.person))
    if visit is None:
        visit = RoomVisit(review_id=review.id, person_id=actor.person, at=clock.now())
        db.session.add(visit)
    visit.candour = settings_mark(review)

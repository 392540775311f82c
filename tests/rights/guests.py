"""A guest for the scene of the proof."""

from infocus.accounts.guests import GuestState
from infocus.core.db import db, unit_of_work
from infocus.reviews.guests.models import Guest
from infocus.reviews.guests.services import admitting, links
from infocus.reviews.guests.services.arriving import arrive
from infocus.reviews.models import Review
from infocus.reviews.vocabulary import Seating
from tests.rights.conftest import Made, Scene
from tests.rights.people import GUEST


def let_in(scene: Scene, made: Made) -> None:
    """Somebody comes to this review by a link and is let in as an observer."""
    facilitator = scene.actor("facilitator")
    with unit_of_work():
        link = links.make_link(facilitator, db.session.get_one(Review, made.id), Seating.OBSERVER)
        key = links.key_of(link)
    with unit_of_work():
        came = arrive(key, "Ana Silva", "Braga", "en").guest.id
    with unit_of_work():
        admitting.decide(facilitator, db.session.get_one(Review, made.id), came, GuestState.ADMITTED)
    scene.people[GUEST] = db.session.get_one(Guest, came).person

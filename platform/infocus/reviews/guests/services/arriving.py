"""Somebody opens a link, says who they are, and waits; and goes again."""

from datetime import timedelta

from flask_babel import gettext as _
from sqlalchemy import delete, func, select

from infocus.accounts import visits
from infocus.accounts.guests import Arrival, GuestState, newcomer
from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, NotFound
from infocus.reviews.guests import queries
from infocus.reviews.guests.models import Guest, GuestLink
from infocus.reviews.guests.services.admitting import part

CROWD = 60
"""Waiting at once at one link: more is no meeting room but somebody's script."""


def arrive(key: str, name: str, city: str, language: str) -> Arrival[Guest]:
    """Come by a link: a person without an account, who waits to be let in.

    Raises:
        NotFound: the link does not work; whether it ever did is not said.
        Invalid: no name or city, or a language the pages do not have.
        Conflict: too many wait already.
    """
    link = queries.by_key(key)
    if link is None:
        raise NotFound
    review = link.review
    person = newcomer(name, city, language, spoken=review.language, zone=review.time_zone)
    if _waiting_by(link) >= CROWD:
        raise Conflict(_("Many people wait at this link already. Ask the facilitator to let them in first."))
    guest = Guest(link=link, review=review, person=person)
    db.session.add(guest)
    visit, cookie = visits.open_visit(person, link.expires_at)
    return Arrival(guest, visit, cookie)


def go(actor: Actor) -> None:
    """A guest leaves for good."""
    guest = queries.guest_of(actor.person)
    if guest is not None and guest.state in {GuestState.WAITING, GuestState.ADMITTED}:
        part(actor, guest, GuestState.GONE)


def tidy() -> None:
    """Forget who asked at a link that ran out and was never let in: they wrote nothing."""
    over = clock.now() - timedelta(days=1)
    never = select(Guest).join(GuestLink).where(GuestLink.expires_at < over, Guest.admitted_at.is_(None))
    for guest in db.session.scalars(never).all():
        person_id = guest.person_id
        db.session.delete(guest)
        db.session.flush()
        db.session.execute(delete(Person).where(Person.id == person_id))


def _waiting_by(link: GuestLink) -> int:
    mine = select(func.count()).where(Guest.link_id == link.id, Guest.state == GuestState.WAITING)
    return db.session.scalar(mine) or 0

"""Guests of a meeting: a link is made, somebody comes by it, is let in, goes, is forgotten."""

from datetime import timedelta

from flask_babel import gettext as _
from sqlalchemy import delete, func, select

from infocus.accounts import visits
from infocus.accounts.guests import LABEL, Arrival, GuestState, end_of_link, forget_guest, newcomer, today_in
from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.core.ids import new_id
from infocus.core.permissions import Permission, require
from infocus.core.secrets import digest
from infocus.library.signing import keyed
from infocus.meetings.models import Coming, Meeting, Participant
from infocus.meetings.people import guests
from infocus.meetings.people.days import last_day
from infocus.meetings.people.models import MeetingGuest, MeetingGuestLink
from infocus.networks.audit import note
from infocus.records.services import check_updates

LINKS, CROWD = 20, 60
FROM = {
    GuestState.ADMITTED: {GuestState.WAITING, GuestState.REFUSED},
    GuestState.REFUSED: {GuestState.WAITING},
    GuestState.GONE: {GuestState.ADMITTED, GuestState.WAITING},
}
"""What a guest must be to become this."""


def key_of(link: MeetingGuestLink) -> str:
    """The link's key: 192 bits that only this installation can make again."""
    return keyed("meeting-guest-link", link.id)


def make_link(actor: Actor, meeting: Meeting, label: str = "", until: str = "") -> MeetingGuestLink:
    """A link to this meeting; by default to the end of the day after it. Raises ``Invalid``, ``Conflict``."""
    require(actor, Permission.EDIT_MEETING, meeting)
    check_updates(meeting.network)
    if not guests.takes_guests(meeting):
        raise Conflict(_("This meeting is over: nobody comes to it any more."))
    if len(guests.links(actor, meeting)) >= LINKS:
        raise Conflict(_("There are %(most)s links already: take one back first.", most=LINKS))
    if len(label) > LABEL:
        raise Invalid({"label": _("At most %(most)s characters.", most=LABEL)})
    usual = max(last_day(meeting), today_in(meeting.time_zone)) + timedelta(days=1)
    expires = end_of_link(until, usual, meeting.time_zone)
    link = MeetingGuestLink(
        id=new_id(), meeting=meeting, key_hash="", label=label, created_by=actor.person, expires_at=expires
    )
    link.key_hash = digest(key_of(link))
    db.session.add(link)
    note(actor, "guests.link", "meeting", meeting.id, meeting.network_id, until=expires.isoformat())
    return link


def revoke(actor: Actor, meeting: Meeting, link_id: str) -> None:
    """Take a link back: nobody comes in by it any more, and who came by it leaves at once."""
    link = guests.get_link(actor, meeting, link_id)
    link.revoked_at = clock.now()
    for guest in guests.of_meeting(meeting.id, GuestState.WAITING, GuestState.ADMITTED):
        if guest.link_id == link.id:
            _part(actor, guest)
    note(actor, "guests.revoke", "meeting", meeting.id, meeting.network_id)


def arrive(key: str, name: str, city: str, language: str) -> Arrival[MeetingGuest]:
    """Come by a link and wait. Raises ``NotFound`` for one that does not work, ``Invalid``, ``Conflict``."""
    link = guests.by_key(key)
    if link is None:
        raise NotFound
    meeting = link.meeting
    person = newcomer(name, city, language, spoken=meeting.language, zone=meeting.time_zone)
    waiting = select(func.count()).where(MeetingGuest.link_id == link.id, MeetingGuest.state == GuestState.WAITING)
    if (db.session.scalar(waiting) or 0) >= CROWD:
        raise Conflict(_("Many people wait at this link already. Ask the host to let them in first."))
    guest = MeetingGuest(link=link, meeting=meeting, person=person)
    db.session.add(guest)
    visit, cookie = visits.open_visit(person, link.expires_at)
    return Arrival(guest, visit, cookie)


def decide(actor: Actor, meeting: Meeting, guest_id: str, state: GuestState) -> MeetingGuest:
    """Let somebody in, not in, or out; the same decision twice is one. Who is let in stands on the list of people.

    Raises ``NotFound``, ``NotAllowed``; ``Conflict`` when the guest has left or the link is no good any more.
    """
    guest = guests.get_guest(actor, meeting, guest_id)
    if guest.state == state:
        return guest
    if guest.state not in FROM.get(state, set()) or (state is GuestState.ADMITTED and not guests.works(guest.link)):
        raise Conflict(_("This guest is not waiting any more."))
    if state is GuestState.GONE:
        _part(actor, guest)
    else:
        _set(actor, guest, state)
    if state is GuestState.ADMITTED:
        guest.admitted_at = clock.now()
        if guest.participant_id is None:
            guest.participant_id = _listed(meeting, guest.person).id
    note(actor, f"guests.{state.value}", "meeting", meeting.id, meeting.network_id, guest=guest.person_id)
    return guest


def forget(actor: Actor, meeting: Meeting, guest_id: str) -> None:
    """Erase a guest's name and city, on request; they leave with it."""
    guest = guests.get_guest(actor, meeting, guest_id)
    if guest.state in {GuestState.ADMITTED, GuestState.WAITING}:
        _part(actor, guest)
    forget_guest(guest.person)
    row = db.session.get(Participant, guest.participant_id) if guest.participant_id else None
    if row is not None:
        row.name, row.city = guest.person.shown_name, ""
    note(actor, "guests.forget", "meeting", meeting.id, meeting.network_id, guest=guest.person_id)


def go(actor: Actor) -> None:
    """A guest leaves for good."""
    guest = guests.guest_of(actor.person)
    if guest is not None and guest.state in {GuestState.WAITING, GuestState.ADMITTED}:
        _part(actor, guest)


def tidy() -> None:
    """Forget who asked at a link that ran out and was never let in."""
    over = clock.now() - timedelta(days=1)
    links = select(MeetingGuestLink.id).where(MeetingGuestLink.expires_at < over)
    never = select(MeetingGuest).where(MeetingGuest.link_id.in_(links), MeetingGuest.admitted_at.is_(None))
    for guest in db.session.scalars(never).all():
        person_id = guest.person_id
        db.session.delete(guest)
        db.session.flush()
        db.session.execute(delete(Person).where(Person.id == person_id))


def _listed(meeting: Meeting, person: Person) -> Participant:
    row = Participant(meeting_id=meeting.id, person_id=person.id, name=person.name, city=person.city, coming=Coming.YES)
    db.session.add(row)
    db.session.flush()
    return row


def _part(actor: Actor, guest: MeetingGuest) -> None:
    """The end of a guest's time here: their browser is signed out at once."""
    _set(actor, guest, GuestState.GONE)
    visits.end(guest.person_id)


def _set(actor: Actor, guest: MeetingGuest, state: GuestState) -> None:
    guest.state, guest.decided_at, guest.decided_by = state, clock.now(), actor.person_id

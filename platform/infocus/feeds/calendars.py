"""Calendar feeds: what a person has before them, or a network; read again and again by calendar programs."""

from collections.abc import Iterator
from datetime import timedelta

from flask_babel import gettext as _
from sqlalchemy import Select, select
from sqlalchemy.orm import selectinload

from infocus.accounts.own_data import contributes_own_data, forgets_at_closing
from infocus.accounts.panels import Line, Panel, contributes_panel
from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.calendars import Event, calendar_of
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.ids import LENGTH, is_id, new_id
from infocus.core.permissions import Permission, require
from infocus.feeds.models import CalendarFeed
from infocus.library.signing import keyed, same
from infocus.meetings.calendars import action_event, meeting_event, session_event
from infocus.meetings.models import Meeting, MeetingAction
from infocus.networks.models import Network
from infocus.records.models import Record
from infocus.records.policy import readable
from infocus.records.queries import visible
from infocus.reviews.models import PanelMember, Review
from infocus.reviews.preparing.letters import event_for_feed

BACK = timedelta(days=365)
"""How far back a feed goes."""
MOST = 500
_PURPOSE = "calendar feed"


def feed_of(person_id: str) -> CalendarFeed | None:
    """A person's feed, if they have one."""
    return db.session.get(CalendarFeed, person_id)


def open_feed(actor: Actor) -> CalendarFeed:
    """Give the actor a feed, or their feed another address: the one before answers nobody any more."""
    require(actor, Permission.USE_ACCOUNT)
    feed = feed_of(actor.person) or CalendarFeed(person_id=actor.person)
    feed.seed, feed.language = new_id(), actor.language
    db.session.add(feed)
    return feed


@forgets_at_closing
def close_feed(person_id: str) -> None:
    """End a person's feed."""
    feed = feed_of(person_id)
    if feed is not None:
        db.session.delete(feed)


def secret_of(feed: CalendarFeed) -> str:
    """What stands in the address."""
    return feed.person_id + keyed(_PURPOSE, feed.person_id, feed.seed)


def by_secret(secret: str) -> CalendarFeed:
    """The feed of an address. Raises ``NotFound`` for one that is not, or no longer, one."""
    person_id = secret[:LENGTH]
    feed = feed_of(person_id) if is_id(person_id) else None
    if feed is None or not same(secret, secret_of(feed)):
        raise NotFound
    return feed


def personal(actor: Actor, network: Network | None) -> str:
    """Everything this person may read of the networks they belong to (or of one): meetings with their sessions,
    reviews, and what their city has to do by when.
    """
    networks = [network.id] if network else sorted({member.network_id for member in actor.memberships})
    partners = sorted({member.partner_id for member in actor.memberships if member.partner_id})
    events = [*_meetings(actor, networks), *_reviews(actor, networks), *_actions(actor, networks, partners)]
    name = network.name if network else _("In Focus Exchange")
    return calendar_of(events, "PUBLISH", name)


def public(network: Network) -> str:
    """The meetings and reviews of a network that everybody may read."""
    nobody = Actor()
    events = [*_meetings(nobody, [network.id]), *_reviews(nobody, [network.id])]
    return calendar_of(events, "PUBLISH", network.name)


def _since() -> str:
    return (clock.now() - BACK).date().isoformat()


def _meetings(actor: Actor, networks: list[str]) -> Iterator[Event]:
    wanted = visible(actor, Meeting).where(Record.network_id.in_(networks), Meeting.starts >= _since())
    wanted = wanted.options(selectinload(Meeting.sessions)).order_by(Meeting.starts.desc(), Meeting.id).limit(MOST)
    for meeting in db.session.scalars(wanted).unique():
        whole = meeting_event(meeting)
        if whole is not None:
            yield whole
            yield from filter(None, map(session_event, meeting.sessions))


def _reviews(actor: Actor, networks: list[str]) -> Iterator[Event]:
    wanted: Select[Review] = visible(actor, Review).where(Record.network_id.in_(networks), Review.held_on >= _since())
    wanted = wanted.options(selectinload(Review.panel).lazyload(PanelMember.person))
    for review in db.session.scalars(wanted.order_by(Review.held_on.desc(), Review.id).limit(MOST)).unique():
        yield event_for_feed(review)


def _actions(actor: Actor, networks: list[str], partners: list[str]) -> Iterator[Event]:
    """What is not done yet, of the actor's own cities; of everybody's for who speaks for no city."""
    query = select(MeetingAction).join(Record, Record.id == MeetingAction.meeting_id)
    query = query.where(readable(actor), Record.network_id.in_(networks), MeetingAction.done_at.is_(None))
    if partners:
        query = query.where(MeetingAction.partner_id.in_(partners))
    rows = db.session.scalars(query.order_by(MeetingAction.due, MeetingAction.id).limit(MOST)).unique()
    yield from filter(None, map(action_event, rows))


@contributes_panel("calendar", order=45)
def my_calendar(actor: Actor) -> Panel:
    """The way to one's feed."""
    label = _("Its address, and how to change it") if feed_of(actor.person) else _("Have the dates in my own calendar")
    return Panel(_("My calendar"), (Line(label, "/me/calendar"),), "")


@contributes_own_data("calendar_feed")
def feed_as_data(person_id: str) -> str | None:
    """Since when the person has a calendar feed; never its address."""
    feed = feed_of(person_id)
    return feed.created_at.isoformat() if feed else None

"""How ready the reviews of a network are, and what each person still has before them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import lazyload, selectinload

from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.permissions import Permission, require
from infocus.networks.models import Network, Partner
from infocus.records.models import Record
from infocus.records.queries import visible
from infocus.reviews.models import PanelMember, Review
from infocus.reviews.preparing.left import notes_left
from infocus.reviews.preparing.models import Reminder
from infocus.reviews.preparing.when import Span
from infocus.reviews.queries import warnings
from infocus.reviews.vocabulary import Coming, ReviewState, Seating

SOON = 3


@dataclass(frozen=True, slots=True)
class Ready:
    """A review in preparation: in how many days, what is missing (by name), who said what, how many notes came in."""

    review: Review
    days: int
    missing: list[str]
    come: int
    open: list[PanelMember]
    declined: list[PanelMember]
    notes: int

    @property
    def soon(self) -> bool:
        """Whether it is a matter of days."""
        return self.days <= SOON


@dataclass(slots=True)
class Owing:
    """A person who has something before them: reviews they have not answered for, and those they sent no note to.

    Only what people themselves sent counts: nobody is told who opened a page. Unsigned notes have no sender, so where
    there are any, nobody is said to owe one.
    """

    person: Person
    partner: Partner | None
    unanswered: list[Review] = field(default_factory=list)
    unwritten: list[Review] = field(default_factory=list)
    nudged_on: str = ""


@dataclass(frozen=True, slots=True)
class Readiness:
    """The list of a network."""

    reviews: list[Ready]
    people: list[Owing]


def span_of(review: Review) -> Span:
    """When a review takes place."""
    return Span(review.held_on, review.starts, review.time_zone, sum(int(m) for m in review.minutes.values()))


def in_preparation(actor: Actor, network_id: str) -> Sequence[Review]:
    """The reviews of a network that have not begun, the next first."""
    query = visible(actor, Review).where(Review.network_id == network_id, Record.state == ReviewState.PREPARING)
    query = query.order_by(Review.held_on, Review.starts, Record.id).limit(200)
    return db.session.scalars(query.options(lazyload(Review.audience), selectinload(Review.panel))).unique().all()


def readiness(actor: Actor, network: Network) -> Readiness:
    """Every review in preparation with what it lacks, and everybody who has something before them."""
    require(actor, Permission.PREPARE_REVIEWS, network)
    reviews, now = in_preparation(actor, network.id), clock.now()
    left = notes_left([review.id for review in reviews])
    ready, people = [], dict[str, Owing]()
    for review in reviews:
        by_person = left.get(review.id, {})
        come = {seat.person_id for seat in review.seated if seat.coming == Coming.YES}
        waiting = [seat for seat in review.seated if seat.asked_at and seat.coming == Coming.OPEN]
        declined = [seat for seat in review.panel if seat.coming == Coming.NO]
        days = span_of(review).days_from(now)
        total = sum(by_person.values())
        ready.append(Ready(review, days, warnings(review), len(come), waiting, declined, total))
        for seat in review.seated:
            _note_owing(people, review, seat, silent=not by_person.get(None) and seat.person_id not in by_person)
    _note_nudges(people)
    owing = [each for each in people.values() if each.unanswered or each.unwritten]
    return Readiness(ready, sorted(owing, key=lambda each: each.person.shown_name))


def _note_owing(people: dict[str, Owing], review: Review, seat: PanelMember, *, silent: bool) -> None:
    known = people.setdefault(seat.person_id, Owing(seat.person, seat.partner))
    if seat.asked_at and seat.coming == Coming.OPEN and review not in known.unanswered:
        known.unanswered.append(review)
    if seat.role == Seating.FRIEND and silent and review not in known.unwritten:
        known.unwritten.append(review)


def _note_nudges(people: dict[str, Owing]) -> None:
    rows = select(Reminder.person_id, Reminder.day).where(Reminder.person_id.in_(people)).order_by(Reminder.day)
    for person_id, day in db.session.execute(rows):
        people[person_id].nudged_on = day


def seats_ahead(person_id: str | None = None) -> Sequence[PanelMember]:
    """Seats that were not declined at reviews in preparation, of one person or of all, the next review first."""
    query = (
        select(PanelMember)
        .join(Review, Review.id == PanelMember.review_id)
        .where(Record.state == ReviewState.PREPARING, Record.removed_at.is_(None), PanelMember.coming != Coming.NO)
        .order_by(Review.held_on, Review.starts, PanelMember.id)
        .options(selectinload(PanelMember.review).lazyload(Review.audience))
    )
    if person_id is not None:
        query = query.where(PanelMember.person_id == person_id)
    return db.session.scalars(query).unique().all()

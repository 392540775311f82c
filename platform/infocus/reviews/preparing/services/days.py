"""Review days: several plans at parallel tables, with a rotation of hosts and reviewers."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from zoneinfo import available_timezones

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid, NotFound
from infocus.core.events import emit
from infocus.core.ids import is_id
from infocus.core.permissions import Permission, require
from infocus.networks.models import Network
from infocus.plans.models import Plan
from infocus.records.queries import visible
from infocus.records.services import check_open, check_updates, save
from infocus.reviews.models import Review
from infocus.reviews.preparing.events import DayAsked
from infocus.reviews.preparing.models import ReviewDay
from infocus.reviews.preparing.rotation import Hosted, Reviewer, Sitting, rotate
from infocus.reviews.services.planning import PRESETS, ReviewValues, create_review, is_day, is_time
from infocus.reviews.services.seats import give_seat, members
from infocus.reviews.vocabulary import Coming, ReviewState, Seating, preset

MOST_TABLES, MOST_SLOTS = 12, 12


@dataclass(frozen=True, slots=True, kw_only=True)
class DayValues:
    """What is typed about a day: ``slots``: when reviews begin; ``facilitators``: one for each table."""

    title: str
    held_on: str
    time_zone: str
    place: str = ""
    length: int = 75
    slots: tuple[str, ...] = ()
    facilitators: tuple[str, ...] = ()


def the_day(actor: Actor, network: Network, day_id: str) -> ReviewDay:
    """A day of this network. Raises ``NotFound``, also for who is not of the network."""
    day = db.session.get(ReviewDay, day_id) if is_id(day_id) else None
    if day is None or day.network_id != network.id or not actor.roles(network.id):
        raise NotFound
    return day


def create_day(actor: Actor, network: Network, values: DayValues) -> ReviewDay:
    """A day without reviews yet. Raises ``Invalid`` with every wrong field."""
    require(actor, Permission.PREPARE_REVIEWS, network)
    check_open(network)
    day = ReviewDay(network_id=network.id, created_by=actor.person)
    _fill(day, values, network)
    db.session.add(day)
    db.session.flush()
    return day


def edit_day(actor: Actor, day: ReviewDay, values: DayValues) -> None:
    """Change a day that has no reviews yet; afterwards each review is changed by itself."""
    require(actor, Permission.PREPARE_REVIEWS, day.network)
    check_updates(day.network)
    if reviews_of(day):
        raise Conflict(_("This day has its reviews: change them one by one."))
    _fill(day, values, day.network)


def reviews_of(day: ReviewDay) -> Sequence[Review]:
    """The reviews of a day that were not called off, by slot and table."""
    query = select(Review).where(
        Review.day_id == day.id, Review.removed_at.is_(None), Review.state != ReviewState.CANCELLED
    )
    query = query.order_by(Review.slot, Review.table_label, Review.id).options(selectinload(Review.panel))
    return db.session.scalars(query).unique().all()


def days_ahead(network_id: str) -> Sequence[ReviewDay]:
    """The review days of a network, the latest first."""
    query = select(ReviewDay).where(ReviewDay.network_id == network_id).order_by(ReviewDay.held_on.desc(), ReviewDay.id)
    return db.session.scalars(query.limit(20)).unique().all()


def set_up(actor: Actor, day: ReviewDay, plan_ids: Sequence[str], people: Sequence[str]) -> list[Plan]:
    """The reviews of these plans in one go, with their rotation; nobody is asked yet. Returns plans without a place."""
    require(actor, Permission.PREPARE_REVIEWS, day.network)
    check_open(day.network)
    taken = {review.plan_id for review in reviews_of(day)}
    chosen = visible(actor, Plan).where(Plan.network_id == day.network_id, Plan.id.in_(plan_ids))
    plans = {plan.id: plan for plan in db.session.scalars(chosen.order_by(Plan.id)).unique() if plan.id not in taken}
    if not plans:
        raise Invalid({"plans": _("Choose at least one plan that has no review on this day yet.")})
    if taken:
        raise Conflict(_("This day has its reviews: make the rotation again, or change them one by one."))
    hosted = [Hosted(plan.id, plan.partner_id or "") for plan in plans.values()]
    reviewers = _reviewers(day, people)
    rotation = rotate(hosted, reviewers, len(day.facilitators), len(day.slots))
    for sitting in rotation.sittings:
        _seat(actor, _create(actor, day, plans[sitting.hosted.plan], sitting), sitting)
    return [plans[each.plan] for each in rotation.left]


def rotate_again(actor: Actor, day: ReviewDay, people: Sequence[str]) -> None:
    """Spread slots, tables and reviewers anew over the reviews of the day while nobody has been asked."""
    require(actor, Permission.PREPARE_REVIEWS, day.network)
    check_updates(day.network)
    reviews = {review.plan_id: review for review in reviews_of(day)}
    if any(seat.asked_at for review in reviews.values() for seat in review.panel):
        raise Conflict(_("People were asked already: change single tables, so that nobody loses an answer."))
    hosted = [Hosted(plan_id, review.partner_id or "") for plan_id, review in reviews.items()]
    for sitting in rotate(hosted, _reviewers(day, people), len(day.facilitators), len(day.slots)).sittings:
        review = reviews[sitting.hosted.plan]
        review.slot, review.starts = sitting.slot, day.slots[sitting.slot]
        review.table_label = table_name(sitting.table)
        keep = {day.facilitators[sitting.table]}
        review.panel = [seat for seat in review.panel if seat.role not in {Seating.FRIEND, Seating.FACILITATOR}]
        db.session.flush()
        for person_id in keep:
            give_seat(actor, review, person_id, Seating.FACILITATOR, ask=False)
        _seat(actor, review, sitting)


def ask_all(actor: Actor, day: ReviewDay) -> int:
    """Send the invitations: to each person all of theirs in one mail. Returns how many people were asked."""
    require(actor, Permission.PREPARE_REVIEWS, day.network)
    check_updates(day.network)
    asked: dict[str, list[str]] = defaultdict(list)
    for review in reviews_of(day):
        for seat in review.seated if review.state == ReviewState.PREPARING else ():
            if seat.asked_at is None and seat.coming == Coming.OPEN:
                seat.asked_at = clock.now()
                if review.id not in asked[seat.person_id]:
                    asked[seat.person_id].append(review.id)
    db.session.flush()
    for person_id, reviews in asked.items():
        emit(DayAsked(day.id, person_id, tuple(reviews), actor.person))
    return len(asked)


def table_name(number: int) -> str:
    """What a table is called."""
    return str(_("Table %(number)s", number=number + 1))


def _create(actor: Actor, day: ReviewDay, plan: Plan, sitting: Sitting) -> Review:
    values = ReviewValues(
        title=_("Peer review of %(plan)s", plan=plan.title)[:200],
        held_on=day.held_on,
        starts=day.slots[sitting.slot],
        time_zone=day.time_zone,
        plan_version=plan.current.number if plan.current else None,
        table_label=table_name(sitting.table),
        minutes=preset(day.length),
    )
    review = create_review(actor, plan, values, day.facilitators[sitting.table], ask=False)
    review.day_id, review.slot = day.id, sitting.slot
    save(review)
    return review


def _seat(actor: Actor, review: Review, sitting: Sitting) -> None:
    for reviewer in sitting.reviewers:
        give_seat(actor, review, reviewer.person, Seating.FRIEND, ask=False)


def _reviewers(day: ReviewDay, people: Sequence[str]) -> list[Reviewer]:
    """Those chosen who come for a city; who facilitates a table does not review as well."""
    chosen = set(people) - set(day.facilitators)
    return [Reviewer(person.id, place.id) for person, place in members(day.network_id) if place and person.id in chosen]


def _fill(day: ReviewDay, values: DayValues, network: Network) -> None:
    known = {person.id for person, _place in members(network.id)}
    rules = (
        ("title", bool(values.title) and len(values.title) <= 200, _("A title of at most 200 characters.")),
        ("held_on", is_day(values.held_on), _("Write the day as 2018-01-24.")),
        ("time_zone", values.time_zone in available_timezones(), _("There is no such time zone.")),
        ("place", len(values.place) <= 200, _("At most 200 characters.")),
        ("length", values.length in PRESETS, _("Choose one of these.")),
        ("slots", _are_slots(values.slots), _("One to twelve different times, as 09:30, each on a line.")),
        (
            "facilitators",
            _are_tables(values.facilitators, known),
            _("Choose one to twelve people, one for each table."),
        ),
    )
    wrong = {name: message for name, right, message in rules if not right}
    if wrong:
        raise Invalid(wrong)
    for name in ("title", "held_on", "time_zone", "place", "length"):
        setattr(day, name, getattr(values, name))
    day.slots, day.facilitators = sorted(values.slots), list(values.facilitators)


def _are_slots(slots: Sequence[str]) -> bool:
    return 1 <= len(slots) <= MOST_SLOTS and len(set(slots)) == len(slots) and all(map(is_time, slots))


def _are_tables(people: Sequence[str], known: set[str]) -> bool:
    return 1 <= len(people) <= MOST_TABLES and len(set(people)) == len(people) and known.issuperset(people)

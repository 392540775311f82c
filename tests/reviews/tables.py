"""A table: a plan of Bielsko-Biala under review, with somebody in every seat."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from dataclasses import dataclass

from flask import Flask

from infocus.accounts.models import Person
from infocus.core.actor import Actor, Role
from infocus.core.db import db, unit_of_work
from infocus.networks.models import Network, Partner
from infocus.plans.models import Plan
from infocus.plans.services import PlanValues, create_plan
from infocus.reviews import queries
from infocus.reviews.models import LogEntry, Review
from infocus.reviews.room.services import phases
from infocus.reviews.services.planning import ReviewValues, create_review
from infocus.reviews.services.seats import give_seat, take_seat
from infocus.reviews.vocabulary import Mode, Seating
from tests.support.world import World


def new_key() -> str:
    """A key as clients make them."""
    return str(uuid.uuid4())


@dataclass
class Table:
    """A review and its people by seating; ``officer`` is of the network without a seat, ``stranger`` of another one."""

    world: World
    network: Network
    host: Partner
    plan: Plan
    people: dict[str, Person]
    review_id: str = ""

    def actor(self, who: str) -> Actor:
        """A person of the table with today's rights."""
        return self.world.actor(self.people[who])

    @property
    def review(self) -> Review:
        """The review as stored now."""
        db.session.rollback()
        review = db.session.get(Review, self.review_id)
        assert review is not None
        return review

    def open(self, mode: Mode = Mode.GUIDED) -> "Table":
        """A review in preparation, all seats taken."""
        with unit_of_work():
            values = ReviewValues(title="Bielsko-Biala's plan", held_on="2018-01-24", mode=mode)
            plan = db.session.get(Plan, self.plan.id)
            assert plan is not None
            facilitator = self.people[Seating.FACILITATOR]
            review = create_review(self.actor(Seating.EXPERT), plan, values, facilitator.id)
            for seat in (Seating.RAPPORTEUR, Seating.NOTE_TAKER, Seating.FRIEND, Seating.OBSERVER):
                give_seat(self.actor(Seating.EXPERT), review, self.people[seat].id, seat)
            self.review_id = review.id
        return self

    def start(self, mode: Mode = Mode.GUIDED) -> "Table":
        """A review that is live."""
        with unit_of_work():
            self.open(mode)
            phases.start(self.actor(Seating.FACILITATOR), self.review_id, new_key())
        return self

    def move(self, **ask) -> int:
        """What the facilitator asks of the phases: the entry's seq."""
        with unit_of_work():
            return phases.move(self.actor(Seating.FACILITATOR), self.review_id, new_key(), **ask).seq

    def give(self, by: str, person: str, role: str) -> None:
        """Somebody names a person for a seat."""
        with unit_of_work():
            review = queries.get_review(self.actor(by), self.review_id)
            give_seat(self.actor(by), review, self.people[person].id, role)

    def take(self, by: str, role: str) -> None:
        """Somebody takes back the first seat of this role."""
        with unit_of_work():
            review = queries.get_review(self.actor(by), self.review_id)
            seat = next(each for each in review.panel if each.role == role)
            take_seat(self.actor(by), review, seat.id)

    def log(self) -> list[LogEntry]:
        """Every row of the log as stored, in order."""
        db.session.rollback()
        return list(db.session.query(LogEntry).filter_by(review_id=self.review_id).order_by(LogEntry.seq))


def lay(world: World) -> Table:
    """The people and the plan; the review comes with ``open`` or ``start``."""
    with unit_of_work():
        network = world.network()
        host, porto, ostrava = (world.partner(network, slug) for slug in ("bielsko-biala", "porto", "ostrava"))
        people = {
            Seating.HOST: world.person(Role.COORDINATOR, host),
            Seating.FRIEND: world.person(Role.OFFICER, porto),
            Seating.FACILITATOR: world.person(Role.OFFICER, ostrava),
            Seating.RAPPORTEUR: world.person(Role.OFFICER, ostrava),
            Seating.NOTE_TAKER: world.person(Role.OFFICER, porto),
            Seating.OBSERVER: world.person(Role.OBSERVER, network),
            Seating.EXPERT: world.person(Role.EXPERT, network),
            Seating.LEAD: world.person(Role.LEAD, network),
            "officer": world.person(Role.OFFICER, porto),
            "secretariat": world.person(Role.OBSERVER, network),
            "stranger": world.person(Role.OFFICER, world.partner(world.network("harbour-towns"), "genova")),
        }
        plan = create_plan(world.actor(people[Seating.HOST]), host, PlanValues(title="Plan of Bielsko-Biala"))
    return Table(world, network, host, plan, people)


def in_threads(app: Flask, jobs: list) -> None:
    """Run every job in a thread and an app context of its own; what one raises is raised here."""

    def run(job) -> None:
        with app.app_context():
            job()

    with ThreadPoolExecutor(len(jobs)) as pool:
        for done in [pool.submit(Context().run, run, job) for job in jobs]:
            done.result(300)

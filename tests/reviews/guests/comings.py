"""How guests come, for the tests."""

from dataclasses import dataclass

from flask.testing import FlaskClient

from infocus.core.db import db, unit_of_work
from infocus.reviews import queries
from infocus.reviews.guests.models import Guest
from infocus.reviews.guests.services import links
from infocus.reviews.vocabulary import Seating
from tests.reviews.tables import Table


@dataclass
class Comer:
    """A browser without an account."""

    client: FlaskClient
    table: Table
    id: str = ""

    @property
    def guest(self) -> Guest:
        """The row, as stored now."""
        db.session.rollback()
        return db.session.get_one(Guest, self.id)

    @property
    def page(self) -> str:
        """Where they stand, as they read it."""
        return self.client.get("/visit").text


def make_link(table: Table, role: Seating = Seating.OBSERVER, by: str = Seating.FACILITATOR, **values: str) -> str:
    """A link's key."""
    with unit_of_work():
        review = queries.get_review(table.actor(by), table.review_id)
        return links.key_of(links.make_link(table.actor(by), review, role, **values))


def come(table: Table, key: str, name: str = "Ana Silva", city: str = "Braga", language: str = "pt") -> Comer:
    """Open the link in a new browser and say who one is."""
    client = table.world.app.test_client()
    answer = client.post(f"/guest/{key}", data={"name": name, "city": city, "language": language})
    assert answer.status_code == 303, answer.text
    db.session.rollback()
    newest = db.session.query(Guest).order_by(Guest.asked_at.desc(), Guest.id.desc()).first()
    assert newest is not None
    return Comer(client, table, newest.id)


def decide(table: Table, comer: Comer, deed: str, by: str = Seating.FACILITATOR) -> int:
    """What somebody at the table presses; the status."""
    client = table.world.client(table.people[by])
    return client.post(f"{path(table)}/guests/{comer.id}/{deed}").status_code


def path(table: Table) -> str:
    """The review's address."""
    return f"/in-focus/reviews/{table.review_id}"


def let_in(table: Table, role: Seating = Seating.OBSERVER) -> Comer:
    """A guest who is in."""
    comer = come(table, make_link(table, role))
    assert decide(table, comer, "admit") == 303
    return comer

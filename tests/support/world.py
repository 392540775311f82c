"""Fixtures: networks, partners and people, as few as a test needs, and clients that are signed in as them."""

import itertools
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_sqlalchemy.session import Session
from sqlalchemy.orm import scoped_session

from infocus.accounts import sessions, tokens, visits
from infocus.accounts.models import Account, Person
from infocus.accounts.visitor_cookie import COOKIE
from infocus.core import clock
from infocus.core.actor import CITY_ROLES, Actor, Role
from infocus.core.db import db, unit_of_work
from infocus.core.ids import new_id
from infocus.networks.actors import actor_of, visitor
from infocus.networks.models import MembershipRow, Network, NetworkState, Partner


@dataclass
class World:
    """Makes and stores what it is asked for; every name and address is made up and given once.

    Ids are given at once: everybody a scene needs is made in one ``unit_of_work``, which costs a fourth of many.
    """

    app: Flask
    _numbers: itertools.count = field(default_factory=lambda: itertools.count(1))

    def network(self, slug: str = "in-focus", *, state: NetworkState = NetworkState.ACTIVE) -> Network:
        """A network of this short name."""
        with unit_of_work():
            network = Network(id=new_id(), slug=slug, name=slug.replace("-", " ").title(), state=state)
            db.session.add(network)
        return network

    def partner(self, network: Network, slug: str = "porto") -> Partner:
        """A partner of the network; its label and mark come from the short name."""
        with unit_of_work():
            partner = Partner(
                id=new_id(),
                network_id=network.id,
                slug=slug,
                label=slug.title(),
                mark=slug[:2].title(),
                hue=next(self._numbers) % 12 + 1,
                country="PT",
                body=f"City of {slug.title()}",
                kind="municipality",
            )
            db.session.add(partner)
        return partner

    def person(
        self, role: Role | None = None, place: Network | Partner | None = None, *, is_admin: bool = False
    ) -> Person:
        """Somebody with an account, and with a role in ``place`` where one is named."""
        number = next(self._numbers)
        with unit_of_work():
            person = Person(id=new_id(), name=f"{role.value.title() if role else 'Somebody'} {number}")
            db.session.add(Account(person=person, email=f"person{number}@world.example", is_admin=is_admin))
            if role is not None and place is not None:
                self.belongs(person, role, place)
        return person

    def belongs(self, person: Person, role: Role, place: Network | Partner) -> None:
        """Give a person one more role: in a network, or for a partner where the role belongs to a city."""
        partner = place if isinstance(place, Partner) else None
        if (role in CITY_ROLES) != (partner is not None):
            raise ValueError(f"{role} is a role {'for a partner' if role in CITY_ROLES else 'in a network'}")
        network_id = place.network_id if isinstance(place, Partner) else place.id
        partner_id = partner.id if partner else None
        with unit_of_work():
            db.session.add(
                MembershipRow(person_id=person.id, network_id=network_id, partner_id=partner_id, role=role.value)
            )

    def actor(self, person: Person) -> Actor:
        """The person with the rights of this moment, as services are handed it; without an account a visitor."""
        return visitor(person) if person.account is None else actor_of(person.account)

    def client(self, person: Person) -> FlaskClient:
        """A browser in which the person is signed in, or visits when they have no account."""
        if person.account is None:
            return self._visiting(person)
        with unit_of_work():
            _, key = sessions.open_session(person.account, "a test's browser")
        client = self.app.test_client()
        with client.session_transaction() as cookie:
            cookie.update({"person": person.id, "_user_id": key, "_fresh": True})
        return client

    def _visiting(self, person: Person) -> FlaskClient:
        with unit_of_work():
            _, key = visits.open_visit(person, clock.now() + timedelta(days=1))
        client = self.app.test_client()
        client.set_cookie(COOKIE, key)
        return client

    def bearer(self, person: Person, *scopes: str) -> dict[str, str]:
        """The header of an API token of the person's, with these scopes (default: read and write)."""
        assert person.account is not None
        with unit_of_work():
            _, key = tokens.create(person.account, "a test's token", list(scopes or ("read", "write")), days=1)
        return {"Authorization": f"Bearer {key}"}


@pytest.fixture
def world(app: Flask, session: scoped_session[Session]) -> World:
    """Networks, partners and people on demand."""
    return World(app)

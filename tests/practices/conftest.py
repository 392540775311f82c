"""A practice of Porto and the people around it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pytest

from infocus.accounts.models import Person
from infocus.core.actor import Actor, Role
from infocus.core.db import db, unit_of_work
from infocus.networks.models import Network
from infocus.practices.models import Practice, PracticeState
from infocus.practices.sections import SECTIONS
from infocus.practices.services import begin_practice, save_practice
from infocus.records.services import save
from infocus.records.urls import record_path
from infocus.vocabularies.registry import VOCABULARIES
from tests.support.world import World

FULL: dict[str, Any] = {
    "title": "One letter to fifty investors",
    "summary": "How a small office wrote one letter.",
    "themes": ["investment-attraction"],
    "criteria": dict.fromkeys(VOCABULARIES["criteria"].labels, "Yes, and how."),
    **{section.name: f"Words about {section.name}." for section in SECTIONS},
}


@dataclass
class Office:
    """People by what they are, and the practice as stored now."""

    world: World
    network_id: str
    people: dict[str, Person]
    practice_id: str = ""

    def actor(self, who: str) -> Actor:
        """One of them, with the rights of this moment."""
        return self.world.actor(self.people[who])

    @property
    def practice(self) -> Practice:
        """As stored now."""
        if not db.session.info.get("in_unit_of_work"):
            db.session.rollback()
        return db.session.get_one(Practice, self.practice_id)

    @property
    def network(self) -> Network:
        """As stored now."""
        return db.session.get_one(Network, self.network_id)

    @property
    def path(self) -> str:
        """The page of the practice."""
        return record_path(self.practice)

    def begin(self, who: str = "author", **values: Any) -> "Office":
        """A draft with everything filled in, but for ``values``."""
        with unit_of_work():
            self.practice_id = begin_practice(self.actor(who), self.network, FULL | values).id
        return self

    def put(self, state: PracticeState, **columns: Any) -> "Office":
        """Set the state as the workflow would have."""
        with unit_of_work():
            practice = self.practice
            practice.state = state
            for name, value in columns.items():
                setattr(practice, name, value)
            save(practice)
        return self

    def save(self, who: str = "author", expected: int | None = None, **values: Any) -> Practice:
        """Change fields."""
        return self.change(values, who, expected)

    def change(self, values: Mapping[str, Any], who: str = "author", expected: int | None = None) -> Practice:
        """Change fields, of whatever type."""
        with unit_of_work():
            save_practice(self.actor(who), self.practice, values, expected=expected)
        return self.practice


@pytest.fixture
def office(world: World) -> Office:
    """Porto and Ostrava, experts, a lead and an observer."""
    with unit_of_work():
        network = world.network()
        porto, ostrava = world.partner(network, "porto"), world.partner(network, "ostrava")
        people = {
            "author": world.person(Role.OFFICER, porto),
            "coordinator": world.person(Role.COORDINATOR, porto),
            "officer": world.person(Role.OFFICER, porto),
            "ulg": world.person(Role.ULG, porto),
            "neighbour": world.person(Role.COORDINATOR, ostrava),
            "expert": world.person(Role.EXPERT, network),
            "lead": world.person(Role.LEAD, network),
            "observer": world.person(Role.OBSERVER, network),
            "stranger": world.person(Role.COORDINATOR, world.partner(world.network("harbour-towns"), "genova")),
        }
    return Office(world, network.id, people)

"""An office: people of two networks whose programs use the interface."""

import pytest

from infocus.core.actor import Role
from infocus.core.db import unit_of_work
from tests.api.programs import Office, Program
from tests.support.world import World


@pytest.fixture
def office(world: World) -> Office:
    """In Focus with Porto and Ostrava, and a second network."""
    with unit_of_work():
        network = world.network()
        porto, ostrava = world.partner(network, "porto"), world.partner(network, "ostrava")
        genova = world.partner(world.network("harbour-towns"), "genova")
        people = {
            "officer": world.person(Role.OFFICER, porto),
            "coordinator": world.person(Role.COORDINATOR, porto),
            "neighbour": world.person(Role.OFFICER, ostrava),
            "expert": world.person(Role.EXPERT, network),
            "lead": world.person(Role.LEAD, network),
            "observer": world.person(Role.OBSERVER, network),
            "stranger": world.person(Role.OFFICER, genova),
        }
    return Office(world, network, porto, people)


@pytest.fixture
def officer(office: Office) -> Program:
    """The program of Porto's officer."""
    return office.program("officer")

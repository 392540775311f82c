"""The hall of the tests of meetings."""

import pytest

from infocus.core.actor import Role
from infocus.core.db import unit_of_work
from tests.meetings.halls import Hall
from tests.support.world import World


@pytest.fixture
def hall(world: World) -> Hall:
    """The people; the meeting is called."""
    with unit_of_work():
        network = world.network()
        porto, ostrava = world.partner(network, "porto"), world.partner(network, "ostrava")
        people = {
            "host": world.person(Role.COORDINATOR, porto), "officer": world.person(Role.OFFICER, porto),
            "ulg": world.person(Role.ULG, porto), "neighbour": world.person(Role.COORDINATOR, ostrava),
            "expert": world.person(Role.EXPERT, network), "lead": world.person(Role.LEAD, network),
            "observer": world.person(Role.OBSERVER, network),
            "stranger": world.person(Role.LEAD, world.network("harbour-towns")),
        }  # fmt: skip
    found = Hall(world, network.id, people)
    found.call()
    return found

"""The meeting whose outputs are tested."""

import pytest

from infocus.core.actor import Role
from infocus.core.db import unit_of_work
from infocus.meetings import services
from tests.meetings.outputs.desk import Desk
from tests.support.world import World


@pytest.fixture
def desk(world: World) -> Desk:
    """A meeting of Porto's with an opening and visits."""
    network = world.network()
    porto, ostrava = world.partner(network, "porto"), world.partner(network, "ostrava")
    people = {
        "host": world.person(Role.COORDINATOR, porto),
        "officer": world.person(Role.OFFICER, porto),
        "neighbour": world.person(Role.OFFICER, ostrava),
        "ulg": world.person(Role.ULG, porto),
        "lead": world.person(Role.LEAD, network),
        "observer": world.person(Role.OBSERVER, network),
        "stranger": world.person(Role.LEAD, world.network("harbour-towns")),
    }
    with unit_of_work():
        lead = world.actor(people["lead"])
        given = {"title": "Torino", "starts": "2017-09-13", "ends": "2017-09-14", "host": "porto"}
        meeting = services.create_meeting(lead, network, given)
        rows = [{"title": "Opening", "day": "1", "starts": "9:30"}, {"title": "Visits", "day": "2"}]
        services.set_programme(lead, meeting, rows)
    return Desk(world, network.id, meeting.id, people)

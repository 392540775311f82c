"""A city for every test of plans."""

import pytest

from tests.plans.cities import City
from tests.support.world import World


@pytest.fixture
def city(world: World) -> City:
    """Bordeaux with its people, a colleague in Porto, a stranger in another network."""
    return City(world)

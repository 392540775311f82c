"""Fixtures of what is written about a review."""

import pytest

from tests.reviews.report.papers import Held, hold
from tests.reviews.tables import lay
from tests.support.world import World


@pytest.fixture
def held(world: World) -> Held:
    """A review that was held: three phases, lines, notes in a cluster, a recommendation, takeaways."""
    return hold(lay(world))

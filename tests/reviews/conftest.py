"""Fixtures of the reviews' tests."""

import pytest

from tests.reviews.tables import Table, lay
from tests.support.world import World


@pytest.fixture
def table(world: World) -> Table:
    """The people and the plan; the review comes with ``open`` or ``start``."""
    return lay(world)

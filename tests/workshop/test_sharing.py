"""What is costly to make is made once: the tests that share it are given to one process."""

import pytest

from infocus.core.clock import now
from tests.support.effort import at_most
from tests.support.sharing import TOGETHER, group_of

COSTLY = {"live_server", "demo_app"}


def test_whatever_shares_a_costly_thing_is_in_a_group(request: pytest.FixtureRequest) -> None:
    alone = [
        item.nodeid
        for item in request.session.items
        if COSTLY.intersection(getattr(item, "fixturenames", ())) and group_of(item.nodeid) not in TOGETHER
    ]
    assert alone == []


def test_groups_are_told_by_the_name() -> None:
    assert group_of("tests/demo/test_load.py::test_drafts[sqlite]") == "the demo on SQLite"
    assert group_of("tests/core/test_values.py::test_one[sqlite]") == "tests/core/test_values.py::test_one[sqlite]"


def test_effort_is_counted_and_too_much_of_it_fails() -> None:
    with at_most(60):
        now()
    with pytest.raises(AssertionError), at_most(0.02):
        sum(number * number for number in range(3_000_000))

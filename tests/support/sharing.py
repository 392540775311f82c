"""How the tests are spread over processes: what shares a costly thing keeps together, and what takes long begins first.

pytest-xdist's own groups are of no use: it writes them into a private attribute that pytest reads no more.
"""

import re

import pytest
from xdist.scheduler import LoadScopeScheduling

TOGETHER = {
    "the demo, served": r"tests/browser/test_(?!a_review|room)",
    "the demo on SQLite": r"tests/demo/test_load\.py.*\[sqlite",
    "the demo on PostgreSQL": r"tests/demo/test_load\.py.*\[postgresql",
    "both engines, filled": r"tests/engines/search/test_both_engines\.py",
}
LONG = ("tests/browser/", "tests/demo/", "tests/faults/", "tests/rights/")
"""Where single tests take many seconds: one that began last would be waited for by all other processes."""


def group_of(nodeid: str) -> str:
    """The group of a test by its name; a test that shares nothing costly is a group of its own."""
    return next((name for name, pattern in TOGETHER.items() if re.match(pattern, nodeid)), nodeid)


def is_short(item: pytest.Item) -> bool:
    """Whether the test may wait until those that take long have begun: what to sort by."""
    return not item.nodeid.startswith(LONG)


def spread(config: pytest.Config, log: object) -> object:
    """A scheduler that gives a process one group after another: the largest first, the others as they come."""
    scheduler = LoadScopeScheduling(config, log)
    scheduler._split_scope = group_of  # how its own schedulers differ from one another
    return scheduler

"""Which tests of the whole suite run on both databases, and which on one of the two.

Most tests look at pages, forms and rules that are the same on both. Half of them, by their names, run on SQLite and the
others on PostgreSQL, so that every part meets both and the suite takes a third less. Where the database itself is at
stake (transactions, races, order, counting, rights in SQL) a test runs on both. So does every test of a run that names
what it wants, and of a run with ``INFOCUS_TEST_DATABASES=both``.
"""

import os
import re
import zlib
from collections.abc import Iterable

import pytest

BOTH = re.compile(
    r"""tests/(
        (core|migrations|home|workshop|comments|letterbox|faults)/
      | rights/test_(doors|api_doors)
      | reviews/(room/|test_(sockets|log|order|entries|phases)|notes/test_(clusters|unsigned)|keeping/)
      | practices/test_(finding|counts|together|collections|standing|adoptions|ageing)
      | library/test_(feed|verifier|doors|saved_alerts|orphans|freshness|worker|reading)\.
      | notifications/test_(digest|mails|watching)
      | networks/test_(changes|members)
      | meetings/(minutes/|outputs/test_arriving|agreed/|test_pressed_twice|test_full_programme)
      | accounts/test_(links|tokens|signing_in)
      | plans/test_(editing|reading|life)
      | api/test_(lists|repeating|search)
      | demo/test_load\.py::test_(everything|reset)
    )""",
    re.VERBOSE,
)
_NAMES = ("app", "database_url", "demo_app")
_KINDS = {"sqlite": 0, "postgresql": 1}


def split(items: Iterable[pytest.Item]) -> tuple[list[pytest.Item], list[pytest.Item]]:
    """The tests to run, and those that are left to their twin on the other database."""
    kept: list[pytest.Item] = []
    left: list[pytest.Item] = []
    for item in items:
        (kept if _has_its_turn(item) else left).append(item)
    return kept, left


def takes_turns(config: pytest.Config, *, postgresql: bool) -> bool:
    """Whether this is a run of everything on a machine with both databases, and nobody asked for all of it on both."""
    asked = os.environ.get("INFOCUS_TEST_DATABASES", "")
    if asked not in {"", "both"}:
        raise pytest.UsageError(f"INFOCUS_TEST_DATABASES knows both; not {asked}")
    whole = config.args == config.getini("testpaths") and not config.option.keyword
    return whole and postgresql and asked != "both"


def _has_its_turn(item: pytest.Item) -> bool:
    call = getattr(item, "callspec", None)
    kind = call and next((call.params[name] for name in _NAMES if name in call.params), None)
    if kind not in _KINDS or BOTH.match(item.nodeid):
        return True
    without = item.nodeid.replace(kind, "")
    return zlib.crc32(without.encode()) % 2 == _KINDS[kind]

"""What a test needs of the machine: without it the test is skipped and says why, or fails where it was promised.

``INFOCUS_TEST_REQUIRE=postgresql,redis,chromium`` (as in ``.ci/run``) is the promise.
"""

import os
from typing import NoReturn

import pytest

NEEDS = {
    "postgresql": "PostgreSQL's server programs (on Debian: apt-get install postgresql)",
    "redis": "redis-server (on Debian: apt-get install redis-server)",
    "chromium": "Chromium (on Debian: apt-get install chromium)",
}


def required(text: str | None = None) -> frozenset[str]:
    """The needs that were promised, from ``text`` or ``INFOCUS_TEST_REQUIRE``.

    Raises:
        pytest.UsageError: a name that no test knows.
    """
    if text is None:
        text = os.environ.get("INFOCUS_TEST_REQUIRE", "")
    names = frozenset(name.strip() for name in text.split(",") if name.strip())
    if unknown := names - NEEDS.keys():
        raise pytest.UsageError(f"INFOCUS_TEST_REQUIRE knows {', '.join(NEEDS)}; not {', '.join(sorted(unknown))}")
    return names


def missing(need: str, detail: str = "") -> NoReturn:
    """End the test at hand for want of ``need``: failed when it was promised, else skipped."""
    reason = f"needs {NEEDS[need]}{f': {detail}' if detail else ''}"
    if need in required():
        pytest.fail(f"{reason}; INFOCUS_TEST_REQUIRE promises it", pytrace=False)
    pytest.skip(reason)

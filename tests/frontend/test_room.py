"""The browser modules without a browser: run by Node's own test runner."""

import subprocess
from pathlib import Path

import pytest

from tests.support.node import node_program

HERE = Path(__file__).parent
SUITES = sorted(HERE.glob("*.test.mjs"))


@pytest.mark.parametrize("suite", SUITES, ids=lambda path: path.name.removesuffix(".test.mjs"))
def test_node_suite_passes(suite: Path) -> None:
    done = subprocess.run([node_program(), "--test", suite], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_are_suites() -> None:
    assert {"room_log.test.mjs", "room_outbox.test.mjs", "room_connection.test.mjs", "room_state.test.mjs"} <= {
        path.name for path in SUITES
    }

"""The browser modules without a browser: run by Node's own test runner."""

import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SUITES = sorted(HERE.glob("*.test.mjs"))


def _node() -> str:
    beside = ROOT / ".venv" / "bin" / "node"
    found = shutil.which("node") or (str(beside) if beside.exists() else None)
    if found is None:
        pytest.skip("needs Node (18 or later)")
    return found


@pytest.mark.parametrize("suite", SUITES, ids=lambda path: path.name.removesuffix(".test.mjs"))
def test_node_suite_passes(suite: Path) -> None:
    done = subprocess.run([_node(), "--test", suite], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_there_are_suites() -> None:
    assert {"room_log.test.mjs", "room_outbox.test.mjs", "room_connection.test.mjs"} <= {path.name for path in SUITES}

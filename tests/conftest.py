"""What every test can ask for. The fixtures live in ``tests/support``, one module a subject."""

import gc
import os
import signal
import sys

import pytest
from hypothesis import settings as hypothesis_settings

from tests.support import require, servers, turns
from tests.support.sharing import is_short, spread

pytest_plugins = ["tests.support.application", "tests.support.browser", "tests.support.living", "tests.support.world"]

MOST_WORKERS = 12  # each has connections of its own to the run's PostgreSQL

# Images tell Python to keep nothing compiled. Each worker and each process the tests start would then compile the
# product's thousand modules, and rewrite the tests' assertions, anew: a fifth of what a start costs.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

hypothesis_settings.register_profile("house", derandomize=True, deadline=None, max_examples=50)
hypothesis_settings.load_profile("house")


def pytest_configure(config: pytest.Config) -> None:
    """Check what was promised, and make the folder of the run's servers in the process that was started first."""
    require.required()
    if not hasattr(config, "workerinput"):
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # a run that is ended from outside stops its servers
        servers.prepare()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the run's servers, by their own ids."""
    if not hasattr(config, "workerinput"):
        servers.stop_all()


def pytest_collection_finish() -> None:
    """What was loaded stays to the end: the collector need not look through it again during the tests."""
    gc.collect()
    gc.freeze()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave to their twins the tests whose turn it is not, and begin with what takes long."""
    if turns.takes_turns(config, postgresql=servers.has_postgresql()):
        items[:], left = turns.split(items)
        config.hook.pytest_deselected(items=left)
    items.sort(key=is_short)


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """Keep in one process what shares a costly thing."""
    return spread(config, log)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """A few named files start faster in one process; all others: a process for each core and one that waits."""
    if config.args and all("test_" in argument for argument in config.args):
        return 0
    return min(max(3, len(os.sched_getaffinity(0)) + 1), MOST_WORKERS)

"""What every test can ask for. The fixtures live in ``tests/support``, one module a subject."""

import pytest
from hypothesis import settings as hypothesis_settings

from tests.support import require, servers

pytest_plugins = ["tests.support.application", "tests.support.browser", "tests.support.living", "tests.support.world"]

hypothesis_settings.register_profile("house", derandomize=True, deadline=None, max_examples=50)
hypothesis_settings.load_profile("house")


def pytest_configure(config: pytest.Config) -> None:
    """Check what was promised, and make the folder of the run's servers in the process that was started first."""
    require.required()
    if not hasattr(config, "workerinput"):
        servers.prepare()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Stop the run's servers, by their own ids."""
    if not hasattr(config, "workerinput"):
        servers.stop_all()


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """A few named files start faster in one process; everything goes over all cores."""
    return 0 if config.args and all("test_" in argument for argument in config.args) else None

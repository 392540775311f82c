"""What the house says to its log, at every level, however quiet an application made earlier in this process is."""

from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from structlog.testing import capture_logs


@contextmanager
def all_told() -> Iterator[list[structlog.typing.EventDict]]:
    """The lines said inside the block, as they come; the level is back as it was afterwards."""
    before = structlog.get_config()["wrapper_class"]
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(0))
    try:
        with capture_logs() as told:
            yield told
    finally:
        structlog.configure(wrapper_class=before)

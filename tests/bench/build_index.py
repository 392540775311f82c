"""``python -m tests.bench.build_index COUNT``: fills this installation's index; prints seconds, bytes and memory."""

import json
import resource
import sys
import time

from sqlalchemy import select

from infocus.app import create_app
from infocus.core import changes
from infocus.core.db import db
from infocus.engines.bound import engines
from infocus.networks.models import Network
from tests.bench.passages import batches


def main(count: int) -> None:
    """Index the passages as if the whole change log had been read."""
    app = create_app()
    with app.app_context():
        network = db.session.scalars(select(Network.id)).one()
        begun = time.perf_counter()
        engines().search.rebuild(batches(count, network, changes.last_seq()))
        seconds = time.perf_counter() - begun
        size = engines().search.size()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(json.dumps({"seconds": seconds, "bytes": size.bytes, "rss": memory, "segments": size.segments}))


if __name__ == "__main__":
    main(int(sys.argv[1]))

"""A worker that only runs the outbox, for a test that kills it: the index of the test's folder is not its own."""

import time

from infocus.app import create_app
from infocus.core import outbox

with create_app().app_context():
    while True:
        if not outbox.run_one():
            time.sleep(0.01)

"""What a server with a clock of its own is started from: the product's ``wsgi:app``, and the clock."""

from tests.support.clocks import follow_if_told
from wsgi import app

__all__ = ["app"]
follow_if_told()

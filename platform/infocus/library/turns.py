"""Searches take turns: however many people search at once, a line in a live room waits for one of them at most.

A search is some milliseconds of processor time. Eight of them side by side in one gevent process would each go a step
further before anything else has its turn; one after the other they take as long together, and the loop looks at the
sockets in between (`make bench ONLY=search`).
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from gevent import get_hub, monkey, sleep
from gevent.lock import BoundedSemaphore

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

SEARCHES = ("/library", "/api/v1/search")
"""Beginnings of the paths that search."""
_turns: dict[int, BoundedSemaphore] = {}


class InTurn:
    """WSGI in front of the app: lets one search in at a time; everything else passes."""

    def __init__(self, app: "WSGIApplication") -> None:
        self._app = app

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer, in turn where it is a search. Outside gevent the processor's own threads share it out."""
        if not environ.get("PATH_INFO", "").startswith(SEARCHES) or not monkey.is_module_patched("threading"):
            return self._app(environ, start_response)
        with _turns.setdefault(id(get_hub()), BoundedSemaphore(1)):
            answer = self._app(environ, start_response)
        sleep(0)  # whoever waits for anything else comes first
        return answer

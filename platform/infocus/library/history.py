"""One's own searches, noted without holding up the search: kept in the process, written down at most every 2 s."""

from collections import deque
from dataclasses import dataclass, field
from threading import Lock

import gevent
import structlog
from flask import Flask, current_app
from flask.globals import app_ctx
from gevent import monkey

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import unit_of_work
from infocus.engines.search.port import Note
from infocus.library import asked
from infocus.library.searched.models import WORDS
from infocus.library.searched.queries import past_beginning
from infocus.library.searched.services import Noted, store
from infocus.library.shapes import SearchForm

log = structlog.get_logger()
EVERY_SECONDS = 2.0
TOGETHER = 200
"""Searches that are written in one unit of work: some milliseconds."""
WAITING = 2000
"""Searches that wait at most; when the database does not answer for long, the oldest are dropped."""
_KEY = "infocus.searches"


@dataclass(frozen=True, slots=True)
class Recent:
    """One of one's own searches as a completion: its words, and the query string that asks it again."""

    words: str
    search: str


@dataclass(slots=True)
class Buffer:
    """Searches of this process that are not written down yet."""

    waiting: deque[Noted] = field(default_factory=lambda: deque(maxlen=WAITING))
    lock: Lock = field(default_factory=Lock)
    called: bool = False

    def take(self) -> list[Noted]:
        """The oldest of them, ``TOGETHER`` at most; they wait no more."""
        with self.lock:
            return [self.waiting.popleft() for _each in range(min(TOGETHER, len(self.waiting)))]

    def put_back(self, noted: list[Noted]) -> None:
        """They could not be written down: they wait again, before what came meanwhile."""
        with self.lock:
            self.waiting.extendleft(reversed(noted))


def note_search(actor: Actor, form: SearchForm, total: int, notes: tuple[Note, ...] = ()) -> None:
    """Note a search with words at its first page: for the person's history, and as missed when nothing has all words.

    Costs the request nothing: it is written down later (under gevent by a greenlet, elsewhere when it is read).
    Searches of visitors and of programs are not noted.
    """
    words = asked.one_line(form.text)[:WORDS]
    search = asked.query_string(form)
    if not words or form.cursor or not actor.has_account or actor.scopes is not None or len(search) > asked.MOST:
        return
    noted = Noted(
        person=actor.person,
        networks=frozenset(member.network_id for member in actor.memberships),
        search=search,
        words=words,
        folded=asked.folded(words)[: 2 * WORDS],
        total=total,
        missed=(total == 0 or Note.SOME_WORDS in notes) and not any(form.filters.values()),
        language=actor.language,
        at=clock.now(),
    )
    buffer = _buffer()
    with buffer.lock:
        buffer.waiting.append(noted)
    _write_soon(buffer)


def recent(actor: Actor, prefix: str, limit: int = 5) -> tuple[Recent, ...]:
    """The person's own searches that begin with what was typed, the newest first; writes nothing."""
    if not actor.has_account or limit < 1:
        return ()
    begin = asked.folded(prefix)
    waiting = [
        (each.words, each.search)
        for each in reversed(list(_buffer().waiting))
        if each.person == actor.person and each.folded.startswith(begin)
    ]
    found: dict[str, Recent] = {}
    for words, search in (*waiting, *past_beginning(actor, begin)):
        found.setdefault(asked.folded(words), Recent(words, search))
        if len(found) == limit:
            break
    return tuple(found.values())


def write_waiting() -> None:
    """Write down what waits in this process, in units of work; what cannot be written waits on."""
    buffer = _buffer()
    while noted := buffer.take():
        try:
            with unit_of_work():
                store(noted)
        except Exception:
            buffer.put_back(noted)
            raise


def _write_soon(buffer: Buffer) -> None:
    if buffer.called or not monkey.is_module_patched("threading"):
        return
    buffer.called = True
    gevent.spawn_later(EVERY_SECONDS, _write_later, app_ctx.app, buffer)


def _write_later(app: Flask, buffer: Buffer) -> None:
    buffer.called = False
    try:
        with app.app_context():
            write_waiting()
    except Exception:
        log.exception("searches_not_written", waiting=len(buffer.waiting))


def _buffer() -> Buffer:
    found: Buffer = current_app.extensions.setdefault(_KEY, Buffer())
    return found

"""The worker's own look at the rights of what is indexed: searches of real readers, compared with the database."""

import random
from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

import structlog
from flask import current_app
from sqlalchemy import select

from infocus.accounts.models import Account
from infocus.core.actor import ANONYMOUS, Actor
from infocus.core.changes import changed
from infocus.core.db import db, unit_of_work
from infocus.core.schedule import periodic
from infocus.engines.bound import engines
from infocus.engines.search.port import MAX_OFFSET, Hit, Query, SearchIndex, SearchUnavailable
from infocus.library.tallies import count_in_worker
from infocus.library.verifier import check, leaks
from infocus.library.withholding import withheld
from infocus.networks.actors import actor_of
from infocus.records.entries import sources
from infocus.settings import Settings

log = structlog.get_logger()
EVERY = timedelta(minutes=10)
READERS = 12
"""Sets of rights whose searches are looked at in one round, beside those of who is not signed in."""
HITS = 40
BUILT = 10
"""Hits of each reader that are built anew, to compare their passages, too."""
_ACCOUNTS = 200
_choice = random.SystemRandom()


@periodic("library.rights", EVERY)
def inspect_rights() -> None:
    """Look at some hundred hits; what leaks is told, counted, withheld from now on and indexed again."""
    settings: Settings = current_app.extensions["infocus.settings"]
    if not settings.search_check:
        return
    checked, wrong = 0, 0
    try:
        for actor in _readers():
            hits = _some_hits(engines().search, actor)
            found = leaks(actor, tuple(dict.fromkeys((*check(actor, hits), *_passages_astray(actor, hits)))))
            checked, wrong = checked + len(hits), wrong + len(found)
            _mend([hit for hit in hits if hit.record in found])
    except SearchUnavailable:  # the feed notices, and builds it anew
        return
    finally:
        db.session.rollback()
        count_in_worker(Path(current_app.instance_path), checked, wrong)


def _readers() -> Iterator[Actor]:
    """People of different rights, drawn by lot, and nobody in particular."""
    ids = list(db.session.scalars(select(Account.person_id)))
    seen = {ANONYMOUS.keys}
    yield ANONYMOUS
    for person in _choice.sample(ids, min(len(ids), _ACCOUNTS)):
        account = db.session.get(Account, person)
        actor = actor_of(account) if account is not None and account.active else ANONYMOUS
        if actor.keys not in seen:
            seen.add(actor.keys)
            yield actor
            if len(seen) > READERS:
                return


def _some_hits(index: SearchIndex, actor: Actor) -> Sequence[Hit]:
    """Hits at a random place of everything this reader is shown."""
    exclude = withheld(index)
    total = index.search(Query(text="", audience=actor.keys, exclude=exclude, limit=1)).total
    start = _choice.randrange(max(1, min(total, MAX_OFFSET) - HITS + 1))
    return index.search(Query(text="", audience=actor.keys, exclude=exclude, limit=HITS, offset=start)).hits


def _passages_astray(actor: Actor, hits: Sequence[Hit]) -> Iterator[str]:
    """Records among some of the hits that show a passage whose own audience is narrower than this reader's rights."""
    known = sources()
    for hit in _choice.sample(hits, min(len(hits), BUILT)):
        entries = known[hit.type].build(hit.record) if hit.type in known else None
        keys: dict[str, frozenset[str]] = {}
        for entry in entries or ():
            keys[entry.url] = keys.get(entry.url, frozenset()) | entry.audience
        if any(passage.url in keys and actor.keys.isdisjoint(keys[passage.url]) for passage in hit.passages):
            yield hit.record


def _mend(hits: Sequence[Hit]) -> None:
    if hits:
        with unit_of_work():
            for hit in hits:
                changed(hit.type, hit.record, narrowed=True)

"""Checks what searches show against the rights as the database has them now, and raises the alarm over a leak.

The index filters by the audience it was given. A share of all searches is compared with the database before it is
shown, and the worker compares some on its own. What the database does not let the reader read is taken off the page in
any case. It is a *leak* only when the index should have known better: not while a change is on its way.
"""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import structlog
from flask import current_app
from sqlalchemy import select

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.changes import Change
from infocus.core.db import db
from infocus.engines.bound import engines
from infocus.engines.search.port import Hit, Result, SearchUnavailable
from infocus.library.tallies import here
from infocus.library.withholding import with_attached, withheld
from infocus.records.entries import Audience, audiences, sources
from infocus.settings import Settings

log = structlog.get_logger()
ON_ITS_WAY = timedelta(minutes=1)
"""A change so young may have come between a search and its check."""
_choice = random.SystemRandom()


def verified(actor: Actor, result: Result) -> Result:
    """A page of answers without what the actor may not read; a share of the pages is looked at (``search_check``)."""
    settings: Settings = current_app.extensions["infocus.settings"]
    if not result.hits or _choice.random() >= settings.search_check:
        return result
    unreadable = check(actor, result.hits)
    here.add(len(result.hits), len(leaks(actor, unreadable)))
    if not unreadable:
        return result
    kept = tuple(hit for hit in result.hits if hit.record not in unreadable)
    return replace(result, hits=kept, total=max(result.total - len(unreadable), len(kept)))


def check(actor: Actor, hits: Sequence[Hit]) -> tuple[str, ...]:
    """The ids of the hits that the actor may not read now, by the rule of ``records.policy.readable``.

    One query for all records, one for all comments, however many hits there are.
    """
    known = sources()
    asked: dict[Audience, list[str]] = {}
    for hit in hits:
        source = known.get(hit.type)
        asked.setdefault(source.audience if source else audiences, []).append(hit.record)
    present: dict[str, frozenset[str]] = {}
    for audience, ids in asked.items():
        present.update(audience(ids))
    return tuple(hit.record for hit in hits if actor.keys.isdisjoint(present.get(hit.record, ())))


def leaks(actor: Actor, unreadable: Sequence[str]) -> tuple[str, ...]:
    """Those among the unreadable that the index should not have shown; each is told in the log, by its id only."""
    if not unreadable:
        return ()
    young = select(Change.subject).where(Change.at > clock.now() - ON_ITS_WAY, Change.subject.is_not(None))
    excused = with_attached(set(db.session.scalars(young)))
    try:
        excused |= withheld(engines().search)
    except SearchUnavailable:  # damaged since: nothing more can be said of it
        return ()
    found = tuple(record for record in unreadable if record not in excused)
    if found:
        log.error("search_leak", records=found, person=actor.person_id)
    return found

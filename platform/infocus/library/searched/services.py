"""Write down what was searched for; let go of it again."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, exists, func, select

from infocus.accounts.models import Account, Person
from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.ids import is_id
from infocus.core.permissions import Permission, require
from infocus.library.searched.models import FOLDED, LONGEST, HistoryOff, MissedSearch, PastSearch
from infocus.library.signing import keyed
from infocus.networks.models import Network

AGAIN = timedelta(minutes=10)
"""The same search within this time is the same row."""
MOST = 200
KEPT = timedelta(days=90)
UNSHOWN = timedelta(days=30)
"""How long words that one person alone has looked for wait for a second one."""
SHOWN = timedelta(days=365)
_PERSONAL = re.compile(r"@|(?:\d[\s./()+-]*){6}")
"""Addresses, telephone numbers and numbers of files are not what a library lacks."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A search as it happened; ``missed``: nothing had all of its words, and no filter was the reason."""

    person: str
    networks: frozenset[str]
    search: str
    words: str
    folded: str
    total: int
    missed: bool
    language: str
    at: datetime


def store(noted: Iterable[Noted]) -> None:
    """Write searches down inside the present unit of work; nothing of people who do not want it kept, or are gone.

    The number of questions to the database does not depend on how many searches there are.
    """
    waiting = list(noted)
    people = {each.person for each in waiting}
    wants_none = exists().where(HistoryOff.person_id == Person.id)
    known = set(db.session.scalars(select(Person.id).where(Person.id.in_(people), ~wants_none)))
    kept = [each for each in waiting if each.person in known]
    if not kept:
        return
    added = _add_to_history(kept)
    _add_to_missed([each for each in added if each.missed and _can_be_missing(each)])
    db.session.flush()
    _keep_the_newest({each.person for each in added})


def remove_one(actor: Actor, past_id: str) -> None:
    """Forget one search. Raises ``NotFound`` when it is not the person's own."""
    past = db.session.get(PastSearch, past_id) if is_id(past_id) else None
    if past is None or past.person_id != actor.person:
        raise NotFound
    db.session.delete(past)


def remove_all(actor: Actor) -> None:
    """Forget all searches of the person."""
    db.session.execute(delete(PastSearch).where(PastSearch.person_id == actor.person))


def set_keeping(actor: Actor, keep: bool) -> None:
    """Keep the person's searches from now on, or nothing of them; what is kept stays until it is removed."""
    row = db.session.get(HistoryOff, actor.person)
    if keep and row is not None:
        db.session.delete(row)
    elif not keep and row is None:
        db.session.add(HistoryOff(person_id=actor.person))


def set_hidden(actor: Actor, network: Network, missed: MissedSearch, hidden: bool) -> None:
    """Take words off the list of what is missing, or put them back."""
    require(actor, Permission.READ_MISSED_SEARCHES, network)
    missed.hidden_at = clock.now() if hidden else None


def purge() -> None:
    """Delete what is older than is said on the page, and the history of people without an active account."""
    now = clock.now()
    active = select(Account.person_id).where(Account.active)
    db.session.execute(delete(PastSearch).where((PastSearch.at < now - KEPT) | PastSearch.person_id.not_in(active)))
    lone = MissedSearch.mark.is_not(None) & (MissedSearch.last_at < now - UNSHOWN)
    db.session.execute(delete(MissedSearch).where(lone | (MissedSearch.last_at < now - SHOWN)))


def _add_to_history(noted: list[Noted]) -> list[Noted]:
    """Those that are searches of their own, and not the one of a moment ago again."""
    lately = select(PastSearch).where(
        PastSearch.person_id.in_({each.person for each in noted}),
        PastSearch.at > min(each.at for each in noted) - AGAIN,
    )
    known = {(past.person_id, past.search): past for past in db.session.scalars(lately.order_by(PastSearch.at))}
    added = []
    for each in noted:
        past = known.get((each.person, each.search))
        if past is not None and past.at > each.at - AGAIN:
            past.at, past.total = max(past.at, each.at), each.total
            continue
        past = PastSearch(person_id=each.person, search=each.search, words=each.words, folded=each.folded, at=each.at)
        past.total = each.total
        db.session.add(past)
        known[each.person, each.search] = past
        added.append(each)
    return added


def _keep_the_newest(people: set[str]) -> None:
    counted = select(PastSearch.person_id).where(PastSearch.person_id.in_(people)).group_by(PastSearch.person_id)
    for person in db.session.scalars(counted.having(func.count() > MOST)).all():
        mine = select(PastSearch.id).where(PastSearch.person_id == person).order_by(PastSearch.at.desc(), PastSearch.id)
        old = list(db.session.scalars(mine.offset(MOST)))
        db.session.execute(delete(PastSearch).where(PastSearch.id.in_(old)))


def _can_be_missing(noted: Noted) -> bool:
    return bool(noted.folded) and len(noted.words) <= LONGEST and not _PERSONAL.search(noted.words)


def _add_to_missed(noted: list[Noted]) -> None:
    networks = {network_id for each in noted for network_id in each.networks}
    alike = select(MissedSearch).where(
        MissedSearch.network_id.in_(networks), MissedSearch.folded.in_({each.folded[:FOLDED] for each in noted})
    )
    known = {(row.network_id, row.folded): row for row in db.session.scalars(alike)} if networks else {}
    for each in noted:
        folded = each.folded[:FOLDED]
        for network_id in sorted(each.networks):
            mark = keyed("missed search", network_id, folded, each.person)
            row = known.get((network_id, folded))
            if row is None:
                row = MissedSearch(network_id=network_id, folded=folded, words=each.words.lower()[:LONGEST], mark=mark)
                row.count, row.languages, row.first_at, row.last_at = 1, [each.language], each.at, each.at
                db.session.add(row)
                known[network_id, folded] = row
                continue
            row.count += 1
            row.last_at = max(row.last_at, each.at)
            row.languages = sorted({*row.languages, each.language})
            row.mark = row.mark if row.mark == mark else None

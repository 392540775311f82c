"""Looks what newly answers saved searches: only among records that changed since each was last looked at."""

from collections.abc import Callable
from dataclasses import dataclass

import structlog
from sqlalchemy import select

from infocus.accounts.models import Account
from infocus.core import changes, clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Invalid
from infocus.library.saved.answers import answers_among
from infocus.library.saved.models import Alert, SavedSearch, SavedSearchMatch
from infocus.library.saved.queries import shared
from infocus.library.saved.services import path_of
from infocus.library.shapes import SearchForm
from infocus.networks.actors import actor_of_person
from infocus.notifications.services import notify
from infocus.records.models import Record
from infocus.records.policy import readable

log = structlog.get_logger()
SLICE = 25
"""Searches that are looked at in one go, and committed together."""
CHANGES = 500
KIND = "search-match"
Reader = Callable[[str], SearchForm]


@dataclass(frozen=True, slots=True)
class Finding:
    """What one look found: ``records`` answer among what changed after ``cursor`` up to ``reached``."""

    saved_id: str
    cursor: int
    reached: int
    records: frozenset[str] = frozenset()


def due(until: int, limit: int = SLICE) -> list[SavedSearch]:
    """Saved searches of active accounts that were not looked at up to this place of the change log yet."""
    waiting = (
        select(SavedSearch)
        .join(Account, Account.person_id == SavedSearch.person_id)
        .where(Account.active, SavedSearch.removed_at.is_(None), SavedSearch.cursor < until)
    )
    return list(db.session.scalars(waiting.order_by(SavedSearch.person_id, SavedSearch.id).limit(limit)))


def look(until: int, form_of: Reader) -> list[Finding]:
    """Ask the index for a slice of what is due, each with its owner's own rights; writes nothing.

    One question to the index for a saved search, and none where no record changed. Raises ``SearchUnavailable``.
    """
    changed: dict[int, tuple[int, list[str]]] = {}
    actors: dict[str, Actor | None] = {}
    found = []
    for saved in due(until):
        if saved.cursor not in changed:
            changed[saved.cursor] = _changed(saved.cursor, until)
        if saved.person_id not in actors:
            actors[saved.person_id] = actor_of_person(saved.person_id)
        reached, records = changed[saved.cursor]
        answers = _answers(actors[saved.person_id], form_of(saved.search), records, saved.id)
        found.append(Finding(saved.id, saved.cursor, reached, answers))
    return found


def keep(finding: Finding) -> None:
    """Store what is new and tell its owner, inside the present unit of work: both or neither, and once.

    Rights are asked for again here; a finding that another worker was faster with changes nothing.
    """
    saved = db.session.get(SavedSearch, finding.saved_id, with_for_update=True)
    if saved is None or saved.removed_at is not None or saved.cursor != finding.cursor:
        return
    saved.cursor = finding.reached
    actor = actor_of_person(saved.person_id) if finding.records else None
    if actor is None or not actor.memberships:
        return
    known = set(
        db.session.scalars(
            select(SavedSearchMatch.record_id).where(
                SavedSearchMatch.saved_id == saved.id, SavedSearchMatch.record_id.in_(finding.records)
            )
        )
    )
    wanted = select(Record).where(Record.id.in_(finding.records - known), readable(actor), shared())
    told = []
    for record in db.session.scalars(wanted.order_by(Record.updated_at.desc(), Record.id.desc())).unique():
        new = record.author_id != actor.person_id and not (saved.wide and record.created_at < saved.created_at)
        db.session.add(SavedSearchMatch(saved_id=saved.id, record_id=record.id, at=clock.now(), new=new))
        told += [record] if new else []
    if told and saved.alert != Alert.NONE:
        words = {"count": len(told), "search": saved.name}
        by_mail = saved.alert == Alert.MAIL
        notify(saved.person_id, KIND, told[0], path=path_of(saved), words=words, by_mail=by_mail)


def _changed(cursor: int, until: int) -> tuple[int, list[str]]:
    """The records that changed after ``cursor``, and how far that reaches: not all of it when there is very much."""
    rows = [(row.seq or 0, row.subject) for row in changes.since(cursor, CHANGES)]
    reached = until if len(rows) < CHANGES else min(until, rows[-1][0])
    subjects = {subject for seq, subject in rows if seq <= reached}
    if not subjects:
        return reached, []
    there = select(Record.id).where(Record.id.in_(subjects), Record.removed_at.is_(None), shared())
    return reached, list(db.session.scalars(there.order_by(Record.id)))


def _answers(actor: Actor | None, form: SearchForm, records: list[str], saved_id: str) -> frozenset[str]:
    if not records or actor is None or not actor.memberships:
        return frozenset()
    try:
        return frozenset(answers_among(actor, form, records))
    except (Invalid, ValueError) as error:  # a search that cannot be asked any more must not hold up the others
        log.warning("saved_search_not_asked", saved=saved_id, error=repr(error))
        return frozenset()

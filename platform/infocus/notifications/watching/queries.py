"""Who watches what, and what one watches oneself."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, or_, select, tuple_

from infocus.comments.models import Comment
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.paging import Page, keyset
from infocus.networks.models import Network, Partner
from infocus.notifications.watching.models import How, Subject, Watch
from infocus.notifications.words import THEMES
from infocus.records.models import Record
from infocus.records.policy import readable
from infocus.records.terms import terms_of
from infocus.records.urls import record_path
from infocus.vocabularies.registry import label

STRONGEST = ("record", "own", "commented", "within", "partner", "network", "theme")
"""The reason given when there are several: the nearest."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a person is told, what they watch in words (a theme's code), and how its mail comes."""

    why: str
    about: str
    how: str


@dataclass(frozen=True, slots=True)
class Watched:
    """A line of one's list. ``record`` for a record, else ``title`` and ``path`` say what and where."""

    watch: Watch
    title: str
    path: str


def watchers_of(
    record: Record, at: datetime, *, within: Record | None = None, places: bool = False
) -> dict[str, Reason]:
    """Person id → the nearest reason to tell them about what happened to this record at this moment.

    ``within``: the record it belongs to (an output's meeting); with ``places`` also who watches its partner, network
    or themes. Whether they may read it the caller decides.
    """
    found: dict[str, Reason] = {}
    off: set[str] = set()
    names = _names(record, within, places=places)
    pairs = [(subject.value, subject_id) for (subject, subject_id) in names]
    rows = select(Watch).where(tuple_(Watch.subject, Watch.subject_id).in_(pairs))
    by_person: dict[str, list[tuple[str, Reason]]] = {}
    for row in db.session.scalars(rows):
        why, about = names[Subject(row.subject), row.subject_id]
        if why == "record" and row.how == How.OFF:
            off.add(row.person_id)
        if row.how != How.OFF and row.since <= at:
            by_person.setdefault(row.person_id, []).append((why, Reason(why, about, row.how)))
    for person_id, why in _by_themselves(record, at):
        by_person.setdefault(person_id, []).append((why, Reason(why, "", How.USUAL)))
    for person_id, reasons in by_person.items():
        if person_id not in off:
            found[person_id] = min(reasons, key=lambda pair: STRONGEST.index(pair[0]))[1]
    return found


def _names(record: Record, within: Record | None, *, places: bool) -> dict[tuple[Subject, str], tuple[str, str]]:
    """What leads to this record: subject → why, and the words for it."""
    names = {(Subject.RECORD, record.id): ("record", "")}
    if within is not None:
        names[Subject.RECORD, within.id] = ("within", within.title)
    if places:
        names[Subject.NETWORK, record.network_id] = ("network", record.network.name)
        if record.partner is not None:
            names[Subject.PARTNER, record.partner.id] = ("partner", record.partner.label)
        for code in terms_of([record.id]).get(record.id, {}).get(THEMES, []):
            names[Subject.THEME, code] = ("theme", code)
    return names


def _by_themselves(record: Record, at: datetime) -> Iterable[tuple[str, str]]:
    if record.author_id:
        yield record.author_id, "own"
    wrote = select(Comment.author_id).where(
        Comment.record_id == record.id, Comment.removed_at.is_(None), Comment.created_at <= at
    )
    for person_id in db.session.scalars(wrote.distinct()):
        yield person_id, "commented"


def watch_of(actor: Actor, subject: Subject, subject_id: str) -> Watch | None:
    """One's own watch of a thing, also one that is off."""
    return db.session.scalar(
        select(Watch).where(
            Watch.person_id == actor.person, Watch.subject == subject.value, Watch.subject_id == subject_id
        )
    )


def watches(actor: Actor, record: Record) -> bool:
    """Whether a person watches a record, by a row or by themselves."""
    row = watch_of(actor, Subject.RECORD, record.id)
    if row is not None:
        return row.how != How.OFF
    if record.author_id == actor.person:
        return True
    wrote = (Comment.record_id == record.id) & (Comment.author_id == actor.person) & Comment.removed_at.is_(None)
    return bool(db.session.scalar(select(exists().where(wrote))))


def own_watches(actor: Actor, *, cursor: str | None = None, limit: int = 30) -> Page[Watched]:
    """What one chose to watch and may still read, newest first; a constant number of queries."""
    rows = select(Watch).outerjoin(Record, (Watch.subject == Subject.RECORD) & (Record.id == Watch.subject_id))
    mine = rows.where(
        Watch.person_id == actor.person,
        Watch.how != How.OFF,
        or_(Watch.subject != Subject.RECORD, readable(actor)),
    )
    page = keyset(mine, [Watch.id], lambda row: [row.id], cursor=cursor, limit=limit)
    return Page(_in_words(list(page.items)), page.next)


def _in_words(rows: list[Watch]) -> list[Watched]:
    ids: dict[str, list[str]] = {subject.value: [] for subject in Subject}
    for row in rows:
        ids[row.subject].append(row.subject_id)
    records = {
        each.id: each for each in db.session.scalars(select(Record).where(Record.id.in_(ids["record"]))).unique()
    }
    partners = {each.id: each for each in db.session.scalars(select(Partner).where(Partner.id.in_(ids["partner"])))}
    wanted = {*ids["network"], *(each.network_id for each in partners.values())}
    networks = {each.id: each for each in db.session.scalars(select(Network).where(Network.id.in_(wanted)))}
    found = []
    for row in rows:
        match row.subject:
            case "record" if row.subject_id in records:
                record = records[row.subject_id]
                found.append(Watched(row, record.title, record_path(record)))
            case "partner" if row.subject_id in partners:
                partner = partners[row.subject_id]
                path = f"/{networks[partner.network_id].slug}/partners/{partner.slug}"
                found.append(Watched(row, partner.label, path))
            case "network" if row.subject_id in networks:
                network = networks[row.subject_id]
                found.append(Watched(row, network.name, f"/{network.slug}"))
            case "theme":
                found.append(Watched(row, label(THEMES, row.subject_id), f"/practices?theme={row.subject_id}"))
    return found

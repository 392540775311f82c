"""Reads of collections, always for an actor: of each only what is about practices this reader may read."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Select, func, select

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.paging import Page, instant, keyset
from infocus.core.permissions import Permission, allows
from infocus.networks.models import Network
from infocus.practices.collections.models import Collection, Pick
from infocus.practices.collections.policy import MAKERS
from infocus.practices.models import SHARED, Practice, PracticeState
from infocus.practices.queries import withdrawn_from
from infocus.records.models import Record, Visibility
from infocus.records.queries import visible

OFFERED = 8
MOST_OWN = 100


@dataclass(frozen=True, slots=True)
class Shown:
    """A pick as one reader finds it. ``practice`` is ``None`` where it may not be read, which only curators are told.

    ``withdrawn``: its city took it back; nothing but that is said. ``fewer``: not everybody who may read the
    collection may read the practice.
    """

    pick: Pick
    practice: Practice | None
    withdrawn: bool = False
    fewer: bool = False


def shown(actor: Actor, collection: Collection) -> list[Shown]:
    """The picks in order. What this reader may not read is left out, unless they curate the collection."""
    found = [_shown(actor, collection, pick, known) for pick, known in _known(actor, collection.picks)]
    if allows(actor, Permission.EDIT_COLLECTION, collection):
        return found
    return [each for each in found if each.practice is not None]


def read_of(actor: Actor, collections: Sequence[Collection]) -> dict[str, list[tuple[Pick, Practice]]]:
    """Collection id → the picks whose practices this reader may read and that stand; one query for any number."""
    picks = [pick for each in collections for pick in each.picks]
    found: dict[str, list[tuple[Pick, Practice]]] = {each.id: [] for each in collections}
    for pick, practice in _known(actor, picks):
        if practice is not None and practice.state != PracticeState.WITHDRAWN:
            found[pick.collection_id].append((pick, practice))
    return found


def _known(actor: Actor, picks: Sequence[Pick]) -> list[tuple[Pick, Practice | None]]:
    ids = {pick.practice_id for pick in picks}
    rows = db.session.scalars(visible(actor, Practice).where(Practice.id.in_(ids))).unique() if ids else ()
    practices = {practice.id: practice for practice in rows}
    return [(pick, practices.get(pick.practice_id)) for pick in picks]


def _shown(actor: Actor, collection: Collection, pick: Pick, practice: Practice | None) -> Shown:
    if practice is None:
        gone = withdrawn_from(actor, pick.practice_id)
        return Shown(pick, gone, withdrawn=gone is not None, fewer=True)
    if practice.state == PracticeState.WITHDRAWN:
        return Shown(pick, practice, withdrawn=True, fewer=True)
    return Shown(pick, practice, fewer=not reaches(practice, collection.visibility, collection.network_id))


def reaches(practice: Practice, visibility: str, network_id: str) -> bool:
    """Whether everybody whom a visibility names, in this network, reads the practice."""
    enough = {"public"}
    if visibility != Visibility.PUBLIC:
        enough.add("all")
    if visibility == Visibility.NETWORK:
        enough.add(f"network:{network_id}")
    return not enough.isdisjoint(practice.stored_keys)


def not_public(rows: Sequence[Shown]) -> list[Practice]:
    """The practices among these that not everyone may read; withdrawn ones are said by themselves."""
    standing = [row.practice for row in rows if row.practice is not None and not row.withdrawn]
    return [each for each in standing if "public" not in each.stored_keys]


def list_collections(
    actor: Actor, networks: Sequence[str] = (), *, cursor: str | None = None, limit: int = 20
) -> Page[Collection]:
    """One page of what the actor may read, of some networks (by short name) or of all; the newest change first."""
    rows = visible(actor, Collection)
    if networks:
        rows = rows.where(Record.network_id.in_(select(Network.id).where(Network.slug.in_(networks))))
    return keyset(
        rows,
        [Record.updated_at, Record.id],
        lambda row: [row.updated_at.isoformat(), row.id],
        cursor=cursor,
        limit=limit,
        parse=lambda values: (instant(values[0]), values[1]),
    )


def collections_with(actor: Actor, practice: Practice) -> Sequence[Collection]:
    """The collections this practice is in, as far as the actor reads them, by title."""
    held = visible(actor, Collection).join(Pick, Pick.collection_id == Collection.id)
    rows = db.session.scalars(held.where(Pick.practice_id == practice.id)).unique()
    return sorted(rows, key=lambda row: (row.title.casefold(), row.id))


def curated_by(actor: Actor) -> list[Collection]:
    """What the actor may add practices to, the newest change first."""
    networks = {member.network_id for member in actor.memberships if member.role in MAKERS}
    if not networks:
        return []
    rows = visible(actor, Collection).where(Record.network_id.in_(networks)).order_by(Record.updated_at.desc())
    found = db.session.scalars(rows.limit(MOST_OWN)).unique()
    return [each for each in found if allows(actor, Permission.EDIT_COLLECTION, each)]


def titled(actor: Actor, words: str, *, limit: int = OFFERED) -> Sequence[Practice]:
    """Shared practices the actor reads: those called so, else those whose titles hold these words."""
    words = words.strip()
    if not words:
        return []
    called = _offered(actor).where(func.lower(Record.title) == func.lower(words))
    exact = list(db.session.scalars(called.limit(limit)).unique())
    if exact:
        return exact
    holding = _offered(actor).where(Record.title.icontains(words, autoescape=True))
    return list(db.session.scalars(holding.order_by(Record.title, Record.id).limit(limit)).unique())


def _offered(actor: Actor) -> Select[Practice]:
    return visible(actor, Practice).where(Record.state.in_(SHARED))


def picked_by(person_id: str) -> Sequence[tuple[Pick, str]]:
    """What a person put into collections, oldest first, each with the collection's title."""
    own = select(Pick, Record.title).join(Record, Record.id == Pick.collection_id)
    rows = db.session.execute(own.where(Pick.by_id == person_id, Record.removed_at.is_(None)).order_by(Pick.id))
    return [(row[0], str(row[1])) for row in rows]


def made_by(person_id: str) -> Sequence[Collection]:
    """The collections a person made, oldest first."""
    own = select(Collection).where(Collection.author_id == person_id, Collection.removed_at.is_(None))
    return list(db.session.scalars(own.order_by(Collection.id)).unique())


def holding(practice_id: str) -> Sequence[str]:
    """The ids of the standing collections a practice is in, whoever reads them."""
    held = select(Pick.collection_id).join(Record, Record.id == Pick.collection_id)
    return list(db.session.scalars(held.where(Pick.practice_id == practice_id, Record.removed_at.is_(None))))

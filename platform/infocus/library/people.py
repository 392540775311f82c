"""People whose name is being typed: members of the networks the reader belongs to, and nobody else's."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import ColumnElement, Select, select

from infocus.accounts.models import Person
from infocus.core.actor import Actor, Role
from infocus.core.db import db
from infocus.engines.search.text import clean, fold, words
from infocus.networks.models import MembershipRow, Partner

_ORDER = {role.value: number for number, role in enumerate(Role)}


@dataclass(frozen=True, slots=True)
class Known:
    """A person with their first role, and the city it is for."""

    id: str
    name: str
    role: str
    city: str


def people_beginning(actor: Actor, typed: str, limit: int = 3) -> list[Known]:
    """Members of the actor's networks of whose name some parts go on from every typed word, by name.

    Asked of the memberships of this moment each time, so that who left or was renamed a moment ago is right at once;
    accents and capitals do not matter. Two short queries.
    """
    wanted = _parts(typed)
    if not wanted or not actor.memberships:
        return []
    members = dict(db.session.execute(_members(actor)).all())
    named = sorted(
        ((person_id, name) for person_id, name in members.items() if _begins(name, wanted)),
        key=lambda each: (each[1].casefold(), each[0]),
    )[:limit]
    places = _places(actor, [person_id for person_id, _name in named]) if named else {}
    return [Known(person_id, name, *places.get(person_id, ("", ""))) for person_id, name in named]


def names_of(actor: Actor, ids: Collection[str]) -> dict[str, str]:
    """The names of people by id, of those who belong to a network of the actor's."""
    if not ids or not actor.memberships:
        return {}
    named = _members(actor).where(MembershipRow.person_id.in_(sorted(ids)))
    return dict(db.session.execute(named).all())


def _members(actor: Actor) -> Select[str, str]:
    """Ids and names of who belongs to the actor's networks now; who was erased has no name to be found by."""
    return (
        select(Person.id, Person.name)
        .join(MembershipRow, Person.id == MembershipRow.person_id)
        .where(*_present(actor), Person.former_label.is_(None))
    )


def _places(actor: Actor, ids: Sequence[str]) -> dict[str, tuple[str, str]]:
    """The first role of each of these people in the actor's networks, and the city it is for."""
    asked = (
        select(MembershipRow.person_id, MembershipRow.role, Partner.label)
        .outerjoin(MembershipRow.partner)
        .where(MembershipRow.person_id.in_(ids), *_present(actor))
    )
    rows = sorted(db.session.execute(asked).all(), key=lambda row: _ORDER.get(row[1], len(_ORDER)), reverse=True)
    return {person_id: (role, city or "") for person_id, role, city in rows}


def _present(actor: Actor) -> tuple[ColumnElement[bool], ...]:
    networks = sorted({member.network_id for member in actor.memberships})
    return MembershipRow.network_id.in_(networks), MembershipRow.ended_at.is_(None)


def _begins(name: str, wanted: tuple[str, ...]) -> bool:
    parts = _parts(name)
    return all(any(part.startswith(word) for part in parts) for word in wanted)


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[str, ...]:
    return tuple(fold(word.form) for word in words(clean(name)))

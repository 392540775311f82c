"""Mentions: ``@`` and the full name of somebody in the network who may read the record."""

import re
from collections.abc import Iterable

from sqlalchemy import select

from infocus.accounts.models import Person
from infocus.core.db import db
from infocus.networks.actors import actor_of_person
from infocus.networks.models import MembershipRow
from infocus.records.models import Record

_AT = re.compile(r"(?<![\w@])@(?=\w)")


def find_mentions(text: str, record: Record) -> dict[str, str]:
    """The people named in ``text``: id → name. Only members who may read the record; the longest name wins."""
    if not _AT.search(text):
        return {}
    people = db.session.execute(
        select(Person.id, Person.name)
        .join(MembershipRow, MembershipRow.person_id == Person.id)
        .where(MembershipRow.network_id == record.network_id, MembershipRow.ended_at.is_(None))
        .distinct()
    ).all()
    found = named_in(text, ((row.id, row.name) for row in people))
    return {person_id: name for person_id, name in found.items() if _may_read(person_id, record)}


def named_in(text: str, people: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Who of ``people`` (id, name) is named after an ``@``: id → name. The longest name wins."""
    places = [match.end() for match in _AT.finditer(text)]
    by_length = sorted(people, key=lambda pair: -len(pair[1])) if places else []
    found: dict[str, str] = {}
    for place in places:
        rest = text[place : place + 130].casefold()
        for person_id, name in by_length:
            if _begins(rest, name.casefold()):
                found[person_id] = name
                break
    return found


def _begins(text: str, name: str) -> bool:
    return text.startswith(name) and not text[len(name) : len(name) + 1].isalnum()


def _may_read(person_id: str, record: Record) -> bool:
    actor = actor_of_person(person_id)
    return actor is not None and not actor.keys.isdisjoint(record.stored_keys)

"""Everything that goes on from what was typed, in its groups: own searches, words, records, people."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode

from sqlalchemy import select

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.engines.search.port import Completion
from infocus.library.history import recent
from infocus.library.labels import type_label
from infocus.library.people import Known, people_beginning
from infocus.library.queries import suggestions
from infocus.networks.models import Partner
from infocus.networks.words import role_name
from infocus.records.models import Record


class OfferKind(StrEnum):
    """What an offer is; ``search`` is one of the reader's own."""

    WORD = "word"
    RECORD = "record"
    PERSON = "person"
    SEARCH = "search"


@dataclass(frozen=True, slots=True)
class Offer:
    """One completion: its text, where it leads, what it is; the partner's mark where there is one."""

    text: str
    kind: OfferKind
    url: str
    detail: str = ""
    partner: Partner | None = None


OWN, WORDS, RECORDS, PEOPLE = 2, 4, 4, 3
"""The most of each that are offered: what a small screen shows without scrolling far."""
_ASKED = 12


def offers(actor: Actor, typed: str) -> list[Offer]:
    """Own searches, words and titles of the index, people of the actor's networks. Raises ``SearchUnavailable``.

    A comment has its record's title, so that it would only say the same again.
    """
    found = suggestions(actor, typed, _ASKED)
    records = [each for each in found if each.record and each.type != "comment"][:RECORDS]
    partners = _partners_of(records)
    own = [Offer(each.words, OfferKind.SEARCH, f"/library?{each.search}") for each in recent(actor, typed, OWN)]
    said = {each.text for each in own}
    words = [each.text for each in found if not each.record and each.text not in said]
    return [
        *own,
        *(_word(each) for each in words[:WORDS]),
        *(_record(each, partners.get(each.record)) for each in records),
        *(_person(each) for each in people_beginning(actor, typed, PEOPLE)),
    ]


def _word(text: str) -> Offer:
    return Offer(text, OfferKind.WORD, f"/library?{urlencode({'q': text})}")


def _record(found: Completion, partner: Partner | None) -> Offer:
    detail = " · ".join(filter(None, (type_label(found.type), partner.label if partner else "")))
    return Offer(found.text, OfferKind.RECORD, found.url, detail, partner)


def _person(person: Known) -> Offer:
    detail = " · ".join(filter(None, (role_name(person.role), person.city)))
    return Offer(person.name, OfferKind.PERSON, f"/library?{urlencode({'author': person.id})}", detail)


def _partners_of(records: Sequence[Completion]) -> dict[str, Partner]:
    """Record id → its partner, in one query."""
    ids = [each.record for each in records]
    if not ids:
        return {}
    asked = select(Record.id, Partner).join(Partner, Partner.id == Record.partner_id).where(Record.id.in_(ids))
    return dict(db.session.execute(asked).all())

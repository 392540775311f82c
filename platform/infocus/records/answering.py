"""Who answers for a record: the one function behind questions, reminders and notifications to its owner."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select

from infocus.core.actor import Role
from infocus.core.db import db
from infocus.networks.mailboxes import mailbox_of
from infocus.networks.successors import counts_records, follow, present_in, successors_of
from infocus.records.models import Record


@dataclass(frozen=True, slots=True)
class Answering:
    """``owner``: the author while they belong to the city, else their successor, else nobody.

    ``coordinators`` answer beside the owner (the leads, for a record without a city). ``mailbox``: the functional
    mailbox, confirmed, or empty; mail goes there when there is no ``owner``, and where a matter must not wait.
    """

    owner: str | None
    coordinators: frozenset[str]
    mailbox: str
    language: str

    @property
    def people(self) -> frozenset[str]:
        """Everybody who is told: owner and coordinators."""
        return self.coordinators | ({self.owner} if self.owner else set())

    @property
    def to_mailbox(self) -> str:
        """The functional mailbox where the owner is gone without a successor, else empty."""
        return "" if self.owner else self.mailbox


def who_answers(record: Record) -> Answering:
    """Who answers for a record now; two queries, however many people there are.

    An author whose account ended, or who left the record's city and holds no role in the network itself, has left.
    """
    present = present_in(record.network_id, record.partner_id)
    answers = Role.COORDINATOR if record.partner_id else Role.LEAD
    return Answering(
        owner=follow(record.author_id, successors_of(record.partner_id), present),
        coordinators=frozenset(person for person, roles in present.items() if answers in roles),
        mailbox=mailbox_of(record.partner),
        language=record.language,
    )


@counts_records
def written_for(partner_id: str) -> Mapping[str, int]:
    """How many standing records each person wrote for this partner; one query."""
    rows = select(Record.author_id, func.count()).where(
        Record.partner_id == partner_id, Record.author_id.is_not(None), Record.removed_at.is_(None)
    )
    return {str(person): int(count) for person, count in db.session.execute(rows.group_by(Record.author_id))}

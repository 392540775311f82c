"""What is loaded so far, by the names the content uses; and what still has to be made into files."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from infocus.accounts.models import Person
from infocus.core.actor import Actor
from infocus.core.ids import new_id
from infocus.meetings.models import MeetingSession
from infocus.networks.actors import actor_of_person
from infocus.networks.models import Network, Partner
from infocus.records.models import Record


def id_at(moment: datetime) -> str:
    """An id as it would have been given at ``moment``: lists that go by id show what was written when."""
    return new_id(int(moment.timestamp() * 1000))


def ids_from(moment: datetime) -> Iterator[str]:
    """Ids in the order they are taken, a millisecond apart from ``moment``, so that lists keep the content's order."""
    return (id_at(moment + timedelta(milliseconds=number)) for number in count())


@dataclass(slots=True)
class Book:
    """One network while it is loaded. ``records`` are under ``practice:KEY``, ``output:KEY`` and so on.

    ``files`` are the payloads of the files that the worker makes (``demo.jobs``).
    """

    network: Network
    now: datetime
    people: dict[str, Person] = field(default_factory=dict)
    partners: dict[str, Partner] = field(default_factory=dict)
    homes: dict[str, Partner] = field(default_factory=dict)
    records: dict[str, Record] = field(default_factory=dict)
    sessions: dict[str, MeetingSession] = field(default_factory=dict)
    files: list[dict[str, Any]] = field(default_factory=list)
    _actors: dict[str, Actor] = field(default_factory=dict)

    def actor(self, email: str) -> Actor:
        """The person with the rights they hold once everything before is stored."""
        if email not in self._actors:
            found = actor_of_person(self.people[email].id)
            if found is None:
                raise LookupError(email)
            self._actors[email] = found
        return self._actors[email]

    def forget_actors(self) -> None:
        """Have rights read anew: a seat or a role was given."""
        self._actors.clear()

    def named(self, emails: tuple[str, ...]) -> str:
        """Names with their cities, as a programme prints them."""
        return ", ".join(self._name(email) for email in emails)

    def _name(self, email: str) -> str:
        home = self.homes.get(email)
        return f"{self.people[email].name} ({home.label})" if home else self.people[email].name

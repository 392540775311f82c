"""What the report of a meeting is made of, for an actor: what they may not read is not among it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from infocus.core.actor import Actor
from infocus.meetings.agreed.queries import OpenAction, carried_into
from infocus.meetings.minutes.sections import Section
from infocus.meetings.minutes.services import shown_sections
from infocus.meetings.models import Coming, Meeting, Participant
from infocus.meetings.people.policy import may_see_list
from infocus.meetings.people.queries import counts, was_there
from infocus.meetings.queries import ShownSession, programme


@dataclass(frozen=True, slots=True)
class Group:
    """Who was there for one partner, by name; ``city`` is empty for guests and others."""

    city: str
    people: tuple[Participant, ...]


@dataclass(frozen=True, slots=True)
class Material:
    """All of it. ``there`` is ``None`` for who may not see names; ``coming``: how many had said they would come."""

    meeting: Meeting
    sessions: Sequence[ShownSession]
    there: tuple[Group, ...] | None
    coming: int
    minutes: Sequence[Section]
    carried: Sequence[OpenAction]


def material_for(actor: Actor, meeting: Meeting) -> Material:
    """What this reader may see of a meeting they read."""
    sees = may_see_list(actor, meeting)
    return Material(
        meeting=meeting,
        sessions=programme(actor, meeting, whole=True),
        there=by_partner(was_there(meeting)) if sees else None,
        coming=counts(meeting)[Coming.YES] if sees else 0,
        minutes=[section for section in shown_sections(meeting) if section.text.strip()],
        carried=carried_into(actor, meeting),
    )


def by_partner(people: Sequence[Participant]) -> tuple[Group, ...]:
    """The partners by name with their people in the given order; last whoever is of none."""
    groups: dict[str, list[Participant]] = defaultdict(list)
    for row in people:
        groups[row.partner.label if row.partner else ""].append(row)
    cities = sorted(groups, key=lambda city: (not city, city))
    return tuple(Group(city, tuple(groups[city])) for city in cities)

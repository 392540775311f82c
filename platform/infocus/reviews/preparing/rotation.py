"""The rotation of a review day: which plan at which table in which slot, and who reviews it. Pure, always the same.

Each plan is reviewed once; a city hosts once in a slot; everybody whose city does not host sits at one table of the
slot, as evenly as it goes, and people of one city apart.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

USUAL = (4, 6)
"""Reviewers at a table, as the default rule for critical friends has them."""


@dataclass(frozen=True, slots=True)
class Hosted:
    """A plan to be reviewed and its city."""

    plan: str
    city: str


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Somebody who reviews, and the city they come for."""

    person: str
    city: str


@dataclass(frozen=True, slots=True)
class Sitting:
    """One plan at one table in one slot (both from 0), with its reviewers."""

    slot: int
    table: int
    hosted: Hosted
    reviewers: tuple[Reviewer, ...] = ()


@dataclass(slots=True)
class Rotation:
    """The sittings, and the plans for which there was no place."""

    sittings: list[Sitting] = field(default_factory=list)
    left: list[Hosted] = field(default_factory=list)


def rotate(plans: Sequence[Hosted], people: Sequence[Reviewer], tables: int, slots: int) -> Rotation:
    """Place the plans and spread the reviewers; who is named twice counts once.

    As many of the slots are used as bring the tables nearest to 4 to 6 reviewers; of those alike, the fewest.
    """
    everybody = list({each.person: each for each in people}.values())
    made = [_rotation(plans, everybody, tables, used) for used in range(1, slots + 1)]
    return min(made, key=lambda each: (len(each.left), sum(map(_off, each.sittings))))


def _off(sitting: Sitting) -> int:
    """By how many reviewers a table misses what is usual."""
    return max(0, USUAL[0] - len(sitting.reviewers), len(sitting.reviewers) - USUAL[1])


def _rotation(plans: Sequence[Hosted], everybody: Sequence[Reviewer], tables: int, slots: int) -> Rotation:
    rotation = Rotation()
    for slot, hosts in enumerate(_placed(plans, tables, slots, rotation.left)):
        spread = _spread(hosts, everybody, slot)
        rotation.sittings += [Sitting(slot, table, hosted, spread[table]) for table, hosted in enumerate(hosts)]
    return rotation


def _placed(plans: Sequence[Hosted], tables: int, slots: int, left: list[Hosted]) -> list[list[Hosted]]:
    """The plans of each slot, filled evenly; the city with the most plans first, as it has the fewest ways."""
    grid: list[list[Hosted]] = [[] for _slot in range(slots)]
    counts = Counter(each.city for each in plans)
    for hosted in sorted(dict.fromkeys(plans), key=lambda each: -counts[each.city]):
        free = [row for row in grid if len(row) < tables and all(each.city != hosted.city for each in row)]
        if free:
            min(free, key=len).append(hosted)
        else:
            left.append(hosted)
    return grid


def _spread(hosts: Sequence[Hosted], people: Sequence[Reviewer], slot: int) -> list[tuple[Reviewer, ...]]:
    """The reviewers of each table: dealt round, city by city, and one table further in every slot."""
    if not hosts:
        return []
    hosting = {each.city for each in hosts}
    by_city: dict[str, list[Reviewer]] = defaultdict(list)
    for each in people:
        if each.city not in hosting:
            by_city[each.city].append(each)
    dealt: list[list[Reviewer]] = [[] for _table in hosts]
    for number, each in enumerate(person for city in by_city.values() for person in city):
        dealt[(number + slot) % len(hosts)].append(each)
    return [tuple(table) for table in dealt]


@dataclass(frozen=True, slots=True)
class At:
    """Somebody at a table as it is set: in which slot, at which review, of which city; ``host``: the city reviewed."""

    slot: int
    review: str
    person: str
    city: str
    role: str
    host: str


@dataclass(frozen=True, slots=True)
class Clash:
    """What cannot be. ``twice``: a person at two reviews of a slot; ``own``: a friend of the city under review;
    ``host``: a city (in ``person``) that hosts two reviews of a slot.
    """

    kind: str
    slot: int
    person: str
    reviews: tuple[str, ...]


def clashes(seats: Iterable[At]) -> list[Clash]:
    """Every clash of the tables as they are set; who hosts in a slot cannot sit elsewhere in it."""
    at: dict[tuple[int, str], dict[str, None]] = defaultdict(dict)
    own = []
    hosts: dict[tuple[int, str], dict[str, None]] = defaultdict(dict)
    for each in seats:
        at[each.slot, each.person][each.review] = None
        hosts[each.slot, each.host][each.review] = None
        if each.role == "critical-friend" and each.city and each.city == each.host:
            own.append(Clash("own", each.slot, each.person, (each.review,)))
    twice = [Clash("twice", slot, person, tuple(there)) for (slot, person), there in at.items() if len(there) > 1]
    crowded = [
        Clash("host", slot, city, tuple(there)) for (slot, city), there in hosts.items() if city and len(there) > 1
    ]
    return [*twice, *own, *crowded]

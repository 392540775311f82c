"""Everybody who could knock: two networks with two cities each, every role, the seats of a review, and outsiders."""

from infocus.accounts.models import Person
from infocus.core.actor import Role
from infocus.networks.models import Network, Partner
from tests.support.world import World

PORTO = frozenset({"author", "coordinator", "officer", "ulg"})
OSTRAVA = frozenset({"coordinator-2", "officer-2", "ulg-2", "facilitator", "friend"})
EXPERTS = frozenset({"expert", "adhoc-expert"})
STAFF = EXPERTS | {"lead"}
IN_FOCUS = PORTO | OSTRAVA | STAFF | {"observer", "watcher", "both"}
HARBOUR = frozenset({"officer-b", "coordinator-b", "expert-b", "lead-b", "observer-b", "both"})
MEMBERS = IN_FOCUS | HARBOUR
OUTSIDERS = frozenset({"administrator", "unattached", "former", "visitor"})
EVERYBODY = MEMBERS | OUTSIDERS
A_FEW = frozenset({"author", "officer-2", "lead", "officer-b", "visitor"})
"""Who reads one record is decided in Python: on the second database only these are sent to every single door; its lists
and searches, which are SQL, answer everybody."""
GUEST = "guest"
"""Somebody without an account who was let into one review: not among everybody, since they have no token to try."""
SEATED = frozenset({"facilitator", "friend", "watcher"})

CITY = {
    "author": Role.OFFICER, "officer": Role.OFFICER, "coordinator": Role.COORDINATOR, "ulg": Role.ULG,
}  # fmt: skip
CITY_2 = {
    "coordinator-2": Role.COORDINATOR, "officer-2": Role.OFFICER, "ulg-2": Role.ULG, "facilitator": Role.OFFICER,
    "friend": Role.OFFICER,
}  # fmt: skip
OF_NETWORK = {
    "expert": Role.EXPERT, "adhoc-expert": Role.ADHOC_EXPERT, "lead": Role.LEAD,
    "observer": Role.OBSERVER, "watcher": Role.OBSERVER, "both": Role.OBSERVER,
}  # fmt: skip
OF_NETWORK_B = {"expert-b": Role.EXPERT, "lead-b": Role.LEAD, "observer-b": Role.OBSERVER}


def invite(world: World, network: Network, porto: Partner, ostrava: Partner) -> dict[str, Person]:
    """One person a name; ``visitor`` is nobody and has no row."""
    other = world.network("harbour-towns")
    genova, _second = world.partner(other, "genova"), world.partner(other, "riga")
    people: dict[str, Person] = {}
    for roles, place in ((CITY, porto), (CITY_2, ostrava), (OF_NETWORK, network), (OF_NETWORK_B, other)):
        people |= {name: world.person(role, place) for name, role in roles.items()}
    people["officer-b"] = world.person(Role.OFFICER, genova)
    people["coordinator-b"] = world.person(Role.COORDINATOR, genova)
    people["administrator"] = world.person(is_admin=True)
    people["unattached"] = world.person()
    people["former"] = world.person()
    world.belongs(people["both"], Role.OFFICER, genova)
    return people


def at_every_door(database: str) -> frozenset[str]:
    """Who is sent to every single door, by the kind of database (``sqlite``, ``postgresql``)."""
    return EVERYBODY if database == "sqlite" else A_FEW

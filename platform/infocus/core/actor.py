"""Who acts: a person with the roles they hold right now, and the audience keys they may read with."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum


class Role(StrEnum):
    """The roles of the field. The site administrator is a flag of the person: it gives no right to content."""

    LEAD = "lead"
    EXPERT = "expert"
    ADHOC_EXPERT = "adhoc-expert"
    COORDINATOR = "coordinator"
    OFFICER = "officer"
    ULG = "ulg"
    OBSERVER = "observer"


EXPERTS = frozenset({Role.EXPERT, Role.ADHOC_EXPERT})
STAFF = EXPERTS | {Role.LEAD}
CITY_ROLES = frozenset({Role.COORDINATOR, Role.OFFICER, Role.ULG})


@dataclass(frozen=True, slots=True)
class Membership:
    """One role in one network, for one partner where the role belongs to a city."""

    network_id: str
    network_slug: str
    role: Role
    partner_id: str | None = None
    partner_slug: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """The person behind a request, a socket event or a command; ``ANONYMOUS`` when nobody is signed in.

    ``scopes`` is ``None`` for a session and the token's scopes otherwise; ``extra_keys``: what features add.
    ``visiting``: somebody without an account, who has nothing but what features let them into.
    """

    person_id: str | None = None
    name: str = ""
    language: str = "en"
    time_zone: str = "UTC"
    is_admin: bool = False
    memberships: tuple[Membership, ...] = ()
    scopes: frozenset[str] | None = None
    extra_keys: frozenset[str] = frozenset()
    visiting: bool = False
    keys: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "keys", frozenset(_keys(self)))

    @property
    def signed_in(self) -> bool:
        """Whether it is known who acts: somebody with an account, or a visitor who was let in."""
        return self.person_id is not None

    @property
    def has_account(self) -> bool:
        """Whether somebody is signed in with an account: pages of one's own, history, notifications."""
        return self.signed_in and not self.visiting

    @property
    def person(self) -> str:
        """The person's id; empty when nobody is signed in, so that it equals no author."""
        return self.person_id or ""

    def may_write(self) -> bool:
        """A read-only token may not change anything."""
        return self.scopes is None or "write" in self.scopes

    def roles(self, network_id: str, partner_id: str | None = None) -> frozenset[Role]:
        """The roles in a network; with ``partner_id`` only city roles of that partner."""
        return frozenset(
            m.role
            for m in self.memberships
            if m.network_id == network_id
            and (partner_id is None or (m.partner_id == partner_id and m.role in CITY_ROLES))
        )

    def has(self, network_id: str, *roles: Role) -> bool:
        """Whether the person holds one of ``roles`` in the network, for whatever partner."""
        return bool(self.roles(network_id) & set(roles))

    def has_for(self, network_id: str, partner_id: str | None, *roles: Role) -> bool:
        """Whether the person holds one of the city ``roles`` for that partner."""
        return partner_id is not None and bool(self.roles(network_id, partner_id) & set(roles))

    def partner_in(self, network_id: str) -> str | None:
        """The partner the person speaks for in the network, if any."""
        return next((m.partner_id for m in self.memberships if m.network_id == network_id and m.partner_id), None)


def author_key(network_id: str, person_id: str) -> str:
    """The key of somebody's own records in a network; who leaves the network gives it up with the others."""
    return f"author:{network_id}:{person_id}"


def _keys(actor: Actor) -> set[str]:
    keys = {"public"} | set(actor.extra_keys)
    if actor.person_id is None:
        return keys
    for member in actor.memberships:
        keys |= {"all", f"network:{member.network_id}", author_key(member.network_id, actor.person_id)}
        if member.role in EXPERTS:
            keys.add(f"experts:{member.network_id}")
        if member.partner_id and member.role in CITY_ROLES:
            keys.add(f"partner:{member.partner_id}")
        if member.partner_id and member.role == Role.COORDINATOR:
            keys.add(f"coordinator:{member.partner_id}")
        if member.role == Role.LEAD:
            keys.add(f"lead:{member.network_id}")
    return keys


ANONYMOUS = Actor()

KeySource = Callable[[str], frozenset[str]]
_key_sources: list[KeySource] = []
_visitor_key_sources: list[KeySource] = []


def contributes_keys(source: KeySource) -> KeySource:
    """Register a feature's function person id → further audience keys (for example ``panel:<review>``)."""
    if source not in _key_sources:
        _key_sources.append(source)
    return source


def contributes_visitor_keys(source: KeySource) -> KeySource:
    """As ``contributes_keys``, for people without an account, who are asked for nothing else."""
    if source not in _visitor_key_sources:
        _visitor_key_sources.append(source)
    return source


def contributed_keys(person_id: str, *, visiting: bool = False) -> frozenset[str]:
    """All keys that features add for a person, or for one without an account, read from the database now."""
    sources = _visitor_key_sources if visiting else _key_sources
    return frozenset().union(*(source(person_id) for source in sources))

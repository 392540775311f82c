"""Who may do what in a review: one table event × phase × seating for the room, and predicates for the rest."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from infocus.core.actor import CITY_ROLES, EXPERTS, STAFF, Actor, Role
from infocus.core.permissions import Permission, grants
from infocus.networks.policy import is_open, takes_updates
from infocus.plans.models import Plan
from infocus.reviews.models import Review
from infocus.reviews.vocabulary import Mode, Phase, ReviewState, Seating


class Act(StrEnum):
    """What can be done in a room, by the names of its socket events."""

    SAY = "say"
    SPOKEN = "spoken"
    EDIT = "edit"
    REMOVE = "remove"
    REACT = "react"
    PHASE = "phase"


class Verdict(StrEnum):
    """Allowed; not in this phase; or not at all."""

    YES = "yes"
    PHASE_CLOSED = "phase_closed"
    NOT_ALLOWED = "not_allowed"


NOBODY: frozenset[Seating] = frozenset()
CHAIR = frozenset({Seating.FACILITATOR})
HOST = frozenset({Seating.HOST})
SCRIBES = frozenset({Seating.NOTE_TAKER, Seating.RAPPORTEUR, Seating.FACILITATOR})
PANEL = SCRIBES | {Seating.FRIEND, Seating.EXPERT, Seating.LEAD}
EVERYONE = PANEL | HOST
FACILITATORS = CHAIR | {Seating.LEAD}
"""A facilitator who got lost is replaced by the lead."""

SAY_IN: dict[Phase, frozenset[Seating]] = {
    Phase.OPENING: CHAIR,
    Phase.PITCH: HOST,
    Phase.CLARIFY: EVERYONE,
    Phase.NOTES: NOBODY,  # silent notes only
    Phase.CLUSTER: NOBODY,  # votes only
    Phase.ROUND: PANEL,  # the host listens
    Phase.EXPERIENCE: EVERYONE,
    Phase.REFLECT: HOST,
    Phase.DIALOGUE: EVERYONE,
    Phase.TAKEAWAYS: HOST,
    Phase.CLOSE: EVERYONE,
}
"""Who may write a message, phase by phase (domain.md, section 5)."""


def writers(act: Act, mode: Mode, phase: Phase | None) -> frozenset[Seating]:
    """The seatings that may do ``act`` in this phase of a live review (``phase`` is ``None`` in an open one)."""
    if act is Act.PHASE:
        return FACILITATORS if mode is Mode.GUIDED else NOBODY
    if act is Act.SPOKEN:
        return SCRIBES
    if act is Act.REMOVE:
        return EVERYONE
    if mode is Mode.OPEN:
        return EVERYONE
    if phase is None:
        return NOBODY
    if act is Act.REACT:
        return PANEL if phase is Phase.ROUND else EVERYONE
    return SAY_IN[phase]


def verdict(act: Act, mode: Mode, state: ReviewState, phase: Phase | None, seats: Iterable[Seating]) -> Verdict:
    """Whether somebody with these ``seats`` may do ``act`` now. Own words may be taken back after the review, too."""
    held = frozenset(seats)
    phases: list[Phase | None] = [*Phase] if mode is Mode.GUIDED else [None]
    if not any(held & writers(act, mode, each) for each in phases):
        return Verdict.NOT_ALLOWED
    if act is Act.REMOVE and state is ReviewState.FINISHED:
        return Verdict.YES
    starts = act is Act.PHASE and state is ReviewState.PREPARING
    if not starts and (state is not ReviewState.LIVE or not held & writers(act, mode, phase)):
        return Verdict.PHASE_CLOSED
    return Verdict.YES


def seatings(actor: Actor, review: Review) -> frozenset[Seating]:
    """The seatings of a person at a review's table, from the keys they hold now.

    Who is of the host's city listens as a host does, also when they are lead or expert of the network.
    """
    named = {role for role in Seating if f"seat:{review.id}:{role}" in actor.keys}
    if actor.has_for(review.network_id, review.partner_id, *CITY_ROLES):
        return frozenset(named | {Seating.HOST})
    if actor.has(review.network_id, *EXPERTS):
        named.add(Seating.EXPERT)
    if actor.has(review.network_id, Role.LEAD):
        named.add(Seating.LEAD)
    return frozenset(named)


def acts_by_phase(actor: Actor, review: Review) -> dict[str, list[str]]:
    """What this person may do in each phase while the review is live; ``""`` is an open review's only one."""
    mode, seats = Mode(review.mode), seatings(actor, review)
    phases: list[Phase | None] = [*Phase] if mode is Mode.GUIDED else [None]
    if not actor.may_write():
        return {}
    return {(phase or ""): [act.value for act in Act if seats & writers(act, mode, phase)] for phase in phases}


@dataclass(frozen=True, slots=True)
class Attempt:
    """Somebody tries to do ``act`` in the room of ``review``, whose phase is ``phase``."""

    review: Review
    act: Act
    phase: Phase | None


def judge(actor: Actor, attempt: Attempt) -> Verdict:
    """The verdict on an attempt."""
    review = attempt.review
    seats = seatings(actor, review)
    return verdict(attempt.act, Mode(review.mode), ReviewState(review.state), attempt.phase, seats)


@grants(Permission.ENTER_ROOM)
def may_enter(actor: Actor, review: Review) -> bool:
    """The named table, the host's city, the experts and the lead enter the room and read its transcript."""
    return review.removed_at is None and not actor.keys.isdisjoint(review.room_keys())


@grants(Permission.WRITE_IN_ROOM)
def may_write_in_room(actor: Actor, attempt: Attempt) -> bool:
    """By the table, while the network takes updates."""
    review = attempt.review
    return may_enter(actor, review) and takes_updates(review.network) and judge(actor, attempt) is Verdict.YES


@grants(Permission.FACILITATE_ROOM)
def may_facilitate(actor: Actor, review: Review) -> bool:
    """The facilitator moves the phases; the lead can step in."""
    return may_enter(actor, review) and takes_updates(review.network) and bool(seatings(actor, review) & FACILITATORS)


@grants(Permission.CREATE_REVIEW)
def may_create_review(actor: Actor, plan: Plan) -> bool:
    """Experts and the lead create reviews; a coordinator the one of the own plan."""
    return is_open(plan.network) and (
        actor.has(plan.network_id, *STAFF) or actor.has_for(plan.network_id, plan.partner_id, Role.COORDINATOR)
    )


@grants(Permission.EDIT_REVIEW)
def may_edit_review(actor: Actor, review: Review) -> bool:
    """Experts, the lead, the host's coordinator and the facilitator set the table."""
    return takes_updates(review.network) and (
        actor.has(review.network_id, *STAFF)
        or actor.has_for(review.network_id, review.partner_id, Role.COORDINATOR)
        or Seating.FACILITATOR in seatings(actor, review)
    )

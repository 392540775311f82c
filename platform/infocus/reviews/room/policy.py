"""What may be done in a room: one table, act × mode × phase × seating (domain.md, section 5)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from infocus.core.actor import Actor
from infocus.core.permissions import Permission, grants
from infocus.networks.policy import takes_updates
from infocus.reviews.models import Review
from infocus.reviews.policy import CHAIR, EVERYONE, FACILITATORS, HOST, PANEL, SCRIBES, may_enter, seatings
from infocus.reviews.vocabulary import Mode, Phase, ReviewState, Seating


class Act(StrEnum):
    """What can be done in a room, by the names of its socket events where there is one."""

    SAY = "say"
    ASIDE = "aside"
    SPOKEN = "spoken"
    EDIT = "edit"
    REMOVE = "remove"
    REACT = "react"
    NOTE = "note"
    CLUSTER = "cluster"
    VOTE = "vote"
    HAND = "hand"
    CANNOT_HEAR = "cannot_hear"
    FLOOR = "floor"
    RECOMMEND = "recommend"
    OFF_RECORD = "off_record"
    PHASE = "phase"


class Verdict(StrEnum):
    """Allowed; not in this phase; or not at all."""

    YES = "yes"
    PHASE_CLOSED = "phase_closed"
    NOT_ALLOWED = "not_allowed"


Seats = frozenset[Seating]
NOBODY: Seats = frozenset()
ROUND_ON = tuple(Phase)[tuple(Phase).index(Phase.ROUND) :]
CLUSTERERS = frozenset({Seating.RAPPORTEUR, Seating.FACILITATOR})

SAY_IN: dict[Phase, Seats] = {
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
"""Who may write a message, phase by phase."""

ALWAYS: dict[Act, Seats] = {
    Act.SPOKEN: SCRIBES,
    Act.REMOVE: EVERYONE,
    Act.CANNOT_HEAR: EVERYONE | {Seating.OBSERVER},
    Act.FLOOR: FACILITATORS,
    Act.RECOMMEND: PANEL,
    Act.OFF_RECORD: FACILITATORS,
}
"""What does not depend on the phase."""

OPEN: dict[Act, Seats] = dict.fromkeys(Act, EVERYONE) | ALWAYS | {Act.PHASE: NOBODY, Act.CLUSTER: CLUSTERERS}
"""An open review: the table writes at any time."""


def writers(act: Act, mode: Mode, phase: Phase | None) -> Seats:
    """The seatings that may do ``act`` in this phase of a live review (``phase`` is ``None`` in an open one)."""
    if mode is Mode.OPEN:
        return OPEN[act]
    if act in ALWAYS:
        return ALWAYS[act]
    if act is Act.PHASE:
        return FACILITATORS
    if phase is None:
        return NOBODY
    if act is Act.NOTE:
        return EVERYONE if phase is Phase.NOTES else NOBODY
    if act is Act.VOTE:
        return EVERYONE if phase is Phase.CLUSTER else NOBODY
    if act is Act.CLUSTER:
        return CLUSTERERS if phase is Phase.CLUSTER or phase in ROUND_ON else NOBODY
    if act in {Act.REACT, Act.HAND}:
        return PANEL if phase is Phase.ROUND else EVERYONE
    return SAY_IN[phase]


def verdict(act: Act, mode: Mode, state: ReviewState, phase: Phase | None, seats: Iterable[Seating]) -> Verdict:
    """Whether somebody with these ``seats`` may do ``act`` now.

    Outside the live part: the panel may leave notes before it; own words may be taken back after it, and the scribes
    may still make recommendations of what was said.
    """
    held = frozenset(seats)
    phases: list[Phase | None] = [*Phase] if mode is Mode.GUIDED else [None]
    if not any(held & writers(act, mode, each) for each in phases):
        return Verdict.NOT_ALLOWED
    outside: dict[tuple[Act, ReviewState], Seats] = {
        (Act.PHASE, ReviewState.PREPARING): FACILITATORS,
        (Act.NOTE, ReviewState.PREPARING): PANEL,
        (Act.REMOVE, ReviewState.FINISHED): EVERYONE,
        (Act.RECOMMEND, ReviewState.FINISHED): SCRIBES,
    }
    may = writers(act, mode, phase) if state is ReviewState.LIVE else outside.get((act, state), NOBODY)
    return Verdict.YES if held & may else Verdict.PHASE_CLOSED


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


@grants(Permission.WRITE_IN_ROOM)
def may_write_in_room(actor: Actor, attempt: Attempt) -> bool:
    """By the table, while the network takes updates."""
    review = attempt.review
    return may_enter(actor, review) and takes_updates(review.network) and judge(actor, attempt) is Verdict.YES

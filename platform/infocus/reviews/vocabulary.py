"""The words of a review: states, modes, phases, roles at the table, kinds of log entries (domain.md, section 5)."""

from enum import StrEnum


class ReviewState(StrEnum):
    """Where a review stands; the state of its record."""

    PREPARING = "preparing"
    LIVE = "live"
    FINISHED = "finished"
    CANCELLED = "cancelled"


class Mode(StrEnum):
    """``guided``: eleven phases, each with its writers; ``open``: a plain live conversation."""

    GUIDED = "guided"
    OPEN = "open"


class OpenTo(StrEnum):
    """Who enters an open review: the table alone, or everyone of the network."""

    PANEL = "panel"
    NETWORK = "network"


class Coming(StrEnum):
    """What somebody who was asked to the table said. ``open``: nothing yet."""

    OPEN = ""
    YES = "accepted"
    NO = "declined"


class Phase(StrEnum):
    """The phases of a guided review, in order."""

    OPENING = "opening"
    PITCH = "pitch"
    CLARIFY = "clarify"
    NOTES = "notes"
    CLUSTER = "cluster"
    ROUND = "round"
    EXPERIENCE = "experience"
    REFLECT = "reflect"
    DIALOGUE = "dialogue"
    TAKEAWAYS = "takeaways"
    CLOSE = "close"


class Seating(StrEnum):
    """A role at the table.

    The first six are given by name; everyone of the host's partner is ``host``, and experts and the lead partner of the
    network are at every table (``expert``, ``lead``).
    """

    HOST = "host"
    FRIEND = "critical-friend"
    FACILITATOR = "facilitator"
    RAPPORTEUR = "rapporteur"
    NOTE_TAKER = "note-taker"
    OBSERVER = "observer"
    EXPERT = "expert"
    LEAD = "lead"


NAMED = (
    Seating.FACILITATOR,
    Seating.RAPPORTEUR,
    Seating.NOTE_TAKER,
    Seating.FRIEND,
    Seating.HOST,
    Seating.OBSERVER,
)


class Kind(StrEnum):
    """Kinds of log entries that are written; clients pass over kinds they do not know."""

    MESSAGE = "message"
    SPOKEN = "spoken"
    EDITED = "edited"
    REMOVED = "removed"
    REACTION = "reaction"
    PHASE = "phase"
    NOTE = "note"
    CLUSTER = "cluster"
    VOTE = "vote"
    FLOOR = "floor"
    RECOMMENDATION = "recommendation"
    OFF_RECORD = "off_record"
    WITHHELD = "withheld"


class NoteKind(StrEnum):
    """What a spoken line is."""

    STRENGTH = "strength"
    QUESTION = "question"
    CONCERN = "concern"
    SUGGESTION = "suggestion"
    EXPERIENCE = "experience"


class Signed(StrEnum):
    """How a note is signed. An anonymous one keeps no link to its writer, for anybody."""

    NAME = "name"
    CITY = "city"
    ANONYMOUS = "anonymous"


class NoteState(StrEnum):
    """``draft``: the writer's own; ``sent``: hidden until the notes appear together; ``shown``; ``withdrawn``."""

    DRAFT = "draft"
    SENT = "sent"
    SHOWN = "shown"
    WITHDRAWN = "withdrawn"


class Answer(StrEnum):
    """What the host answers to a recommendation (domain.md, section 5)."""

    ACCEPT = "accept"
    ADAPT = "adapt"
    PARK = "park"
    REJECT = "reject"


class Progress(StrEnum):
    """How far an answered recommendation is, by the latest status check."""

    OPEN = "open"
    WAITING = "waiting"
    DONE = "done"
    DROPPED = "dropped"


LINES = frozenset({Kind.MESSAGE, Kind.SPOKEN})
MINUTES: dict[Phase, int] = dict(zip(Phase, (3, 7, 8, 7, 4, 20, 6, 7, 6, 4, 3), strict=True))
TEXT_LIMIT = 4_000
NOTE_LIMIT = 1_000
QUOTE_LIMIT = 300
ADVICE_LIMIT = 500
DOTS = 3
"""Dot votes of each person."""
TAKEAWAYS = 3
QUESTIONS = 3


def preset(total: int) -> dict[str, int]:
    """Whole minutes for each phase of a review of ``total`` minutes, in the proportions of the 75-minute protocol."""
    exact = {phase: minutes * total / sum(MINUTES.values()) for phase, minutes in MINUTES.items()}
    plan = {phase: max(1, int(value)) for phase, value in exact.items()}
    by_remainder = sorted(exact, key=lambda phase: exact[phase] - int(exact[phase]), reverse=True)
    for phase in by_remainder[: total - sum(plan.values())]:
        plan[phase] += 1
    return {phase.value: minutes for phase, minutes in plan.items()}


NAMESPACE = "/reviews"


def room_name(review_id: str) -> str:
    """The name of a review's room on the line."""
    return f"review:{review_id}"

"""The words of a review as people read them."""

from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from infocus.reviews.vocabulary import Phase, Seating

PHASES: dict[Phase, LazyString] = {
    Phase.OPENING: _l("Opening"),
    Phase.PITCH: _l("Pitch"),
    Phase.CLARIFY: _l("Clarify"),
    Phase.NOTES: _l("Notes"),
    Phase.CLUSTER: _l("Cluster"),
    Phase.ROUND: _l("Round"),
    Phase.EXPERIENCE: _l("Experience"),
    Phase.REFLECT: _l("Reflect"),
    Phase.DIALOGUE: _l("Dialogue"),
    Phase.TAKEAWAYS: _l("Takeaways"),
    Phase.CLOSE: _l("Close"),
}

SEATINGS: dict[str, LazyString] = {
    Seating.FACILITATOR: _l("facilitator"),
    Seating.RAPPORTEUR: _l("rapporteur"),
    Seating.NOTE_TAKER: _l("note-taker"),
    Seating.FRIEND: _l("critical friend"),
    Seating.HOST: _l("host"),
    Seating.OBSERVER: _l("observer"),
    Seating.EXPERT: _l("expert"),
    Seating.LEAD: _l("lead partner"),
}
SEATS: dict[str, LazyString] = {
    role: SEATINGS[role] for role in ("critical-friend", "facilitator", "rapporteur", "note-taker", "host", "observer")
}

NOTE_KINDS: dict[str, LazyString] = {
    "strength": _l("Strength"),
    "question": _l("Question"),
    "concern": _l("Concern"),
    "suggestion": _l("Suggestion"),
    "experience": _l("Similar experience"),
}

WARNINGS: dict[str, LazyString] = {
    "facilitator": _l(
        "Nobody leads the review: the facilitator declined. Name another one; until then the lead partner can."
    ),
    "version": _l("No version of the plan is frozen for the review yet."),
    "brief": _l("There is no brief: a page of what the plan wants helps the panel most."),
    "questions": _l("There is no guiding question; three are recommended."),
    "cities": _l(
        "Four to six cities as critical friends are recommended: fewer see too little, more leave no time to speak."
    ),
    "countries": _l("Critical friends from at least two other countries are recommended: they see other things."),
    "crowd": _l("More than two critical friends come from one city; two at most are recommended."),
    "own": _l("A critical friend comes from the city under review: they listen as a host does."),
    "sections": _l(
        "Some critical friends have nothing to read yet; two sections and one question each are recommended."
    ),
    "rapporteur": _l("Nobody is named as rapporteur."),
    "note-taker": _l("Nobody is named as note-taker: what is said aloud would be lost."),
    "time": _l("The review has no time yet: the invitations carry a whole day."),
}

FACILITATOR, HOST, ALL = _l("the facilitator"), _l("the host’s city"), _l("everybody at the table")
WRITERS: dict[Phase, LazyString] = {
    Phase.OPENING: FACILITATOR,
    Phase.PITCH: HOST,
    Phase.CLARIFY: ALL,
    Phase.NOTES: _l("nobody: silent notes only"),
    Phase.CLUSTER: _l("nobody: dots on the notes only"),
    Phase.ROUND: _l("critical friends, facilitator, rapporteur, note-taker, experts and lead; the host listens"),
    Phase.EXPERIENCE: ALL,
    Phase.REFLECT: HOST,
    Phase.DIALOGUE: ALL,
    Phase.TAKEAWAYS: HOST,
    Phase.CLOSE: ALL,
}
"""Who may write a message, phase by phase, in words (the rule is the room's table; a test compares them)."""

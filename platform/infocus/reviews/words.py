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
    "version": _l("No version of the plan is frozen for the review yet."),
    "brief": _l("There is no brief: a page of what the plan wants helps the panel most."),
    "questions": _l("There is no guiding question; three are recommended."),
    "cities": _l("Four to six cities as critical friends are recommended."),
    "countries": _l("Critical friends from at least two other countries are recommended."),
    "rapporteur": _l("Nobody is named as rapporteur."),
    "note-taker": _l("Nobody is named as note-taker: what is said aloud would be lost."),
}

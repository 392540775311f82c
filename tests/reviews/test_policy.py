"""The rights of the room: every act × seating × phase × mode × state, against domain.md section 5 written out again."""

import itertools

import pytest

from infocus.reviews.policy import Act, Verdict, verdict
from infocus.reviews.vocabulary import Mode, Phase, ReviewState, Seating

# Who may write messages, in the words of the protocol: f facilitator, h host, r rapporteur, n note-taker, c critical
# friend, e expert, l lead, o observer.
LETTERS = {
    "f": Seating.FACILITATOR,
    "h": Seating.HOST,
    "r": Seating.RAPPORTEUR,
    "n": Seating.NOTE_TAKER,
    "c": Seating.FRIEND,
    "e": Seating.EXPERT,
    "l": Seating.LEAD,
    "o": Seating.OBSERVER,
}
ALL, PANEL = "fhrncel", "frncel"
PROTOCOL = {
    #              say    spoken  react
    "opening":    ("f",   "frn",  ALL),
    "pitch":      ("h",   "frn",  ALL),
    "clarify":    (ALL,   "frn",  ALL),
    "notes":      ("",    "frn",  ALL),
    "cluster":    ("",    "frn",  ALL),
    "round":      (PANEL, "frn",  PANEL),
    "experience": (ALL,   "frn",  ALL),
    "reflect":    ("h",   "frn",  ALL),
    "dialogue":   (ALL,   "frn",  ALL),
    "takeaways":  ("h",   "frn",  ALL),
    "close":      (ALL,   "frn",  ALL),
}  # fmt: skip


def expected(act: Act, mode: Mode, phase: Phase | None, letter: str) -> bool:
    """Whether the protocol lets this seat do that while the review is live."""
    if act is Act.PHASE:
        return mode is Mode.GUIDED and letter in "fl"
    if act is Act.REMOVE:
        return letter in ALL
    if mode is Mode.OPEN:
        return letter in ("frn" if act is Act.SPOKEN else ALL)
    if phase is None:
        return act is Act.SPOKEN and letter in "frn"
    say, spoken, react = PROTOCOL[phase]
    return letter in {Act.SAY: say, Act.EDIT: say, Act.SPOKEN: spoken, Act.REACT: react}[act]


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("act", Act)
def test_a_live_room_is_as_the_protocol_says(act: Act, mode: Mode) -> None:
    phases: list[Phase | None] = [*Phase] if mode is Mode.GUIDED else [None]
    for phase, (letter, seat) in itertools.product(phases, LETTERS.items()):
        found = verdict(act, mode, ReviewState.LIVE, phase, [seat])
        assert (found is Verdict.YES) == expected(act, mode, phase, letter), (phase, seat, found)


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("state", [state for state in ReviewState if state is not ReviewState.LIVE])
def test_outside_of_the_live_part_nothing_is_written(state: ReviewState, mode: Mode) -> None:
    for act, seat, phase in itertools.product(Act, Seating, [None, *Phase]):
        allowed = verdict(act, mode, state, phase, [seat]) is Verdict.YES
        begins = act is Act.PHASE and state is ReviewState.PREPARING and mode is Mode.GUIDED
        own_words = act is Act.REMOVE and state is ReviewState.FINISHED and seat is not Seating.OBSERVER
        assert allowed == ((begins and seat in {Seating.FACILITATOR, Seating.LEAD}) or own_words), (act, seat, phase)


def test_rights_add_up_over_seats() -> None:
    for phase, act in itertools.product(Phase, Act):
        both = verdict(act, Mode.GUIDED, ReviewState.LIVE, phase, [Seating.HOST, Seating.FRIEND])
        each = [verdict(act, Mode.GUIDED, ReviewState.LIVE, phase, [s]) for s in (Seating.HOST, Seating.FRIEND)]
        assert (both is Verdict.YES) == (Verdict.YES in each)


def test_who_never_may_is_told_so_and_who_may_later_is_told_that() -> None:
    live = ReviewState.LIVE
    assert verdict(Act.SAY, Mode.GUIDED, live, Phase.ROUND, [Seating.HOST]) is Verdict.PHASE_CLOSED
    assert verdict(Act.SAY, Mode.GUIDED, live, Phase.ROUND, [Seating.OBSERVER]) is Verdict.NOT_ALLOWED
    assert verdict(Act.SAY, Mode.GUIDED, live, Phase.ROUND, []) is Verdict.NOT_ALLOWED
    assert verdict(Act.PHASE, Mode.OPEN, live, None, [Seating.FACILITATOR]) is Verdict.NOT_ALLOWED

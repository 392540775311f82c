"""The rights of the room: every act × seating × phase × mode × state, against domain.md section 5 written out again."""

import itertools

import pytest

from infocus.reviews.room.policy import Act, Verdict, verdict
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
    #              say    react  note  vote  cluster
    "opening":    ("f",   ALL,   "",   "",   ""),
    "pitch":      ("h",   ALL,   "",   "",   ""),
    "clarify":    (ALL,   ALL,   "",   "",   ""),
    "notes":      ("",    ALL,   ALL,  "",   ""),
    "cluster":    ("",    ALL,   "",   ALL,  "fr"),
    "round":      (PANEL, PANEL, "",   "",   "fr"),
    "experience": (ALL,   ALL,   "",   "",   "fr"),
    "reflect":    ("h",   ALL,   "",   "",   "fr"),
    "dialogue":   (ALL,   ALL,   "",   "",   "fr"),
    "takeaways":  ("h",   ALL,   "",   "",   "fr"),
    "close":      (ALL,   ALL,   "",   "",   "fr"),
}  # fmt: skip
WHENEVER = {
    Act.SPOKEN: "frn",
    Act.REMOVE: ALL,
    Act.CANNOT_HEAR: ALL + "o",
    Act.FLOOR: "fl",
    Act.RECOMMEND: PANEL,
    Act.OFF_RECORD: "fl",
}


def expected(act: Act, mode: Mode, phase: Phase | None, letter: str) -> bool:
    """Whether the protocol lets this seat do that while the review is live."""
    if act in WHENEVER:
        return letter in WHENEVER[act]
    if act is Act.PHASE:
        return mode is Mode.GUIDED and letter in "fl"
    if mode is Mode.OPEN:
        return letter in ("fr" if act is Act.CLUSTER else ALL)
    assert phase is not None
    say, react, note, vote, cluster = PROTOCOL[phase]
    by_act = {Act.SAY: say, Act.ASIDE: say, Act.EDIT: say, Act.REACT: react, Act.HAND: react}
    return letter in (by_act | {Act.NOTE: note, Act.VOTE: vote, Act.CLUSTER: cluster})[act]


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
        letters = {
            (Act.PHASE, ReviewState.PREPARING): "fl" if mode is Mode.GUIDED else "",
            (Act.NOTE, ReviewState.PREPARING): PANEL,
            (Act.REMOVE, ReviewState.FINISHED): ALL,
            (Act.RECOMMEND, ReviewState.FINISHED): "frn",
        }.get((act, state), "")
        assert allowed == (seat in {LETTERS[letter] for letter in letters}), (act, seat, phase)


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

"""The life of a practice: every state × every action × everybody, and what each step leaves behind."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db, unit_of_work
from infocus.core.errors import AppError, Conflict, Invalid, NotAllowed, NotFound, Stale
from infocus.networks.models import NetworkState
from infocus.notifications.models import Notification
from infocus.practices import workflow
from infocus.practices.jobs import open_unanswered, working_days_before
from infocus.practices.models import Practice, PracticeOpinion, PracticeState
from tests.practices.conftest import Office

S = PracticeState
ACTIONS: dict[str, Any] = {
    "submit": workflow.submit,
    "ask_changes": lambda actor, practice: workflow.ask_changes(actor, practice, "More, please."),
    "validate": lambda actor, practice: workflow.validate(actor, practice, "Convincing."),
    "publish": workflow.publish,
    "publish to all": lambda actor, practice: workflow.publish(actor, practice, "all"),
    "withdraw": lambda actor, practice: workflow.withdraw(actor, practice, "Out of date."),
}
CITY, HEAD, EXPERT = {"author", "coordinator"}, {"coordinator"}, {"expert"}
TABLE: dict[str, tuple[set[str], dict[PracticeState, PracticeState]]] = {
    "submit": (CITY, {S.DRAFT: S.SUBMITTED, S.CHANGES_ASKED: S.SUBMITTED, S.NEEDS_VERIFICATION: S.SUBMITTED}),
    "ask_changes": (EXPERT, {S.SUBMITTED: S.CHANGES_ASKED, S.NEEDS_VERIFICATION: S.CHANGES_ASKED}),
    "validate": (EXPERT, {S.SUBMITTED: S.VALIDATED, S.NEEDS_VERIFICATION: S.PUBLISHED}),
    "publish": (CITY, {S.VALIDATED: S.PUBLISHED, S.PUBLISHED: S.PUBLISHED}),
    "publish to all": (HEAD, {S.VALIDATED: S.PUBLISHED, S.PUBLISHED: S.PUBLISHED}),
    "withdraw": (CITY, {state: S.WITHDRAWN for state in S if state not in {S.DRAFT, S.WITHDRAWN}}),
}
"""Who does it, and from which state to which: written from domain.md, section 3."""
ONCE_SHARED = {S.PUBLISHED, S.NEEDS_VERIFICATION, S.WITHDRAWN}


def _refusal(office: Office, who: str, act: Callable[[Actor, Practice], object]) -> AppError | None:
    """Why it was refused; ``None`` when it was done."""
    try:
        with unit_of_work():
            act(office.actor(who), office.practice)
    except AppError as error:
        return error
    return None


@pytest.mark.parametrize("action", ACTIONS)
def test_every_state_and_everybody(office: Office, action: str) -> None:
    office.begin()
    may, moves = TABLE[action]
    for state in S:
        columns = {"published_at": clock.now() if state in ONCE_SHARED else None, "visibility": "network"}
        for who in office.people:
            office.put(state, **columns)
            before = office.practice.version
            refusal = _refusal(office, who, ACTIONS[action])
            if who in may and state in moves:
                assert refusal is None, (action, state, who, refusal)
                assert office.practice.state == moves[state], (action, state, who)
            else:
                assert isinstance(refusal, (NotAllowed, NotFound, Conflict)), (action, state, who, refusal)
                assert (office.practice.state, office.practice.version) == (state, before)


def test_nothing_moves_in_a_closed_network_but_the_leads_withdrawal(office: Office) -> None:
    office.begin().put(S.PUBLISHED, published_at=clock.now())
    with unit_of_work():
        office.network.state = NetworkState.CLOSED
    for who in office.people:
        for action, act in ACTIONS.items():
            if (who, action) != ("lead", "withdraw"):
                with pytest.raises((NotAllowed, NotFound)), unit_of_work():
                    act(office.actor(who), office.practice)
    with unit_of_work():
        workflow.withdraw(office.actor("lead"), office.practice, "Wrong figures.")
    assert (office.practice.state, office.practice.content["withdrawn_because"]) == (S.WITHDRAWN, "Wrong figures.")


def test_only_a_complete_record_is_submitted_and_what_is_open_is_named(office: Office) -> None:
    office.begin(wrong="", themes=[])
    with pytest.raises(Invalid, match=r"What went wrong.*Themes"), unit_of_work():
        workflow.submit(office.actor("author"), office.practice)
    assert office.practice.state == S.DRAFT


@pytest.mark.parametrize("text", ["", "  \n", "x" * 2_001, "a\0b"])
def test_an_opinion_is_words_within_the_limit(office: Office, text: str) -> None:
    office.begin().put(S.SUBMITTED, submitted_at=clock.now())
    for act in (workflow.validate, workflow.ask_changes):
        with pytest.raises(Invalid) as error, unit_of_work():
            act(office.actor("expert"), office.practice, text)
        assert set(error.value.fields) == {"text"}
    assert db.session.query(PracticeOpinion).count() == 0


@pytest.mark.parametrize("reason", ["", " ", "x" * 501, "\0"])
def test_a_withdrawal_says_why(office: Office, reason: str) -> None:
    office.begin().put(S.PUBLISHED, published_at=clock.now())
    with pytest.raises(Invalid), unit_of_work():
        workflow.withdraw(office.actor("coordinator"), office.practice, reason)
    assert office.practice.state == S.PUBLISHED


def test_a_stale_step_is_not_taken(office: Office) -> None:
    office.begin().put(S.SUBMITTED, submitted_at=clock.now())
    with pytest.raises(Stale), unit_of_work():
        workflow.validate(office.actor("expert"), office.practice, "Fine.", expected=office.practice.version - 1)


def test_each_step_tells_those_it_concerns(office: Office) -> None:
    office.begin()
    for who, act in (("author", "submit"), ("expert", "ask_changes"), ("author", "submit"), ("expert", "validate"),
                     ("coordinator", "publish")):  # fmt: skip
        with unit_of_work():
            ACTIONS[act](office.actor(who), office.practice)
    names = {person.id: name for name, person in office.people.items()}
    told = sorted((row.kind, names[row.person_id]) for row in db.session.query(Notification))
    assert told == [
        ("changes-asked", "author"), ("changes-asked", "coordinator"), ("practice-published", "author"),
        ("practice-submitted", "expert"), ("practice-submitted", "expert"),
        ("practice-validated", "author"), ("practice-validated", "coordinator"),
    ]  # fmt: skip


def test_what_was_asked_to_change_is_not_for_everybody(office: Office) -> None:
    office.begin().put(S.SUBMITTED, submitted_at=clock.now())
    for who, act in (("expert", "ask_changes"), ("author", "submit"), ("expert", "validate"),
                     ("coordinator", "publish to all")):  # fmt: skip
        with unit_of_work():
            ACTIONS[act](office.actor(who), office.practice)
    shown = {who: office.world.client(office.people[who]).get(office.path).text for who in ("author", "neighbour")}
    assert ("More, please." in shown["author"], "Convincing." in shown["author"]) == (True, True)
    assert ("More, please." in shown["neighbour"], "Convincing." in shown["neighbour"]) == (False, True)


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (datetime(2026, 11, 23, 9, tzinfo=UTC), datetime(2026, 11, 9, 9, tzinfo=UTC)),
        (datetime(2026, 11, 21, 9, tzinfo=UTC), datetime(2026, 11, 9, 9, tzinfo=UTC)),
    ],
)
def test_ten_working_days(now: datetime, then: datetime) -> None:
    assert working_days_before(now) == then


def test_who_gets_no_answer_is_read_by_the_network_all_the_same(office: Office, work) -> None:
    office.begin().put(S.SUBMITTED, submitted_at=clock.now())
    neighbour = office.world.client(office.people["neighbour"])
    for days, code in ((5, 404), (15, 200)):
        clock.shift(timedelta(days=days))
        open_unanswered()
        assert neighbour.get(office.path).status_code == code, days
    assert "Not yet validated" in neighbour.get(office.path).text
    clock.shift(timedelta(days=60))
    office.begin().put(S.SUBMITTED, submitted_at=clock.now() - timedelta(days=30)).put(S.WITHDRAWN)
    open_unanswered()
    assert neighbour.get(office.path).status_code == 404


def test_who_read_it_before_reads_it_while_it_is_judged_anew(office: Office) -> None:
    office.begin().put(S.NEEDS_VERIFICATION, published_at=clock.now())
    with unit_of_work():
        workflow.submit(office.actor("author"), office.practice)
    assert office.world.client(office.people["neighbour"]).get(office.path).status_code == 200

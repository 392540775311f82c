"""Who may do what to plans and reviews, as one table in names of people: every person × deed × state of the network.

The table is domain.md's: a city writes its own plan and its coordinator answers for it; experts, the lead and the
host's coordinator prepare reviews; the facilitator runs them. What may not be read is 404, the rest 403.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pytest
from werkzeug.test import TestResponse

from infocus.core import clock, limits
from infocus.core.db import db, unit_of_work
from infocus.networks.models import Network, NetworkState
from infocus.plans.services import PlanValues, create_plan
from infocus.records.models import Visibility
from infocus.reviews.advice.models import Recommendation
from infocus.reviews.models import Review
from infocus.reviews.room.services import phases
from infocus.reviews.services.planning import ReviewValues, create_review
from infocus.reviews.vocabulary import ReviewState
from tests.api.programs import Program
from tests.reviews.tables import new_key
from tests.rights.people import EVERYBODY, EXPERTS, IN_FOCUS, PORTO, STAFF, invite
from tests.support.world import World

RUNNING = frozenset({NetworkState.ACTIVE, NetworkState.AFTERCARE})
AT_THE_TABLE = PORTO | STAFF | {"facilitator"}


@dataclass
class Stage:
    """Porto's plans, one for the network, one for the city; reviews in preparation, live, and over, with advice."""

    people: dict[str, Any]
    plan: str
    own_plan: str
    prepared: str
    live: str
    advice: str
    tokens: dict[str, Program] = field(default_factory=dict)


@dataclass(frozen=True)
class Deed:
    """Something to do through the interface: who may in which states; who knows of it, since the others get 404."""

    do: Callable[[Program, Stage], TestResponse]
    may: frozenset[str]
    knows: frozenset[str] = IN_FOCUS
    states: frozenset[NetworkState] = RUNNING


def _begin(program: Program, stage: Stage) -> TestResponse:
    return program.post("/plans", {"title": "Another", "network": "in-focus", "partner": "porto"})


def _edit(program: Program, stage: Stage) -> TestResponse:
    return program.patch(f"/plans/{stage.plan}", {"summary": "Desks first."})


def _edit_own(program: Program, stage: Stage) -> TestResponse:
    return program.patch(f"/plans/{stage.own_plan}", {"summary": "For us."})


def _widen(program: Program, stage: Stage) -> TestResponse:
    answer = program.patch(f"/plans/{stage.plan}", {"visibility": "public"})
    if answer.status_code == 200:
        assert program.patch(f"/plans/{stage.plan}", {"visibility": "network"}).status_code == 200
    return answer


def _add_version(program: Program, stage: Stage) -> TestResponse:
    file = BytesIO(f"The plan {new_key()}.".encode())
    return program.post(f"/plans/{stage.plan}/versions", data={"file": (file, "plan.txt")})


def _prepare(program: Program, stage: Stage) -> TestResponse:
    facilitator = stage.people["facilitator"].id
    body = {"plan": stage.plan, "title": "Table", "held_on": "2018-01-24", "facilitator": facilitator}
    return program.post("/reviews", body)


def _change(program: Program, stage: Stage) -> TestResponse:
    return program.patch(f"/reviews/{stage.prepared}", {"brief": "Read section 2."})


def _clock(program: Program, stage: Stage) -> TestResponse:
    return program.post(f"/reviews/{stage.live}/phase", {"extend": 1, "key": new_key()})


def _listen(program: Program, stage: Stage) -> TestResponse:
    return program.get(f"/reviews/{stage.live}/entries")


def _say(program: Program, stage: Stage) -> TestResponse:
    return program.post("/comments", {"on": f"review:{stage.prepared}", "text": "A word."})


def _advice(program: Program, stage: Stage) -> TestResponse:
    return program.get(f"/reviews/{stage.live}/recommendations")


def _answer(program: Program, stage: Stage) -> TestResponse:
    seen = program.get(f"/recommendations/{stage.advice}")
    if seen.status_code != 200:
        return seen
    return program.patch(f"/recommendations/{stage.advice}", {"answer": "accept"})


DEEDS = {
    "begin the city's plan": Deed(_begin, frozenset({"author", "officer", "coordinator"}), EVERYBODY),
    "change a plan": Deed(_edit, frozenset({"author", "coordinator"})),
    "change a plan that only the city reads": Deed(_edit_own, frozenset({"author", "coordinator"}), PORTO | EXPERTS),
    "share a plan with everyone": Deed(_widen, frozenset({"coordinator"})),
    "add a version": Deed(_add_version, frozenset({"author", "coordinator"})),
    "prepare a review": Deed(_prepare, STAFF | {"coordinator"}, states=frozenset({NetworkState.ACTIVE})),
    "change a review": Deed(_change, STAFF | {"coordinator", "facilitator"}),
    "set the clock": Deed(_clock, frozenset({"facilitator", "lead"})),
    "read what was said": Deed(_listen, AT_THE_TABLE, states=frozenset(NetworkState)),
    "read what was recommended": Deed(_advice, AT_THE_TABLE, states=frozenset(NetworkState)),
    "answer a recommendation": Deed(_answer, frozenset({"author", "officer", "coordinator"})),
    "comment on a review": Deed(_say, IN_FOCUS - {"observer", "watcher", "both"}),
}
READING = {"read what was said", "read what was recommended"}


@pytest.fixture
def stage(world: World) -> Stage:
    """The plans and the reviews, everybody with a token."""
    network = world.network()
    porto, ostrava = world.partner(network, "porto"), world.partner(network, "ostrava")
    people = invite(world, network, porto, ostrava)
    author, expert, facilitator = (world.actor(people[who]) for who in ("author", "expert", "facilitator"))
    with unit_of_work():
        plan = create_plan(author, porto, PlanValues(title="Plan"))
        own = create_plan(author, porto, PlanValues(title="Road map", visibility=Visibility.PARTNER))
        values = ReviewValues(title="Review", held_on="2018-01-24")
        prepared, live, over = (create_review(expert, plan, values, facilitator.person) for _ in range(3))
        phases.start(world.actor(people["lead"]), live.id, new_key())
        over.state, over.finished_at = ReviewState.FINISHED, clock.now()
        advice = Recommendation(review_id=over.id, number=1, text="Begin with the desks.", created_by=expert.person)
        db.session.add(advice)
        db.session.flush()
        found = Stage(people, plan.id, own.id, prepared.id, live.id, advice.id)
    for who in sorted(EVERYBODY):
        head = world.bearer(people[who]) if who in people else {}
        found.tokens[who] = Program(world.app.test_client(), head)
    limits.limits().enabled = False
    return found


def _expected(who: str, deed: Deed, state: NetworkState) -> int:
    if who == "visitor":
        return 401
    if who not in deed.knows:
        return 404
    return 200 if who in deed.may and state in deed.states else 403


def _close(state: NetworkState) -> None:
    with unit_of_work():
        db.session.query(Network).filter_by(slug="in-focus").one().state = state


@pytest.mark.parametrize("state", NetworkState)
def test_who_may_do_what(stage: Stage, state: NetworkState) -> None:
    _close(state)
    wrong = []
    for name, deed in DEEDS.items():
        for who, program in stage.tokens.items():
            answer = deed.do(program, stage)
            found = 200 if answer.status_code == 201 else answer.status_code
            if found != _expected(who, deed, state):
                wrong.append((who, name, found, _expected(who, deed, state)))
    assert not wrong, "\n".join(map(str, wrong))


def test_a_token_that_only_reads_changes_nothing(stage: Stage, world: World) -> None:
    before = _written()
    for name, deed in DEEDS.items():
        for who in sorted(deed.may):
            program = Program(world.app.test_client(), world.bearer(stage.people[who], "read"))
            answer = deed.do(program, stage).status_code
            assert answer == (200 if name in READING else 403), (who, name)
    assert _written() == before


def _written() -> list[tuple[str, int, int]]:
    db.session.rollback()
    reviews = db.session.query(Review).order_by(Review.id)
    return [(review.id, review.version, review.room.last_seq) for review in reviews]

"""A practice ages in sight: a reminder after a year, one press, a mark when nobody answers, withdrawn and back."""

from datetime import timedelta

import pytest

from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.errors import NotAllowed
from infocus.networks.models import NetworkState
from infocus.notifications.models import Notification
from infocus.practices import workflow
from infocus.practices.ageing.queries import ANSWER_WITHIN
from infocus.practices.ageing.words import verified_ago
from infocus.practices.jobs import expire_unanswered, remind
from infocus.practices.models import FRESH, PracticeState
from tests.practices.conftest import Office

S = PracticeState
DAY = timedelta(days=1)


@pytest.fixture
def old(office: Office) -> Office:
    """Two practices of Porto, verified a year and a day ago."""
    for title in ("The first letter", "The second letter"):
        then = clock.now() - FRESH - DAY
        office.begin(title=title).put(S.PUBLISHED, validated_at=then, verified_at=then, published_at=then)
    return office


def reminders(office: Office) -> list[tuple[str, int]]:
    names = {person.id: name for name, person in office.people.items()}
    rows = db.session.query(Notification).filter_by(kind="practices-age").order_by(Notification.id)
    return sorted((names[row.person_id], row.words["count"]) for row in rows)


def test_everybody_is_reminded_once_of_all_of_theirs(old: Office) -> None:
    remind()
    assert reminders(old) == [("author", 2), ("coordinator", 2)]
    remind()
    clock.shift(40 * DAY)
    remind()
    assert len(reminders(old)) == 2
    page = old.world.client(old.people["coordinator"]).get("/practices/to-verify").text
    assert "The first letter" in page
    assert "Verified 13 months ago" in page
    assert "letter" not in old.world.client(old.people["neighbour"]).get("/practices/to-verify").text.split("<main")[1]


def test_one_press_says_it_is_still_so_and_nobody_else_s(old: Office) -> None:
    remind()
    for who in ("ulg", "neighbour", "expert", "observer", "officer"):
        client = old.world.client(old.people[who])
        assert client.post(f"{old.path}/verify").status_code == 403, who
        assert "/verify" not in client.get(old.path).text
    author = old.world.client(old.people["author"])
    assert "It is still so" in author.get(old.path).text
    answer = author.post(f"{old.path}/verify", data={"next": "/practices/to-verify"})
    assert answer.headers["Location"] == "/practices/to-verify"
    assert "The second letter" not in author.get("/practices/to-verify").text.split("<main")[1]
    assert "Verified today" in author.get(old.path).text
    assert author.post(f"{old.path}/verify", data={"next": "//evil.example"}).headers["Location"] == old.path


def test_what_nobody_vouches_for_is_marked_and_comes_back_with_a_press(old: Office) -> None:
    remind()
    clock.shift(ANSWER_WITHIN - DAY)
    expire_unanswered()
    assert old.practice.state == S.PUBLISHED
    clock.shift(ANSWER_WITHIN + DAY)
    expire_unanswered()
    assert old.practice.state == S.NEEDS_VERIFICATION
    assert old.world.client(old.people["neighbour"]).get(old.path).status_code == 200
    with unit_of_work():
        workflow.verify(old.actor("coordinator"), old.practice)
    assert (old.practice.state, old.practice.reminded_at) == (S.PUBLISHED, None)


def test_a_closed_network_is_left_alone(old: Office) -> None:
    with unit_of_work():
        old.network.state = NetworkState.CLOSED
    remind()
    expire_unanswered()
    assert reminders(old) == []
    with pytest.raises(NotAllowed), unit_of_work():
        workflow.verify(old.actor("coordinator"), old.practice)


def test_a_withdrawal_says_why_to_who_read_it_and_is_taken_back(old: Office, app) -> None:
    with unit_of_work():
        workflow.withdraw(old.actor("coordinator"), old.practice, "The figures were wrong.")
    gone = old.world.client(old.people["neighbour"]).get(old.path)
    assert gone.status_code == 410
    assert "The figures were wrong." in gone.text
    assert "The second letter" not in gone.text
    for client in (app.test_client(), old.world.client(old.people["stranger"])):
        assert client.get(old.path).status_code == 404
    client = old.world.client(old.people["coordinator"])
    assert old.world.client(old.people["lead"]).post(f"{old.path}/bring-back").status_code == 403
    assert client.post(f"{old.path}/bring-back").status_code == 303
    assert (old.practice.state, "withdrawn_because" in old.practice.content) == (S.NEEDS_VERIFICATION, False)
    assert old.world.client(old.people["neighbour"]).get(old.path).status_code == 200
    assert client.post(f"{old.path}/bring-back").status_code == 303  # pressed twice: said, and nothing happens
    assert old.practice.state == S.NEEDS_VERIFICATION


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "verified today"), (1, "verified 1 day ago"), (29, "verified 29 days ago"), (31, "verified 1 month ago"),
     (430, "verified 14 months ago"), (740, "verified 2 years ago")],
)  # fmt: skip
def test_how_long_ago_is_said_in_words(any_app, days: int, words: str) -> None:
    with any_app.test_request_context():
        assert verified_ago(clock.now() - days * DAY) == words
        assert verified_ago(None) == ""

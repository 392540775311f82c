"""A form that is sent twice makes one thing: one after the other, and both at once."""

import threading
from datetime import timedelta
from io import BytesIO

import pytest

from infocus.accounts.models import Person
from infocus.core import clock, once
from infocus.core.actor import Role
from infocus.core.db import db, unit_of_work
from infocus.core.ids import is_id
from infocus.core.once import FormSent
from infocus.meetings.models import Meeting, Output
from infocus.networks.models import Network
from tests.support.world import World

NEW = "/in-focus/meetings/new"


@pytest.fixture
def lead(world: World) -> Person:
    """Who calls meetings."""
    network = world.network()
    world.partner(network, "porto")
    return world.person(Role.LEAD, network)


def key_of(page: str) -> str:
    """The key the page gave its form."""
    key = page.split('name="once" value="')[1].split('"')[0]
    assert is_id(key)
    return key


def called(**more: str) -> dict[str, str]:
    """What a browser sends to call a meeting."""
    given = {"title": "Torino", "starts": "2017-09-13", "host": "porto", "language": "en", "visibility": "network"}
    empty = dict.fromkeys(("theme", "summary", "ends", "date_source", "place"), "")
    return empty | given | {"time_zone": "Europe/Rome", "state": "held"} | more


def count(model: type) -> int:
    """How many there are now."""
    db.session.rollback()
    return db.session.query(model).count()


def test_a_meeting_and_an_output_are_made_once(world: World, lead: Person) -> None:
    client = world.client(lead)
    key = key_of(client.get(NEW).text)
    assert key != key_of(client.get(NEW).text)
    answers = [client.post(NEW, data=called(once=key)) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [303, 303]
    assert len({answer.location for answer in answers}) == 1
    assert count(Meeting) == 1
    upload = f"{answers[0].location}/outputs/new"
    key = key_of(client.get(upload).text)
    typed = {"kind": "paper", "language": "en", "visibility": "network", "title": "Paper", "once": key}
    sent = [
        client.post(
            upload, data=typed | {"file": (BytesIO(b"One page."), "one.txt")}, content_type="multipart/form-data"
        )
        for _ in range(2)
    ]
    assert len({answer.location for answer in sent}) == 1
    assert count(Output) == 1
    assert client.get(sent[1].location).status_code == 200


def test_both_at_once_make_one(world: World, lead: Person) -> None:
    answers: list[str] = []
    start = threading.Barrier(2)
    clients = [world.client(lead), world.client(lead)]
    key = key_of(clients[0].get(NEW).text)

    def press(client) -> None:
        start.wait(60)
        answers.append(client.post(NEW, data=called(once=key)).location)

    presses = [threading.Thread(target=press, args=(client,)) for client in clients]
    for each in presses:
        each.start()
    for each in presses:
        each.join(120)
    assert len(answers) == 2
    assert len(set(answers)) == 1
    assert count(Meeting) == 1


def test_what_was_refused_can_be_sent_again_and_others_keys_lead_nowhere(world: World, lead: Person) -> None:
    client = world.client(lead)
    key = key_of(client.get(NEW).text)
    assert client.post(NEW, data=called(once=key, title="")).status_code == 422
    assert client.post(NEW, data=called(once=key)).status_code == 303
    other = world.person(Role.LEAD, db.session.query(Network).one())
    assert world.client(other).post(NEW, data=called(once=key, title="Another")).status_code == 303
    assert count(Meeting) == 2
    assert client.post(NEW, data=called(once="no id")).status_code == 303  # a form without a key is as it was
    assert count(Meeting) == 3


def test_marks_are_forgotten_after_a_day(world: World) -> None:
    with unit_of_work():
        db.session.add(FormSent(mark="old", target="/a", at=clock.now() - timedelta(hours=25)))
        db.session.add(FormSent(mark="new", target="/b"))
    once.forget()
    assert [row.mark for row in db.session.query(FormSent)] == ["new"]

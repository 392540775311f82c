"""No page's query count grows with its rows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from infocus.comments.services import add_comment
from infocus.core import clock
from infocus.core.actor import Role
from infocus.core.db import db, unit_of_work
from infocus.meetings import outputs, services
from infocus.meetings.agreed.services import Task, add_action
from infocus.networks.models import Network
from infocus.notifications.services import notify
from infocus.practices.models import PracticeState
from infocus.practices.services import begin_practice
from infocus.records.models import Record
from infocus.records.services import save
from infocus.records.urls import record_path
from tests.support.world import World

FEW, MANY = 3, 9


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements sent meanwhile."""
    found: list[str] = []

    def note(_connection, _cursor, statement: str, *_rest) -> None:
        found.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


class Town:
    """A network that grows: each round adds a practice, a draft, a meeting, outputs, comments, actions, notices."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.network = world.network().id
        place = db.session.get_one(Network, self.network)
        self.porto = world.partner(place, "porto")
        self.officer = world.person(Role.OFFICER, self.porto)
        self.expert = world.person(Role.EXPERT, place)
        self.lead = world.person(Role.LEAD, place)
        self.practice = self.meeting = ""
        self.rounds = 0

    def grow(self, rounds: int) -> None:
        """Add that many of everything."""
        while self.rounds < rounds:
            self.rounds += 1
            self.world.partner(db.session.get_one(Network, self.network), f"city-{self.rounds}")
            with unit_of_work():
                self._one()

    def _one(self) -> None:
        actor, lead = self.world.actor(self.officer), self.world.actor(self.lead)
        network = db.session.get_one(Network, self.network)
        partner = f"city-{self.rounds}"
        values = {"title": f"Practice {self.rounds}", "how": "Clusters.", "themes": ["investment-attraction"]}
        for state in (PracticeState.DRAFT, PracticeState.PUBLISHED, PracticeState.SUBMITTED):
            practice = begin_practice(actor, network, values)
            practice.state, practice.submitted_at = state, clock.now()
            save(practice)
        published = begin_practice(actor, network, values)
        published.state, published.published_at = PracticeState.PUBLISHED, clock.now()
        save(published)
        meeting = services.create_meeting(lead, network, {"title": "M", "starts": "2017-09-13", "host": partner})
        host = db.session.get_one(Record, self.meeting) if self.meeting else meeting
        known = db.session.get_one(Record, self.practice) if self.practice else published
        self.practice, self.meeting = known.id, host.id
        outputs.add_output(
            lead, db.session.get_one(type(meeting), host.id), None, {"title": "O", "link": "https://a.example"}
        )
        add_action(lead, db.session.get_one(type(meeting), host.id), Task("Do it.", partner))
        add_action(lead, meeting, Task("Do it.", partner))
        add_comment(lead, known, "A word about clusters.")
        add_comment(lead, host, "A word about clusters.")
        notify(self.officer.id, "comment", published, path="/x", by=self.lead.id)


def _addresses(town: Town) -> dict[str, str]:
    paths = {name: record_path(db.session.get_one(Record, own)) for name, own in
             (("practice", town.practice), ("meeting", town.meeting))}  # fmt: skip
    return paths | {
        "home": "/", "practices": "/practices", "meetings": "/meetings", "search": "/library?q=clusters",
        "notifications": "/notifications", "history": f"{paths['practice']}/history", "me": "/me",
    }  # fmt: skip


@pytest.mark.parametrize("who", ["officer", "expert"])
def test_queries_do_not_grow_with_rows(world: World, work: Callable[[], None], who: str) -> None:
    town = Town(world)
    client = world.client(getattr(town, who))
    seen: dict[str, list[int]] = {}
    for rounds in (FEW, MANY):
        town.grow(rounds)
        work()
        for name, address in _addresses(town).items():
            if name == "history" and who == "expert":
                continue
            client.get(address)
            with counted() as statements:
                assert client.get(address).status_code == 200, name
            seen.setdefault(name, []).append(len(statements))
    grown = {name: counts for name, counts in seen.items() if counts[1] > counts[0]}
    assert grown == {}, seen
    assert max(max(counts) for counts in seen.values()) <= 40, seen

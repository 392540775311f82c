"""Two web processes with Redis and PostgreSQL: pushes, presence and closing reach the lines of the other one."""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import socketio

from infocus.app import create_app
from infocus.core.db import db, unit_of_work
from infocus.engines.bound import engines
from infocus.networks.actors import actor_of_person
from infocus.reviews.models import Review
from infocus.reviews.services.seats import take_seat
from infocus.reviews.vocabulary import NAMESPACE, Mode, Seating
from infocus.settings import Settings
from tests.faults.killable import Killable
from tests.reviews.tables import lay, new_key
from tests.support import servers
from tests.support.world import World


class Pair:
    """A live open review, and two processes that serve it."""

    def __init__(self, folder: Path) -> None:
        address = servers.postgresql_database("two")
        self.settings = Settings(
            instance=folder, secret_key="for tests only", database_url=address, redis_url=servers.redis()
        )
        self.app = create_app(self.settings)
        with self.app.app_context():
            db.create_all()
            world = World(self.app)
            table = lay(world).start(Mode.OPEN)
            self.review = table.review_id
            self.people = {who: person.id for who, person in table.people.items()}
            self.tokens: dict[str, str] = {
                who: world.bearer(table.people[who])["Authorization"].removeprefix("Bearer ")
                for who in (Seating.HOST, Seating.FRIEND)
            }
        self.lines: list[socketio.Client] = []
        self.servers = [Killable(replace(self.settings, port=servers.free_port())) for _ in range(2)]
        for server in self.servers:
            server.start()
        for server in self.servers:
            server.wait()

    def line(self, who: str, process: int) -> tuple[socketio.Client, list[tuple[str, dict]]]:
        """Somebody in the room through one of the processes, and what they hear."""
        heard: list[tuple[str, dict]] = []
        client = socketio.Client(reconnection=False)
        self.lines.append(client)
        for name in ("entry", "presence", "closed"):
            client.on(name, lambda data, name=name: heard.append((name, data)), namespace=NAMESPACE)
        port = self.servers[process].settings.port
        client.connect(
            f"http://127.0.0.1:{port}",
            auth={"token": self.tokens[who]},
            namespaces=[NAMESPACE],
            transports=["websocket"],
        )
        assert client.call("join", {"review": self.review}, namespace=NAMESPACE)["ok"]
        return client, heard

    def close(self) -> None:
        for line in self.lines:
            line.disconnect()
        for server in self.servers:
            server.kill()
        with self.app.app_context():
            engines().search.close()
            db.engine.dispose()


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    found = Pair(tmp_path)
    yield found
    found.close()


def eventually(what: Callable[[], object], seconds: float = 120.0) -> bool:
    """Whether it becomes true in time."""
    deadline = time.monotonic() + seconds
    while not what() and time.monotonic() < deadline:
        time.sleep(0.02)
    return bool(what())


def test_what_happens_in_one_process_reaches_the_other(pair: Pair) -> None:
    host, host_heard = pair.line(Seating.HOST, 0)
    friend, friend_heard = pair.line(Seating.FRIEND, 1)
    assert eventually(lambda: ("presence", 2) in [(name, data.get("here")) for name, data in host_heard])
    said = {"review": pair.review, "key": new_key(), "text": "From the other process."}
    assert friend.call("say", said, namespace=NAMESPACE) == {"ok": True, "seq": 2}
    assert eventually(lambda: said["key"] in [data.get("key") for name, data in host_heard if name == "entry"])

    with pair.app.app_context(), unit_of_work():  # a third process, as a worker or a command is one
        review = db.session.get_one(Review, pair.review)
        lead = actor_of_person(pair.people[Seating.LEAD])
        assert lead is not None
        take_seat(lead, review, next(seat.id for seat in review.panel if seat.role == Seating.FRIEND))
    assert eventually(lambda: ("closed", {"reason": "rights_lost"}) in friend_heard)
    assert eventually(lambda: NAMESPACE not in friend.namespaces)
    assert eventually(lambda: ("presence", 1) in [(name, data.get("here")) for name, data in host_heard[1:]])
    assert host.connected

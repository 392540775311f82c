"""Servers die, lines are cut, sends doubled and overtaken while a guided review moves on: nothing lost, one order."""

import gc
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from infocus.app import create_app
from infocus.core.db import db
from infocus.engines.bound import engines
from infocus.networks.actors import actor_of_person
from infocus.reviews.models import LogEntry, Room
from infocus.reviews.notes.models import Note, Vote
from infocus.reviews.room.queries import transcript
from infocus.reviews.vocabulary import Kind, Phase, Seating
from infocus.settings import Settings
from tests.faults.cutting import CuttingProxy
from tests.faults.killable import Killable
from tests.faults.review_acts import course, deeds_of, dots, forbidden
from tests.faults.room_client import RoomClient
from tests.reviews.tables import lay
from tests.support import servers
from tests.support.world import World

# The client's library drops its socket unclosed when it is cut before the server's first packet.
pytestmark = pytest.mark.filterwarnings("ignore:unclosed .socket.socket:ResourceWarning")

SEED = 20_180_124
WRITERS = (Seating.HOST, Seating.FRIEND, Seating.RAPPORTEUR, Seating.EXPERT)
COURSE = (Phase.CLARIFY, Phase.NOTES, Phase.CLUSTER, Phase.ROUND, Phase.DIALOGUE, Phase.CLOSE)
LONGEST = 600.0
POLLING = ["polling", "websocket"]
"""A client that would like a WebSocket, behind a proxy that hangs up on it."""


@dataclass
class Scene:
    """A live guided review, its servers, a pinned proxy a client, and the tokens of its people."""

    servers: list[Killable]
    review: str
    people: dict[str, str]
    app: Flask
    tokens: dict[str, str]
    redis: Callable[[], None] | None = None

    def client(self, who: str, transports: list[str], chance: random.Random, **what: Any) -> RoomClient:
        """Somebody, who reaches one of the servers through a proxy of their own."""
        port = self.servers[len(self.proxies) % len(self.servers)].settings.port
        proxy = CuttingProxy(port, chance, websockets=transports != POLLING)
        self.proxies.append(proxy)
        return RoomClient(f"http://127.0.0.1:{proxy.port}", self.tokens[who], self.review, transports, **what)

    def __post_init__(self) -> None:
        self.proxies: list[CuttingProxy] = []

    def disturb(self, chance: random.Random) -> int:
        """Cut lines, kill a server, let its clients go over to another one, bring it back; Redis dies, too."""
        cuts = 0
        for number in range(2):
            for _ in range(3):
                time.sleep(chance.uniform(0.1, 0.5))
                cuts += sum(proxy.cut(0.5) for proxy in self.proxies)
            dead = self.servers[number % len(self.servers)]
            dead.kill()
            homes = [proxy.target for proxy in self.proxies]
            for proxy in self.proxies:  # as a sticky proxy does when a server is gone
                others = [each.settings.port for each in self.servers if each is not dead]
                proxy.target = others[0] if others else proxy.target
            if self.redis is not None and number:
                self.redis()
            dead.start()
            dead.wait()
            for proxy, home in zip(self.proxies, homes, strict=True):  # and when it is back
                proxy.target = home
                cuts += proxy.cut(1.0)
        return cuts


def _scene(settings: Settings, count: int, skewed: Path | None = None) -> Scene:
    app = create_app(settings)
    with app.app_context():
        db.create_all()
        table = lay(World(app)).start()
        people = {who.value: table.people[who] for who in (*WRITERS, Seating.FACILITATOR, Seating.LEAD)}
        ids = {who: person.id for who, person in people.items()}
        tokens = {
            who: World(app).bearer(person)["Authorization"].removeprefix("Bearer ") for who, person in people.items()
        }
        engines().search.close()
        db.engine.dispose()
    made = [
        Killable(replace(settings, port=servers.free_port()), clock=None if number else skewed)
        for number in range(count)
    ]
    for server in made:
        server.start()
    for server in made:
        server.wait()
    return Scene(made, table.review_id, ids, app, tokens)


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Scene]:
    """One process on SQLite."""
    settings = Settings(instance=tmp_path, secret_key="for tests only", log_level="warning")
    found = _scene(settings, 1)
    yield found
    _end(found)


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Scene]:
    """Two processes on PostgreSQL with a Redis of their own; the clock of the first goes five minutes ahead."""
    address, stop_redis = servers.own_redis(tmp_path)
    skewed = tmp_path / "clock"
    skewed.write_text("300")
    settings = Settings(
        instance=tmp_path,
        secret_key="for tests only",
        log_level="error",
        database_url=servers.postgresql_database("chaos"),
        redis_url=address,
    )
    found = _scene(settings, 2, skewed)
    found.redis = stop_redis
    yield found
    _end(found)
    stop_redis()


def _end(scene: Scene) -> None:
    for proxy in scene.proxies:
        proxy.close()
    for server in scene.servers:
        server.kill()
    gc.collect()  # what the library dropped goes here, not in the midst of another test


@pytest.mark.parametrize("transports", [["websocket"], POLLING], ids=["websocket", "polling"])
@pytest.mark.parametrize("house", ["alone", "pair"])
def test_a_review_goes_on_whole(house: str, transports: list[str], request: pytest.FixtureRequest) -> None:
    scene: Scene = request.getfixturevalue(house)
    chance = random.Random(SEED)
    clients: dict[Any, RoomClient] = {}

    def is_over() -> bool:
        return Phase.CLOSE.value in {entry.get("phase") for entry in clients[Seating.FACILITATOR].delivered}

    def is_done(phase: Phase) -> bool:
        """Two of its kind were taken: notes, dots, or words."""
        wanted = {Phase.NOTES: "note", Phase.CLUSTER: "vote"}.get(phase, "say")
        taken = [client.sent[key][0] for client in clients.values() for key in list(client.acked)]
        return taken.count(wanted) >= 2 * (1 + COURSE.index(phase) if wanted == "say" else 1)

    for who in WRITERS:
        deeds = deeds_of(who, random.Random(f"{SEED}{who}"), is_over)
        clients[who] = scene.client(who, transports, chance, deeds=deeds, mischief=random.Random(SEED), pace=0.1)
    clients[Seating.FACILITATOR] = scene.client(
        Seating.FACILITATOR, transports, chance, deeds=course(COURSE, is_done), pace=0.5
    )
    began = time.monotonic()
    for client in reversed(clients.values()):
        client.start()
    cuts = scene.disturb(chance)
    for who, client in clients.items():
        assert client.wait(LONGEST - (time.monotonic() - began)), f"{who}: {len(client.acked)} acknowledged"
    with scene.app.app_context(), _closed():
        last = db.session.get_one(Room, scene.review).last_seq
        _until(lambda: all(client.last == last for client in clients.values()), 120)
        for client in clients.values():
            client.close()
        _check(scene, clients)
    assert cuts > 0
    assert sum(client.lines for client in clients.values()) > len(clients), "some had to come back"


@contextmanager
def _closed() -> Iterator[None]:
    """Whatever happens, no connection stays open for another test to stumble over."""
    try:
        yield
    finally:
        db.session.remove()
        engines().search.close()
        db.engine.dispose()


def _check(scene: Scene, clients: dict[Any, RoomClient]) -> None:
    rows = list(db.session.scalars(select(LogEntry).order_by(LogEntry.seq)).unique())
    assert [row.seq for row in rows] == list(range(1, len(rows) + 1)), "no gap, no double"
    lead = actor_of_person(scene.people[Seating.LEAD])
    assert lead is not None
    log = transcript(lead, scene.review)
    by_key = {row.key: row.seq for row in rows}
    assert len(by_key) == len(rows)
    shown = {entry["id"]: entry["seq"] for entry in log if entry["kind"] == Kind.NOTE}
    for who, client in clients.items():
        assert client.delivered == log, f"{who} has the log, whole and in order"
        _check_answers(client, by_key, shown)
    seats = {person: Seating(who) for who, person in scene.people.items()}
    assert forbidden(log, seats, {row.seq: row.person_id or "" for row in rows}) == []
    phases = [entry["phase"] for entry in log if entry["kind"] == Kind.PHASE]
    assert phases == [Phase.OPENING.value, *(phase.value for phase in COURSE)]
    votes = db.session.execute(select(Vote.target, Vote.dots).where(Vote.dots > 0)).all()
    assert dots(log) == {target: sum(n for t, n in votes if t == target) for target, _ in votes}
    assert len(shown) == len(list(db.session.scalars(select(Note.id)))), "every note that was taken is shown, once"
    assert min(sum(entry["kind"] == kind for entry in log) for kind in (Kind.MESSAGE, Kind.NOTE, Kind.VOTE)) > 0
    assert any(client.refused for client in clients.values()), "some came in the wrong phase"


def _check_answers(client: RoomClient, by_key: dict[str, int], shown: dict[str, int]) -> None:
    for key, answer in client.acked.items():
        if client.sent[key][0] == "note":
            assert answer["id"] in shown
            assert answer.get("seq") in {None, shown[answer["id"]]}
        elif client.sent[key][0] != "phase":  # one that stands already is answered with the entry that did it
            assert by_key.get(key) == answer["seq"], client.sent[key]
    assert not set(client.refused) & set(by_key), "what was refused is not stored"


def _until(true: Callable[[], bool], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:
        time.sleep(0.1)

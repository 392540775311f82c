"""The server is killed and lines are cut while people write: nothing acknowledged is lost or doubled, one order."""

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import select

from infocus.app import create_app
from infocus.core.db import db
from infocus.engines.bound import engines
from infocus.reviews.models import LogEntry
from infocus.reviews.vocabulary import Mode, Seating
from infocus.settings import Settings
from tests.faults.cutting import CuttingProxy
from tests.faults.killable import Killable
from tests.faults.room_client import RoomClient
from tests.reviews.tables import lay
from tests.support import servers
from tests.support.world import World

SEED = 20_180_124
WRITERS = (Seating.HOST, Seating.FRIEND, Seating.RAPPORTEUR, Seating.EXPERT)
LINES = 30
KILLS = 2
LONGEST = 60.0


@dataclass
class Scene:
    """A live open review on disk, a server for it, and the tokens of its writers."""

    server: Killable
    review: str
    tokens: dict[str, str]

    def stored(self) -> list[tuple[int, str, str | None]]:
        """Every row of the log: seq, key, text."""
        app = create_app(self.server.settings)
        with app.app_context():
            rows = db.session.execute(select(LogEntry.seq, LogEntry.key, LogEntry.text).order_by(LogEntry.seq)).all()
            engines().search.close()
            db.engine.dispose()
        return [(seq, key, text) for seq, key, text in rows]


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    settings = Settings(instance=tmp_path, secret_key="for tests only", port=servers.free_port(), log_level="warning")
    app = create_app(settings)
    with app.app_context():
        db.create_all()
        table = lay(World(app)).start(Mode.OPEN)
        tokens = {
            who.value: World(app).bearer(table.people[who])["Authorization"].removeprefix("Bearer ") for who in WRITERS
        }
        engines().search.close()
        db.engine.dispose()
    found = Scene(Killable(settings), table.review_id, tokens)
    found.server.start()
    found.server.wait()
    yield found
    found.server.kill()


@pytest.mark.parametrize("transport", ["websocket", "polling"])
def test_nothing_is_lost_or_doubled(scene: Scene, transport: str) -> None:
    chance = random.Random(SEED)
    proxy = CuttingProxy(scene.server.settings.port, chance)
    clients = [
        RoomClient(
            f"http://127.0.0.1:{proxy.port}",
            scene.tokens[who],
            scene.review,
            transport,
            [f"{who}:{n}" for n in range(LINES)],
        )
        for who in WRITERS
    ]
    began = time.monotonic()
    for client in clients:
        client.start()
    cuts = _disturb(scene.server, proxy, chance, clients)
    for client in clients:
        assert client.wait(LONGEST - (time.monotonic() - began)), f"{len(client.acked)} of {LINES} acknowledged"
    _until(lambda: all(len(client.delivered) == 1 + len(WRITERS) * LINES for client in clients), 10)
    for client in clients:
        client.close()
    proxy.close()
    scene.server.kill()

    stored = scene.stored()
    assert [seq for seq, _, _ in stored] == list(range(1, 2 + len(WRITERS) * LINES))
    assert sorted(text or "" for _, _, text in stored[1:]) == sorted(
        f"{who}:{n}" for who in WRITERS for n in range(LINES)
    )
    seqs = {key: seq for seq, key, _ in stored}
    for client in clients:
        assert not client.refused
        assert client.acked == {key: seqs[key] for key in client.acked}
        assert len(client.acked) == LINES
        assert [(entry["seq"], entry["key"], entry.get("text")) for entry in client.delivered] == stored
    assert cuts > 0
    assert sum(client.tries for client in clients) > len(WRITERS) * LINES  # the disturbance was one


def _disturb(server: Killable, proxy: CuttingProxy, chance: random.Random, clients: list[RoomClient]) -> int:
    """Cut lines now and then and kill the server while they write; ends with a server that answers."""
    cuts = 0
    for _ in range(KILLS):
        for _ in range(3):
            time.sleep(chance.uniform(0.1, 0.4))
            cuts += proxy.cut(0.5)
        server.kill()
        assert any(len(client.acked) < LINES for client in clients), "everything was said before the server was killed"
        server.start()
        server.wait()
    return cuts


def _until(true, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while not true() and time.monotonic() < deadline:
        time.sleep(0.1)

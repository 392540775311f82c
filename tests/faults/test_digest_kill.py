"""A worker that is killed in the midst of the digests: each reader gets one, with everything in it."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from email import message_from_bytes
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from aiosmtpd.controller import Controller

from infocus.app import create_app
from infocus.core.actor import Role
from infocus.core.clock import now as real_now
from infocus.core.db import db, unit_of_work
from infocus.core.outbox import OutboxRow
from infocus.engines.bound import engines
from infocus.notifications.models import Notification
from infocus.notifications.services import notify
from infocus.records.models import Record
from infocus.records.urls import record_path
from infocus.settings import Settings
from tests.library.shelf import Shelf
from tests.support.clocks import CLOCK
from tests.support.house import ROOT
from tests.support.servers import free_port
from tests.support.world import World

READERS, KILLS = 6, 2
WAIT_SECONDS = 240.0
WORKER = (
    "import tests.library.shelf; from tests.support.clocks import follow_if_told; follow_if_told(); "
    "from infocus.cli import main; main(['worker'])"
)


class Catcher:
    """An SMTP server that kills the worker when a mail has come, before it says that it has it."""

    def __init__(self) -> None:
        self.mails: dict[str, list[str]] = defaultdict(list)
        self.texts: dict[str, str] = {}
        self.deadly = 0
        self.process: subprocess.Popen[bytes] | None = None

    async def data(self, server: Any, session: Any, envelope: Any) -> str:
        mail = message_from_bytes(envelope.content)
        self.mails[envelope.rcpt_tos[0]].append(str(mail["Message-ID"]))
        parts = [part.get_payload(decode=True) for part in mail.walk() if part.get_content_type() == "text/plain"]
        self.texts[str(mail["Message-ID"])] = b"".join(part for part in parts if isinstance(part, bytes)).decode()
        if self.deadly and self.process is not None:
            self.deadly -= 1
            os.kill(self.process.pid, signal.SIGKILL)
            await asyncio.sleep(0)
        return "250 OK"


@contextmanager
def catching() -> Iterator[tuple[Catcher, int]]:
    catcher = Catcher()
    handler = SimpleNamespace(handle_DATA=catcher.data)
    controller = Controller(handler, hostname="127.0.0.1", port=free_port(), ready_timeout=60)
    controller.start()
    try:
        yield catcher, controller.port
    finally:
        controller.stop()


def test_killed_workers_send_no_digest_twice_and_lose_none(tmp_path: Path) -> None:
    with catching() as (catcher, port):
        url = f"smtp://127.0.0.1:{port}"
        settings = Settings(instance=tmp_path, secret_key="for tests only", log_level="error", mail_url=url)
        app = create_app(settings)
        with app.app_context():
            try:
                db.create_all()
                told = _told(World(app))
                ahead = tmp_path / "clock"
                for kill in range(KILLS + 1):
                    _round(catcher, settings, ahead, days=kill, deadly=kill < KILLS)
                _judge(catcher, told)
            finally:
                engines().search.close()
                db.engine.dispose()


def _told(world: World) -> dict[str, set[str]]:
    """Readers with three notifications each: address → the words they must get."""
    network = world.network()
    porto = world.partner(network)
    author = world.person(Role.OFFICER, porto)
    shelf = Shelf(world, network, porto, author)
    note = shelf.note()
    found: dict[str, set[str]] = {}
    for reader in [world.person(Role.ULG, porto) for _reader in range(READERS)]:
        with unit_of_work():
            assert reader.account is not None
            address, reader_id = reader.account.email, reader.id
            record = db.session.get_one(Record, note)
            words = {f"word {number} for {address}" for number in range(3)}
            for each in sorted(words):
                notify(reader_id, "comment", record, path=record_path(record), by=author.id, quote=each)
        found[address] = words
    with unit_of_work():  # what is new in the network is not asked here, nor the author
        db.session.get_one(Record, note).state = "draft"
    db.session.rollback()
    return found


def _round(catcher: Catcher, settings: Settings, ahead: Path, *, days: int, deadly: bool) -> None:
    """A worker that works at noon until it is killed with a mail in hand, or until nothing waits."""
    noon = real_now().replace(hour=12, minute=0, second=0) + timedelta(days=1, minutes=20 * days)
    ahead.write_text(str((noon - real_now()).total_seconds()))
    ours = {"INFOCUS_INSTANCE": str(settings.instance), "INFOCUS_SECRET_KEY": settings.secret_key, CLOCK: str(ahead)}
    ours |= {"INFOCUS_MAIL_URL": settings.mail_url, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "platform")])}
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("INFOCUS_")}
    catcher.deadly = int(deadly)
    process = subprocess.Popen([sys.executable, "-c", WORKER], cwd=ROOT, env=inherited | ours)
    catcher.process = process
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline and process.poll() is None and (deadly or _waits()):
        time.sleep(0.1)
    if process.poll() is None:
        process.kill()
        assert not deadly, "the catcher got no mail to kill it at"
    process.wait()


def _waits() -> bool:
    db.session.rollback()
    unmailed = db.session.query(Notification).filter(Notification.mailed_at.is_(None)).count()
    letters = db.session.query(OutboxRow).filter_by(kind="mail.send", state="waiting").count()
    return bool(unmailed or letters)


def _judge(catcher: Catcher, told: dict[str, set[str]]) -> None:
    assert set(told) <= set(catcher.mails), "a reader got nothing"
    for address, words in told.items():
        # A mail that was handed over and not noted comes again as the same mail: programs show one Message-ID once.
        assert len(set(catcher.mails[address])) == 1, f"{address} got two digests"
        text = catcher.texts[catcher.mails[address][0]]
        assert {each for each in words if each in text} == words
    again = sum(len(ids) - len(set(ids)) for ids in catcher.mails.values())
    assert again <= KILLS, "only what was in hand when the worker was killed comes again"
    assert db.session.query(OutboxRow).filter_by(state="failed").count() == 0

"""Mail in through real servers: LMTP as a mail server speaks it, and an IMAP server's mailbox."""

import asyncio
import contextlib
import imaplib
import smtplib
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextvars import Context
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from infocus.comments.models import Comment
from infocus.comments.services import add_comment
from infocus.core.db import db, unit_of_work
from infocus.core.web.boxes import box_of
from infocus.engines.mail.imap import Mailbox
from infocus.engines.mail.lmtp import serve
from infocus.engines.mail.port import MailDelayed
from infocus.letterbox import taking
from infocus.letterbox.jobs import fetch
from infocus.letterbox.models import LetterCount
from infocus.notifications.answering.services import address_for
from infocus.records.models import Record
from tests.letterbox.letters import email, letter
from tests.library.shelf import Shelf
from tests.support.servers import free_port

LIMIT = 200_000
WAIT_SECONDS = 120


def asked(shelf: Shelf) -> tuple[str, str]:
    note = shelf.note()
    with unit_of_work():
        add_comment(shelf.actor("lead"), db.session.get_one(Record, note), "A word.")
        return note, address_for(shelf.people["author"].id, note)


def texts(note: str) -> list[str]:
    db.session.rollback()
    return [row.text for row in db.session.query(Comment).filter_by(record_id=note).order_by(Comment.id)]


def counts() -> dict[str, int]:
    db.session.rollback()
    return {row.outcome: row.count for row in db.session.query(LetterCount)}


@pytest.fixture
def lmtp(letterbox: Flask) -> Iterator[int]:
    """A server as ``infocus letterbox lmtp`` starts it: its port."""
    ports: list[int] = []
    ready, loop = threading.Event(), asyncio.new_event_loop()

    def take(raw: bytes, sender: str, recipient: str) -> None:
        def inside() -> None:
            with letterbox.app_context():
                taking.take(raw, recipient, LIMIT, sender)

        if b"Subject: later" in raw:
            raise ZeroDivisionError
        Context().run(inside)

    def is_ours(address: str) -> bool:
        with letterbox.app_context():
            return box_of(address) is not None

    def started(port: int) -> None:
        ports.append(port)
        ready.set()

    def run() -> None:
        asyncio.set_event_loop(loop)
        with contextlib.suppress(asyncio.CancelledError):
            loop.run_until_complete(task)
        loop.run_until_complete(loop.shutdown_default_executor())

    task = loop.create_task(serve("127.0.0.1", 0, take, is_ours, LIMIT, started))
    thread = threading.Thread(target=run)
    thread.start()
    assert ready.wait(WAIT_SECONDS)
    yield ports[0]
    loop.call_soon_threadsafe(task.cancel)
    thread.join(WAIT_SECONDS)
    loop.close()


def test_a_mail_server_hands_over_and_hears_what_is_refused(shelf: Shelf, lmtp: int) -> None:
    note, address = asked(shelf)
    db.session.rollback()
    mine = email(shelf, "author")
    with smtplib.LMTP("127.0.0.1", lmtp) as server:
        for _time in range(2):
            server.sendmail(mine, [address], letter(mine, address).as_bytes())
        with pytest.raises(smtplib.SMTPRecipientsRefused) as unknown:
            server.sendmail(mine, ["somebody@in.example"], letter(mine, address).as_bytes())
        with pytest.raises(smtplib.SMTPDataError) as later:
            server.sendmail(mine, [address], letter(mine, address, Subject="later", Message_ID="<2@x>").as_bytes())
        with pytest.raises((smtplib.SMTPSenderRefused, smtplib.SMTPDataError)) as large:
            server.sendmail(mine, [address], letter(mine, address, "x" * 70 + "\n" * LIMIT).as_bytes())
    (refusal,) = unknown.value.recipients.values()
    assert (refusal[0], later.value.smtp_code, large.value.smtp_code) == (550, 451, 552)
    assert texts(note) == ["A word.", "I think so, too."]
    assert counts() == {"comment": 1, "twice": 1}


@pytest.fixture
def imap() -> Iterator[str]:
    """A real IMAP server with one mailbox: its address."""
    port = free_port()
    command = [
        str(Path(sys.executable).parent / "pymap"),
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--no-tls",
        "dict",
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < deadline:
        with contextlib.suppress(OSError), imaplib.IMAP4("127.0.0.1", port):
            break
        time.sleep(0.1)
    yield f"imap://demouser:demopass@127.0.0.1:{port}"
    process.kill()
    process.wait()


def test_the_worker_fetches_what_waits_in_a_mailbox_once(shelf: Shelf, letterbox: Flask, imap: str) -> None:
    note, address = asked(shelf)
    db.session.rollback()
    mine = email(shelf, "author")
    settings = letterbox.extensions["infocus.settings"]
    letterbox.extensions["infocus.settings"] = replace(settings, letterbox_url=imap, max_upload_mb=1)
    box = Mailbox.from_url(imap)
    with imaplib.IMAP4(box.host, box.port) as server:
        server.login(box.user, box.password)
        for mail in (
            letter(mine, f"In Focus <{address}>"),
            letter(mine, "somebody@else.example", Delivered_To=address, Message_ID="<two@x>", text="By a copy."),
            letter(mine, "somebody@else.example", Message_ID="<three@x>"),
            letter(mine, address, "x" * 70 + "\r\n" + ("y" * 70 + "\r\n") * 45_000, Message_ID="<four@x>"),
        ):
            server.append("INBOX", "", imaplib.Time2Internaldate(time.time()), mail.as_bytes())
    fetch()
    fetch()
    assert texts(note) == ["A word.", "I think so, too.", "By a copy."]
    assert counts() == {"comment": 2, "unknown": 1, "too-large": 1}
    with pytest.raises(MailDelayed):
        replace(box, password="wrong").fetch(lambda raw: None, lambda: None, LIMIT)


@pytest.mark.parametrize(
    "url", ["imap://host", "imap://u:p@mail.example", "imap://u:p@127.0.0.1?tls=1", "imaps://mail.example/INBOX"]
)
def test_an_address_of_a_mailbox_that_cannot_be_used_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="address"):
        Mailbox.from_url(url)

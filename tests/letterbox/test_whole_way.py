"""The whole way, through real servers: watch, be told by mail, stop it by one click, answer by mail."""

import smtplib
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask
from playwright.sync_api import expect

from infocus.comments.models import Comment
from infocus.comments.services import add_comment
from infocus.core.db import db, unit_of_work
from infocus.engines.bound import KEY
from infocus.engines.mail import open_mailer
from infocus.meetings.models import Meeting
from infocus.meetings.services import create_meeting
from infocus.notifications.jobs import daily_mails
from infocus.records.urls import record_path
from tests.engines.mail.post import Post, serving
from tests.letterbox.letters import email, letter
from tests.letterbox.test_servers import lmtp as _lmtp
from tests.library.conftest import open_as as _open_as
from tests.library.shelf import Shelf
from tests.notifications.clockwork import NOON, at, set_mail

lmtp, open_as = _lmtp, _open_as


@pytest.fixture
def post(letterbox: Flask, tmp_path):
    """A mail server that keeps what our worker hands to it."""
    bound = letterbox.extensions[KEY]
    with serving() as server:
        mailer = open_mailer(f"smtp://127.0.0.1:{server.port}", tmp_path)
        letterbox.extensions[KEY] = replace(bound, mailer=mailer)
        yield server
        letterbox.extensions[KEY] = bound


@pytest.mark.parametrize("app", ["sqlite"], indirect=True)
def test_watch_be_told_stop_and_answer(shelf: Shelf, work, post: Post, lmtp: int, open_as) -> None:
    at(NOON - timedelta(days=1))
    set_mail(shelf, "daily", "neighbour")
    daily_mails()
    with unit_of_work():
        values = {"title": "Meeting in Porto", "starts": "2026-11-24", "host": "porto"}
        meeting = create_meeting(shelf.actor("lead"), shelf.network, values)
        meeting_id, path = meeting.id, record_path(meeting)
    page = open_as("neighbour").new_page()
    page.goto(path)
    page.get_by_role("button", name="Watch", exact=True).click()
    expect(page.get_by_role("button", name="Stop watching")).to_be_visible()
    with unit_of_work():
        add_comment(shelf.actor("author"), db.session.get_one(Meeting, meeting_id), "Who brings the maps?")
    work()
    at(NOON)
    daily_mails()
    work()
    mine = email(shelf, "neighbour")
    (mail,) = [each for each in post.mails() if mine in str(each["To"])]
    body = mail.get_body(("plain",))
    assert body is not None
    text = str(body.get_content())
    assert "Who brings the maps?" in text
    assert "because you watch it" in text
    page.goto("/" + str(mail["List-Unsubscribe"]).strip("<>").split("/", 3)[3])
    page.get_by_role("button", name="Stop this mail").click()
    expect(page.get_by_role("heading", name="No more of this mail")).to_be_visible()
    page.goto("/notifications")
    expect(page.get_by_text("because you watch it")).to_be_visible()
    answer_to = next(word for word in text.split() if word.startswith("r-") and word.endswith("@in.example"))
    with smtplib.LMTP("127.0.0.1", lmtp) as server:
        quoted = "".join(f"> {line}\n" for line in text.splitlines())
        server.sendmail(mine, [answer_to], letter(mine, answer_to, f"I bring them.\n\n{quoted}").as_bytes())
    db.session.rollback()
    assert [row.text for row in db.session.query(Comment).order_by(Comment.id)][1:] == ["I bring them."]
    page.goto(path)
    expect(page.get_by_text("I bring them.")).to_be_visible()

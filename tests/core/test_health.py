"""Alive, ready, checked: what is well says ok, what is not says what."""

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_sqlalchemy.session import Session
from sqlalchemy.orm import scoped_session

from infocus.core import clock, outbox
from infocus.core.db import unit_of_work
from infocus.engines.bound import KEY, engines
from infocus.engines.checks import mail_leaves, storage_answers
from infocus.engines.mail.opening import open_mailer
from infocus.engines.storage.local import LocalStorage
from tests.support.servers import free_port


@outbox.job("test.health")
def _nothing(_payload) -> None:
    """Work that is never run here."""


def test_a_sound_installation_is_ready(app: Flask, session: scoped_session[Session], client: FlaskClient, work) -> None:
    """All named parts answer."""
    work()
    answer = client.get("/readyz")
    assert answer.status_code == 200, answer.text
    assert {"database", "queue", "index", "files", "storage"} <= set(answer.get_json()["checks"])


def test_work_that_nobody_takes_up_is_told(app: Flask, session: scoped_session[Session], client: FlaskClient) -> None:
    """A row due for longer than patience lasts makes the installation not ready."""
    with unit_of_work():
        outbox.enqueue("test.health", {}, run_after=clock.now() - timedelta(hours=1))
    answer = client.get("/readyz")
    assert answer.status_code == 503
    assert "60 minutes" in answer.get_json()["checks"]["queue"]


def test_a_store_that_cannot_be_written_is_told(
    any_app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Something else stands where the folder was: the check says so instead of breaking."""
    store = LocalStorage(tmp_path / "files")
    shutil.rmtree(tmp_path / "files")
    (tmp_path / "files").write_text("no folder", "utf-8")
    with any_app.app_context():
        monkeypatch.setitem(any_app.extensions, KEY, replace(engines(), storage=store))
        assert storage_answers()


def test_a_mail_server_that_does_not_answer_is_told(
    any_app: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody listens at that address; mail into a folder is well."""
    with any_app.app_context():
        assert mail_leaves() is None
        nobody = open_mailer(f"smtp://127.0.0.1:{free_port()}", tmp_path)
        monkeypatch.setitem(any_app.extensions, KEY, replace(engines(), mailer=nobody))
        assert "refused" in str(mail_leaves()).lower()

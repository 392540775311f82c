"""The address chooses the adapter; the folder's own manners."""

from dataclasses import replace
from pathlib import Path

import pytest

from infocus.engines.mail import MailDelayed, Message, open_mailer

MAIL = Message(to="m@x.example", subject="Hello", text="Hello\n", message_id="<1@x.example>")


@pytest.mark.parametrize(
    "url",
    [
        "imap://host",
        "smtp://",
        "smtp://host:notaport",
        "smtp://host?colour=red",
        "smtp://host?timeout=soon",
        "file:///",
        "smtp://me:secret@mail.example",
    ],
)
def test_an_unusable_address_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(ValueError, match=r".") as refusal:
        open_mailer(url, tmp_path)
    assert "secret" not in str(refusal.value)


def test_a_sender_that_is_no_address_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cannot be sent from"):
        open_mailer("", tmp_path, "nobody")


def test_a_mail_sent_again_is_one_file(tmp_path: Path) -> None:
    mailer = open_mailer(f"file://{tmp_path}/out", tmp_path)
    mailer.send(MAIL)
    mailer.send(MAIL)
    mailer.send(replace(MAIL, message_id="<2@x.example>"))
    names = sorted(file.name for file in (tmp_path / "out").iterdir())
    assert len(names) == 2
    assert all(name.endswith(".eml") for name in names)


def test_a_folder_that_cannot_be_written_delays(tmp_path: Path) -> None:
    (tmp_path / "mail").write_text("a file stands here")
    mailer = open_mailer("", tmp_path)
    for act in (lambda: mailer.send(MAIL), mailer.check):
        with pytest.raises(MailDelayed, match="cannot write"):
            act()

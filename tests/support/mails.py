"""Reading the mails that the application wrote into its folder."""

import email
import re
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from flask import Flask

_LINK = re.compile(r"https?://\S+")


def mails(app: Flask, to: str = "") -> list[EmailMessage]:
    """The mails sent so far (to this address), the oldest first."""
    return letters_in(Path(app.instance_path) / "mail", to)


def letters_in(folder: Path, to: str = "") -> list[EmailMessage]:
    """The mails in a folder (to this address), the oldest first."""
    found = [_read(path) for path in sorted(folder.glob("*.eml"), key=_when)]
    return [mail for mail in found if not to or to in str(mail["To"])]


def text_of(mail: EmailMessage) -> str:
    """Its plain text."""
    return _body(mail, "plain")


def html_of(mail: EmailMessage) -> str:
    """Its HTML."""
    return _body(mail, "html")


def path_in(mail: EmailMessage) -> str:
    """The path of the first link in it: what a person opens."""
    found = _LINK.search(text_of(mail))
    assert found, text_of(mail)
    return "/" + found[0].split("/", 3)[3]


def _when(path: Path) -> int:
    return path.stat().st_mtime_ns


def _read(path: Path) -> EmailMessage:
    message = email.message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(message, EmailMessage)
    return message


def _body(mail: EmailMessage, kind: str) -> str:
    body = mail.get_body((kind,))
    assert isinstance(body, EmailMessage)
    return str(body.get_content())

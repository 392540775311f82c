"""What only SMTP has: refusals for good and for now, sign-in, encryption."""

import socket
from pathlib import Path

import pytest

from infocus.engines.mail import MailDelayed, MailRefused, Message, open_mailer
from infocus.engines.mail.port import MailError
from tests.engines.mail.conftest import SENDER
from tests.engines.mail.post import Post, certificate, serving


def mail_to(to: str) -> Message:
    return Message(to=to, subject="Hello", text="Hello\n")


@pytest.mark.parametrize(
    ("to", "failure", "words"),
    [
        ("nobody@x.example", MailRefused, "550 5.1.1 no such mailbox"),
        ("spam@x.example", MailRefused, "554 5.7.1 refused by policy"),
        ("full@x.example", MailDelayed, "452 4.2.2 mailbox full"),
        ("later@x.example", MailDelayed, "451 4.3.0 try again later"),
    ],
)
def test_the_server_decides_whether_to_try_again(
    post: Post, tmp_path: Path, to: str, failure: type[MailError], words: str
) -> None:
    mailer = open_mailer(f"smtp://127.0.0.1:{post.port}", tmp_path, SENDER)
    with pytest.raises(failure, match=words):
        mailer.send(mail_to(to))
    assert post.envelopes == []


def test_the_envelope_names_the_bare_addresses(post: Post, tmp_path: Path) -> None:
    open_mailer(f"smtp://127.0.0.1:{post.port}", tmp_path, SENDER).send(mail_to("Maria <maria@porto.example>"))
    (envelope,) = post.envelopes
    assert (envelope.mail_from, envelope.rcpt_tos) == ("exchange@infocus.example", ["maria@porto.example"])


def test_a_server_that_is_away_delays(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    mailer = open_mailer(f"smtp://127.0.0.1:{port}", tmp_path, SENDER)
    with pytest.raises(MailDelayed, match=f"127.0.0.1:{port}"):
        mailer.send(mail_to("maria@porto.example"))
    with pytest.raises(MailDelayed):
        mailer.check()


def test_a_server_that_says_nothing_delays_after_the_timeout(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        mailer = open_mailer(f"smtp://127.0.0.1:{silent.getsockname()[1]}?timeout=0.2", tmp_path, SENDER)
        with pytest.raises(MailDelayed):
            mailer.send(mail_to("maria@porto.example"))


def test_sign_in_with_a_password_of_odd_letters(post: Post, tmp_path: Path) -> None:
    open_mailer(f"smtp://exchange:p%40ss%2Fword@127.0.0.1:{post.port}", tmp_path, SENDER).send(mail_to("m@x.example"))
    assert len(post.envelopes) == 1


def test_a_wrong_password_delays_and_is_not_repeated(post: Post, tmp_path: Path) -> None:
    mailer = open_mailer(f"smtp://exchange:hush@127.0.0.1:{post.port}", tmp_path, SENDER)
    with pytest.raises(MailDelayed, match="sign-in refused") as failure:
        mailer.send(mail_to("m@x.example"))
    assert "word" not in str(failure.value)
    assert "hush" not in str(failure.value) + repr(mailer)


@pytest.mark.parametrize("scheme", ["smtps", "starttls"])
def test_mail_travels_encrypted_to_a_server_that_is_trusted_only(tmp_path: Path, scheme: str) -> None:
    ca, context = certificate(tmp_path)
    implicit = scheme == "smtps"
    options = {"ssl_context": context} if implicit else {"tls_context": context}
    with serving(**options) as post:
        start = f"{'smtps' if implicit else 'smtp'}://127.0.0.1:{post.port}?starttls={int(not implicit)}"
        open_mailer(f"{start}&ca={ca}", tmp_path, SENDER).send(mail_to("m@x.example"))
        assert len(post.envelopes) == 1
        assert implicit or post.encrypted
        with pytest.raises(MailDelayed, match="certificate"):
            open_mailer(start, tmp_path, SENDER).send(mail_to("m@x.example"))
        assert len(post.envelopes) == 1


def test_a_server_without_starttls_is_not_written_to_in_the_clear(post: Post, tmp_path: Path) -> None:
    with pytest.raises(MailDelayed):
        open_mailer(f"smtp://127.0.0.1:{post.port}?starttls=1", tmp_path, SENDER).send(mail_to("m@x.example"))
    assert post.envelopes == []

"""Mails as people and machines send them."""

from email.message import EmailMessage
from email.policy import SMTP

from tests.library.shelf import Shelf

TEXT = (
    "I think so, too.\n\n"
    "On Tue, 24 Nov 2026 at 07:00, In Focus Exchange <exchange+r-x@in.example> wrote:\n\n> A word.\n"
)


def email(shelf: Shelf, who: str) -> str:
    """The address of one of the people."""
    account = shelf.people[who].account
    assert account is not None
    return account.email


def letter(sender: str, to: str, text: str = TEXT, **headers: str) -> EmailMessage:
    """A mail of one person to one address; ``headers`` with ``_`` for ``-``."""
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"] = sender, to
    mail["Subject"] = headers.pop("Subject", "Re: A comment")
    mail["Message-ID"] = headers.pop("Message_ID", "<one@people.example>")
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(text)
    return mail


def bounce(to: str, about: str, status: str = "5.1.1", action: str = "failed") -> bytes:
    """A delivery status notification (RFC 3464) about a mail to ``about``."""
    return (
        f"From: MAILER-DAEMON@relay.example\r\nTo: {to}\r\nSubject: Undelivered\r\nAuto-Submitted: auto-replied\r\n"
        f"Message-ID: <{status}.{about}.{to[-40:-20]}@relay.example>\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/plain\r\n\r\nNot delivered.\r\n"
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; relay.example\r\n\r\n"
        f"Final-Recipient: rfc822; {about}\r\nAction: {action}\r\nStatus: {status}\r\n"
        "Diagnostic-Code: smtp; 550 no such mailbox\r\n\r\n"
        f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nTo: {about}\r\nSubject: x\r\n\r\n--b--\r\n"
    ).encode()

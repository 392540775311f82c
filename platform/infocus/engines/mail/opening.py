"""Choosing the adapter from an address."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from infocus.engines.mail.composing import address
from infocus.engines.mail.files import FileMailer
from infocus.engines.mail.port import Mailer, MailRefused
from infocus.engines.mail.smtp import SmtpMailer, SmtpServer

DEFAULT_SENDER = "In Focus Exchange <no-reply@localhost.localdomain>"


def open_mailer(url: str, instance: Path, sender: str = DEFAULT_SENDER) -> Mailer:
    """Bind the mailer of `MAIL_URL`.

    `url` is empty (the folder `mail` of the instance), `file:///folder`, or what `SmtpServer.from_url` takes; `sender`
    is the From of every mail. Raises ValueError for another address or a sender that is none.
    """
    try:
        address(sender)
    except MailRefused as error:
        raise ValueError(f"mail cannot be sent from {sender!r}") from error
    parts = urlsplit(url)
    match parts.scheme:
        case "":
            return FileMailer(instance / "mail", sender)
        case "file" if parts.path.strip("/"):
            return FileMailer(Path(unquote(parts.path)), sender)
        case "smtp" | "smtps":
            return SmtpMailer(SmtpServer.from_url(parts), sender)
        case _:
            raise ValueError(f"mail cannot be sent to a {parts.scheme}:// address like this; use smtp://host")

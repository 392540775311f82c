"""Adapter: an SMTP server. A refusal with 5xx is for good, everything else for now (RFC 5321, 4.2.1)."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from urllib.parse import SplitResult, parse_qs, unquote

from infocus.engines.mail.composing import address, compose
from infocus.engines.mail.port import AddressRefused, MailDelayed, MailRefused, Message

_PORTS = {"smtp": 25, "smtps": 465}
_PERMANENT = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpServer:
    """Where mail goes, and how the connection is made safe. `ca` names a file of certificates to trust as well."""

    host: str
    port: int
    user: str = ""
    password: str = field(default="", repr=False)
    tls: bool = False
    starttls: bool = False
    ca: str = ""
    timeout_seconds: float = 20.0

    @classmethod
    def from_url(cls, url: SplitResult) -> "SmtpServer":
        """`smtp://[user:password@]host[:port][?starttls=1&ca=file&timeout=20]`, or `smtps://…`. Raises ValueError."""
        options = {name: values[-1] for name, values in parse_qs(url.query).items()}
        if unknown := options.keys() - {"starttls", "ca", "timeout"}:
            raise ValueError(f"the {url.scheme}:// address has an unknown option: {min(unknown)}")
        if not url.hostname:
            raise ValueError(f"the {url.scheme}:// address names no server")
        server = cls(
            host=url.hostname,
            port=url.port or _PORTS[url.scheme],
            user=unquote(url.username or ""),
            password=unquote(url.password or ""),
            tls=url.scheme == "smtps",
            starttls=options.get("starttls", "0") == "1",
            ca=options.get("ca", ""),
            timeout_seconds=float(options.get("timeout", "20")),
        )
        if server.user and not (server.tls or server.starttls) and server.host not in {"127.0.0.1", "::1", "localhost"}:
            raise ValueError("the smtp:// address would send a password in the clear; add ?starttls=1 or use smtps://")
        return server

    @contextmanager
    def connect(self) -> Iterator[smtplib.SMTP]:
        """A connection, encrypted and signed in as configured."""
        context = self._context()
        if self.tls:
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(self.host, self.port, timeout=self.timeout_seconds, context=context)
        else:
            smtp = smtplib.SMTP(self.host, self.port, timeout=self.timeout_seconds)
        try:
            if self.starttls:
                smtp.starttls(context=context)
            if self.user:
                smtp.login(self.user, self.password)
            yield smtp
        finally:
            with suppress(OSError, smtplib.SMTPException):
                smtp.quit()
            smtp.close()

    def _context(self) -> ssl.SSLContext:
        context = ssl.create_default_context()
        if self.ca:
            context.load_verify_locations(self.ca)
        return context


class SmtpMailer:
    """Sends each mail over a connection of its own: mails here are few, and a kept connection goes stale."""

    def __init__(self, server: SmtpServer, sender: str) -> None:
        self._server = server
        self._sender = sender

    def send(self, message: Message) -> None:
        """See `Mailer.send`."""
        mail = compose(message, self._sender)
        with self._failures(), self._server.connect() as smtp:
            try:
                # Not send_message, which puts a ">" before a line of the text that begins with "From ".
                envelope = address(message.returns_to or self._sender).addr_spec
                smtp.sendmail(envelope, [address(message.to).addr_spec], mail.as_bytes())
            except smtplib.SMTPRecipientsRefused as error:
                failure = _failure(*next(iter(error.recipients.values())))
                raise (AddressRefused(str(failure)) if isinstance(failure, MailRefused) else failure) from error
            except (smtplib.SMTPSenderRefused, smtplib.SMTPDataError) as error:
                raise _failure(error.smtp_code, error.smtp_error) from error

    def check(self) -> str:
        """See `Mailer.check`."""
        with self._failures(), self._server.connect() as smtp:
            smtp.noop()
        return f"SMTP {self._server.host}:{self._server.port}"

    @contextmanager
    def _failures(self) -> Iterator[None]:
        """What goes wrong before the mail is judged (connection, certificate, sign-in) can be mended: try again."""
        try:
            yield
        except (OSError, smtplib.SMTPException) as error:
            where = f"{self._server.host}:{self._server.port}"
            raise MailDelayed(f"{where}: {_words(error)}") from error


def _failure(code: int, answer: bytes | str) -> MailRefused | MailDelayed:
    text = answer.decode("utf-8", "replace") if isinstance(answer, bytes) else answer
    line = f"{code} {' '.join(text.split())[:200]}"
    return MailRefused(line) if code >= _PERMANENT else MailDelayed(line)


def _words(error: Exception) -> str:
    """One line without what was sent: an answer to a sign-in may repeat it."""
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return f"sign-in refused ({error.smtp_code})"
    return f"{type(error).__name__}: {' '.join(str(error).split())[:200]}"

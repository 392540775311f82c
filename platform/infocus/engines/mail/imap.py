"""Mail in, from a mailbox (IMAP4rev1): each new mail is handed over and marked as seen when that went well."""

import imaplib
import re
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import parse_qs, unquote, urlsplit

from infocus.engines.mail.port import MailDelayed

_PORTS = {"imap": 143, "imaps": 993}
_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")
_SAFE = {"127.0.0.1", "::1", "localhost"}
Take = Callable[[bytes], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox:
    """Where mail waits, and how the connection is made safe. ``folder`` is a name of plain letters."""

    host: str
    port: int
    user: str
    password: str = field(repr=False)
    tls: bool
    starttls: bool = False
    ca: str = ""
    folder: str = "INBOX"
    timeout_seconds: float = 20.0

    @classmethod
    def from_url(cls, url: str) -> "Mailbox":
        """``imap://user:password@host[:port][/folder][?starttls=1&ca=file]`` or ``imaps://…``. Raises ValueError."""
        parts = urlsplit(url)
        options = {name: values[-1] for name, values in parse_qs(parts.query).items()}
        if unknown := options.keys() - {"starttls", "ca"}:
            raise ValueError(f"the {parts.scheme}:// address has an unknown option: {min(unknown)}")
        if parts.scheme not in _PORTS or not parts.hostname or not parts.username:
            raise ValueError("the imap:// address names no server or no user")
        box = cls(
            host=parts.hostname,
            port=parts.port or _PORTS[parts.scheme],
            user=unquote(parts.username),
            password=unquote(parts.password or ""),
            tls=parts.scheme == "imaps",
            starttls=options.get("starttls", "0") == "1",
            ca=options.get("ca", ""),
            folder=unquote(parts.path.strip("/")) or "INBOX",
        )
        if not (box.tls or box.starttls) and box.host not in _SAFE:
            raise ValueError("the imap:// address would send a password in the clear; add ?starttls=1 or use imaps://")
        return box

    def fetch(self, take: Take, too_large: Callable[[], None], limit: int, most: int = 50) -> int:
        """Hand over at most ``most`` unseen mails of up to ``limit`` bytes; returns how many were seen.

        A mail is marked as seen after ``take`` has returned: one that was taken and not marked comes again, so ``take``
        knows what it had. Raises ``MailDelayed`` when the server is away or does not let us in.
        """
        try:
            return self._fetch(take, too_large, limit, most)
        except (OSError, imaplib.IMAP4.error) as error:
            raise MailDelayed(f"{self.host}:{self.port}: {type(error).__name__}") from error

    def _fetch(self, take: Take, too_large: Callable[[], None], limit: int, most: int) -> int:
        with self._connected() as server:
            server.login(self.user, self.password)
            server.select(self.folder)
            _kind, found = server.uid("SEARCH", "UNSEEN")
            numbers = (found[0] or b"").split()[:most]
            for number in numbers:
                uid = number.decode("ascii")
                if _size(server, uid) > limit:
                    too_large()
                else:
                    take(_content(server, uid))
                server.uid("STORE", uid, "+FLAGS", "(\\Seen)")
            return len(numbers)

    def _connected(self) -> imaplib.IMAP4:
        context = ssl.create_default_context()
        if self.ca:
            context.load_verify_locations(self.ca)
        if self.tls:
            return imaplib.IMAP4_SSL(self.host, self.port, ssl_context=context, timeout=self.timeout_seconds)
        server = imaplib.IMAP4(self.host, self.port, timeout=self.timeout_seconds)
        if self.starttls:
            server.starttls(context)
        return server


def _size(server: imaplib.IMAP4, uid: str) -> int:
    _kind, data = server.uid("FETCH", uid, "(RFC822.SIZE)")
    lines = b" ".join(line if isinstance(line, bytes) else b" ".join(line or ()) for line in data if line)
    found = _SIZE.search(lines)
    return int(found[1]) if found else 0


def _content(server: imaplib.IMAP4, uid: str) -> bytes:
    _kind, data = server.uid("FETCH", uid, "(BODY.PEEK[])")
    return next((bytes(each[1]) for each in data if isinstance(each, tuple)), b"")

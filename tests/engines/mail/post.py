"""A real SMTP server on loopback that keeps what it gets and answers as the recipient's name asks it to."""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from ipaddress import ip_address
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from infocus.core.clock import now

_AT_RECIPIENT = {"nobody": "550 5.1.1 no such mailbox", "full": "452 4.2.2 mailbox full"}
_AT_DATA = {"spam": "554 5.7.1 refused by policy", "later": "451 4.3.0 try again later"}


@dataclass
class Post:
    """What arrived: the mails with their envelopes, and whether the last one came encrypted."""

    port: int
    envelopes: list[Envelope] = field(default_factory=list)
    encrypted: bool = False

    def mails(self) -> list[EmailMessage]:
        return [read(envelope.original_content or b"") for envelope in self.envelopes]

    async def recipient(self, server: SMTP, session: Session, envelope: Envelope, to: str, options: list[str]) -> str:
        if refusal := _AT_RECIPIENT.get(to.partition("@")[0]):
            return refusal
        envelope.rcpt_tos.append(to)
        return "250 OK"

    async def data(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if refusal := _AT_DATA.get((envelope.rcpt_tos[0] or "").partition("@")[0]):
            return refusal
        self.envelopes.append(envelope)
        self.encrypted = session.ssl is not None
        return "250 OK"


def read(data: bytes) -> EmailMessage:
    """A mail from its bytes."""
    mail = message_from_bytes(data, policy=default)
    assert isinstance(mail, EmailMessage)
    return mail


def _authenticate(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
    right = isinstance(data, LoginPassword) and (data.login, data.password) == (b"exchange", b"p@ss/word")
    return AuthResult(success=right, handled=False, message=None if right else "535 5.7.8 wrong p@ss/word")


@contextmanager
def serving(**options: Any) -> Iterator[Post]:
    """A server on a free port of 127.0.0.1 while the context is open."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        post = Post(probe.getsockname()[1])
    handler = SimpleNamespace(handle_RCPT=post.recipient, handle_DATA=post.data)
    controller = Controller(
        handler, "127.0.0.1", post.port, authenticator=_authenticate, auth_require_tls=False, **options
    )
    controller.start()
    try:
        yield post
    finally:
        controller.stop()


def certificate(folder: Path) -> tuple[Path, ssl.SSLContext]:
    """A certificate for 127.0.0.1 of its own making: the file to trust, and the server's side."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now() - timedelta(days=1))
        .not_valid_after(now() + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, SHA256())
    )
    trusted, private = folder / "ca.pem", folder / "key.pem"
    trusted.write_bytes(made.public_bytes(Encoding.PEM))
    private.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(trusted, private)
    return trusted, context

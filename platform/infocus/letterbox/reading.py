"""A mail as it is read: sender, words, files, whether a machine wrote it. The standard library parses, within limits.

Sources: RFC 3834 (automatic answers), RFC 3464 (delivery status), RFC 5322.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default
from email.utils import getaddresses

from infocus.letterbox.answers import plain

MOST_PARTS = 200
MOST_FILES = 20
_BULK = {"bulk", "junk", "list", "auto_reply", "auto-reply"}
_AUTOMATIC = ("X-Auto-Response-Suppress", "X-Autoreply", "X-Autorespond", "X-Loop", "List-Id", "List-Unsubscribe")


class Broken(Exception):
    """This is no mail that can be read."""


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of a mail."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Failure:
    """One recipient of a delivery status: the addresses it may be known by, whether for good, what the server said."""

    addresses: tuple[str, ...]
    hard: bool
    status: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail. ``sender`` is empty when From names nobody or several people; ``mark`` is the same for the same mail."""

    sender: str
    subject: str
    message_id: str
    mark: str
    automatic: bool
    doubtful: bool
    mail: EmailMessage

    def text(self) -> str:
        """The words, plain; of a mail that has only HTML its text."""
        try:
            body = self.mail.get_body(("plain", "html"))
            content = body.get_content() if isinstance(body, EmailMessage) else ""
        except (LookupError, ValueError, AttributeError):  # a character set that is none, a body that is none
            return ""
        if not isinstance(content, str):
            return ""
        return plain(content) if body is not None and body.get_content_subtype() == "html" else content

    def files(self) -> list[Attached]:
        """The attached files; pictures that belong to the words (a logo in the signature) are none."""
        found = []
        for part in _parts(self.mail):
            name = part.get_filename()
            shown_inside = part.get_content_disposition() == "inline" and part.get("Content-ID")
            if name and not shown_inside and not part.is_multipart():
                data = part.get_payload(decode=True)
                found.append(Attached(str(name), data if isinstance(data, bytes) else b""))
        return found[:MOST_FILES]

    def failures(self) -> list[Failure]:
        """What a delivery status says of each recipient that was not reached."""
        named = tuple(address.lower() for _name, address in getaddresses(self._returned("To")))
        found = []
        for part in _parts(self.mail):
            if part.get_content_type() == "message/delivery-status" and isinstance(part.get_payload(), list):
                found += [failure for block in part.get_payload() if (failure := _failure(block, named)) is not None]
        return found

    def _returned(self, header: str) -> list[str]:
        """A header of the mail that came back."""
        for part in _parts(self.mail):
            if part.get_content_type() in {"message/rfc822", "text/rfc822-headers"}:
                payload = part.get_payload()
                inner = payload[0] if isinstance(payload, list) and payload else None
                if not isinstance(inner, Message) and isinstance(payload, str):
                    inner = message_from_bytes(payload.encode("utf-8", "replace"), policy=default)
                if isinstance(inner, Message):
                    return [str(value) for value in inner.get_all(header, [])]
        return []


def read(raw: bytes, envelope_sender: str | None = None) -> Letter:
    """A mail from its bytes; ``envelope_sender`` is empty for what no person sends. Raises ``Broken``."""
    try:
        mail = message_from_bytes(raw, policy=default)
        if not mail.keys():
            raise Broken("no headers")
        if sum(1 for _part in zip(mail.walk(), range(MOST_PARTS + 1), strict=False)) > MOST_PARTS:
            raise Broken("too many parts")
        senders = [address.lower() for _name, address in getaddresses([str(each) for each in mail.get_all("From", [])])]
        message_id = " ".join(str(mail.get("Message-ID", "")).split())[:400]
        subject = " ".join(str(mail.get("Subject", "")).split())[:200]
        automatic = _is_automatic(mail, envelope_sender)
    except (RecursionError, ValueError, IndexError, AttributeError, LookupError, TypeError) as error:
        raise Broken(type(error).__name__) from error  # the library's own mistakes on hostile headers
    mark = hashlib.sha256(message_id.encode("utf-8", "replace") or raw).hexdigest()
    sender = senders[0] if len(senders) == 1 else ""
    return Letter(sender, subject, message_id, mark, automatic, _fails_dmarc(mail), mail)


def recipients(raw: bytes) -> list[str]:
    """The addresses a mail from a mailbox was for: those its server noted, and those it names."""
    try:
        mail = message_from_bytes(raw, policy=default)
        fields = [
            str(value) for name in ("Delivered-To", "X-Original-To", "To", "Cc") for value in mail.get_all(name, [])
        ]
        return list(dict.fromkeys(address.lower() for _name, address in getaddresses(fields) if address))
    except (RecursionError, ValueError, IndexError, AttributeError, LookupError, TypeError):
        return []


def _parts(mail: Message) -> Iterator[Message]:
    """Every part but those inside of a mail that is enclosed as a whole."""
    if mail.get_content_type() == "message/rfc822" or not mail.is_multipart():
        yield mail
        return
    if mail.get_content_type() == "message/delivery-status":
        yield mail
        return
    for part in mail.get_payload():
        if isinstance(part, Message):
            yield from _parts(part)


def _is_automatic(mail: Message, envelope_sender: str | None) -> bool:
    said = str(mail.get("Auto-Submitted", "no")).partition(";")[0].strip().lower()
    bulk = str(mail.get("Precedence", "")).strip().lower() in _BULK
    return envelope_sender == "" or said != "no" or bulk or any(mail.get(name) is not None for name in _AUTOMATIC)


def _fails_dmarc(mail: Message) -> bool:
    """Whether our own server (whose line is the first) found that the sender's domain did not send this."""
    return "dmarc=fail" in str(mail.get("Authentication-Results", "")).lower().replace(" ", "")


def _failure(block: object, named: tuple[str, ...]) -> Failure | None:
    if not isinstance(block, Message) or str(block.get("Action", "")).strip().lower() not in {"failed", "delayed"}:
        return None
    status = str(block.get("Status", "")).strip()
    fields = (str(block.get(name, "")).rpartition(";")[2].strip().lower() for name in _RECIPIENTS)
    addresses = tuple(dict.fromkeys(address for address in (*fields, *named) if "@" in address))
    hard = status.startswith("5") and str(block.get("Action", "")).strip().lower() == "failed"
    return Failure(addresses, hard, f"{status} {block.get('Diagnostic-Code', '')}")


_RECIPIENTS = ("Original-Recipient", "Final-Recipient")

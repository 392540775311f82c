"""The port: a mail to one person, and the two ways it can fail."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol


class MailError(Exception):
    """The mail was not handed over; the message says why, without the mail's text."""


class MailRefused(MailError):
    """For good: this mail will not be taken however often it is tried (no such mailbox, an address that is none)."""


class AddressRefused(MailRefused):
    """For good, because of the recipient: there is no such mailbox, or it takes no mail."""


class MailDelayed(MailError):
    """For now: the server is away, busy, or does not let us in; try again later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """A text file that goes with a mail: ``text/<subtype>`` in UTF-8, with ``parameters`` of that type."""

    name: str
    text: str
    subtype: str = "plain"
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A mail.

    `to` and `reply_to` are addresses, with or without a name. `message_id` ("<id@host>") stays the same on every retry,
    so that a mail sent twice is seen once; empty: one is made. `headers` are extra ones, such as List-Unsubscribe.
    `returns_to` is the sender on the envelope, where a mail comes back to that cannot be delivered; empty: the sender.
    """

    to: str
    subject: str
    text: str
    html: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    reply_to: str = ""
    message_id: str = ""
    returns_to: str = ""
    attachments: Sequence[Attachment] = ()


class Mailer(Protocol):
    """Sends mails, one at a time."""

    def send(self, message: Message) -> None:
        """Hand the mail over; on return somebody else answers for it. Raises `MailRefused` or `MailDelayed`."""
        ...

    def check(self) -> str:
        """Whether mail could be sent now: one line on where it goes. Raises `MailError`."""
        ...

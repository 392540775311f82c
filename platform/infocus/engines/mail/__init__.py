"""Mail out: files in a folder or an SMTP server behind one port."""

from infocus.engines.mail.opening import open_mailer
from infocus.engines.mail.port import AddressRefused, Attachment, MailDelayed, Mailer, MailError, MailRefused, Message

__all__ = [
    "AddressRefused", "Attachment", "MailDelayed", "MailError", "MailRefused", "Mailer", "Message", "open_mailer",
]  # fmt: skip

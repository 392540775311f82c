"""A `Message` as a mail of RFC 5322: headers that cannot be broken out of, text first, HTML as the alternative."""

import unicodedata
from email.errors import HeaderParseError, MessageError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import formatdate, make_msgid

from infocus.engines.mail.port import MailRefused, Message

_OURS = frozenset({"to", "from", "subject", "date", "message-id", "reply-to", "auto-submitted", "mime-version"})


def compose(message: Message, sender: str) -> EmailMessage:
    """The mail, ready to be sent. Raises `MailRefused` for a bad address and for control characters in a header."""
    mail = EmailMessage(policy=SMTP)
    try:
        mail["From"] = address(sender)
        mail["To"] = address(message.to)
        mail["Subject"] = _line("the subject", message.subject)
        mail["Date"] = formatdate(usegmt=True)
        mail["Message-ID"] = _identity(message.message_id) or make_msgid(domain=address(sender).domain)
        # Keeps holiday answers away: this is a machine writing (RFC 3834).
        mail["Auto-Submitted"] = "auto-generated"
        if message.reply_to:
            mail["Reply-To"] = address(message.reply_to)
        for name, value in message.headers.items():
            mail[_name(name)] = _line(name, value)
        mail.set_content(message.text)
        if message.html is not None:
            mail.add_alternative(message.html, subtype="html")
        for each in message.attachments:
            parameters = {_name(name): _line(name, value) for name, value in each.parameters.items()}
            name = _line("a file's name", each.name)
            mail.add_attachment(each.text, subtype=each.subtype, filename=name, params=parameters)
    except (ValueError, MessageError) as error:
        raise MailRefused(str(error)) from error
    return mail


def address(text: str) -> Address:
    """One mailbox, with or without a name; letters beyond ASCII only in name and domain. Raises `MailRefused`."""
    line = _line("an address", text)
    name, bracket, rest = line.rpartition("<")
    spec = rest.removesuffix(">") if bracket and line.endswith(">") else line
    try:
        user, _, domain = spec.strip().rpartition("@")
        if not domain.isascii():  # a name such as münchen.example travels as xn--…
            domain = domain.encode("idna").decode("ascii")
        mailbox = Address(display_name=name.strip().strip('"'), addr_spec=f"{user}@{domain}")
    except (ValueError, IndexError, HeaderParseError) as error:
        raise MailRefused("an address is none") from error
    if not mailbox.username or not mailbox.domain:
        raise MailRefused("an address is none")
    return mailbox


def _line(what: str, text: str) -> str:
    if any(unicodedata.category(letter) in {"Cc", "Zl", "Zp", "Cs"} for letter in text):
        raise MailRefused(f"{what} holds control characters")
    return text


def _name(name: str) -> str:
    """A header's name: printable ASCII without a colon (RFC 5322, 2.2), and none of those set here."""
    if not name or not all("!" <= letter <= "~" and letter != ":" for letter in name) or name.lower() in _OURS:
        raise MailRefused("a header's name cannot be used")
    return name


def _identity(message_id: str) -> str:
    if message_id and not (message_id.startswith("<") and message_id.endswith(">") and "@" in message_id):
        raise MailRefused("the message id is none")
    return _line("the message id", message_id)

"""Mail that comes back, counted per address; after some that came back for good no more goes there, until it is tried.

What counts: a refusal of the recipient by the server mail is handed to, and a delivery status notification (RFC 3464)
that comes to the address of the envelope, which is signed for the recipient: nobody else can stop somebody's mail.
"""

from datetime import timedelta

from infocus.accounts.models import Account, MailTrouble
from infocus.core import clock
from infocus.core.db import db
from infocus.core.web.boxes import Box, box_address, mark, same

HARD = 3
"""Mails that came back for good before no more are sent."""
FORGIVEN = timedelta(days=90)
"""After so long without trouble the count begins anew."""
PURPOSE = "bounce"


def bounce_address(to: str) -> str:
    """Where a mail to this address comes back to; empty without a letterbox: then to the sender."""
    return box_address(Box.BOUNCE, mark(PURPOSE, to.lower()))


def is_for(key: str, address: str) -> bool:
    """Whether a bounce address was made for mail to this address."""
    return same(key, mark(PURPOSE, address.lower()))


def note_trouble(address: str, *, hard: bool, status: str) -> MailTrouble:
    """Count a mail that came back, inside the present unit of work."""
    row = _row(address)
    if clock.now() - row.last_at > FORGIVEN:
        row.hard = row.soft = 0
    row.hard, row.soft = row.hard + hard, row.soft + (not hard)
    row.last_at, row.last_status = clock.now(), " ".join(status.split())[:160]
    if row.hard >= HARD and row.stopped_at is None:
        row.stopped_at = clock.now()
    db.session.flush()
    return row


def keep_back(address: str) -> bool:
    """Whether no mail goes to this address now; counts the one that does not."""
    row = db.session.get(MailTrouble, address.lower())
    if row is None or row.stopped_at is None:
        return False
    row.kept_back += 1
    return True


def trouble_of(account: Account) -> MailTrouble | None:
    """What is known of the person's address when no mail goes there; else ``None``."""
    row = db.session.get(MailTrouble, account.email)
    return row if row is not None and row.stopped_at is not None else None


def try_again(account: Account) -> None:
    """Send mail to the person's address again; what came back before counts no more."""
    row = db.session.get(MailTrouble, account.email)
    if row is not None:
        db.session.delete(row)
        db.session.flush()


def _row(address: str) -> MailTrouble:
    row = db.session.get(MailTrouble, address.lower())
    if row is None:
        row = MailTrouble(address=address.lower(), hard=0, soft=0, kept_back=0, last_at=clock.now())
        db.session.add(row)
    return row

"""Make an address to answer at, and say whom a key belongs to."""

from infocus.core.db import db
from infocus.core.ids import LENGTH, is_id
from infocus.core.web.boxes import Box, box_address, mark, same
from infocus.notifications.answering.models import ReplyAddress
from infocus.notifications.models import Notification

PURPOSE = "reply"


def reply_address(person_id: str, row: Notification) -> str:
    """Where a person answers a notification: the comment it is about, else its record; empty without a letterbox."""
    anchor = row.path.rpartition("#c-")[2] if "#c-" in row.path else ""
    return address_for(person_id, row.record_id, anchor if len(anchor) == LENGTH and is_id(anchor) else "")


def address_for(person_id: str, record_id: str, comment_id: str = "") -> str:
    """The address at which a person comments on a record, or answers a comment on it."""
    key = mark(PURPOSE, person_id, record_id, comment_id)
    address = box_address(Box.REPLY, key)
    if address and db.session.get(ReplyAddress, key) is None:
        db.session.add(ReplyAddress(key=key, person_id=person_id, record_id=record_id, comment_id=comment_id))
        db.session.flush()
    return address


def whose(key: str) -> ReplyAddress | None:
    """What an address stands for, if it was made here and its signature is whole."""
    row = db.session.get(ReplyAddress, key)
    if row is None or not same(mark(PURPOSE, row.person_id, row.record_id, row.comment_id), key):
        return None
    return row

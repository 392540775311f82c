"""Files that wait for the person who sent them."""

from sqlalchemy import func, select

from infocus.accounts.queries import account_of
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.ids import is_id
from infocus.core.paging import Page, keyset
from infocus.letterbox.models import MailedFile
from infocus.meetings.models import Meeting


def waiting_files(actor: Actor, meeting: Meeting, cursor: str | None = None) -> Page[MailedFile]:
    """One's own files that wait at a meeting, newest first."""
    mine = select(MailedFile).where(MailedFile.person_id == actor.person, MailedFile.meeting_id == meeting.id)
    return keyset(mine, [MailedFile.id], lambda row: [row.id], cursor=cursor)


def count_waiting(actor: Actor, meeting: Meeting) -> int:
    """How many of one's own files wait at a meeting."""
    mine = select(func.count()).where(MailedFile.person_id == actor.person, MailedFile.meeting_id == meeting.id)
    return db.session.scalar(mine) or 0


def own_file(actor: Actor, meeting: Meeting, file_id: str) -> MailedFile:
    """One of one's own. Raises ``NotFound``."""
    row = db.session.get(MailedFile, file_id) if is_id(file_id) else None
    if row is None or row.person_id != actor.person or row.meeting_id != meeting.id:
        raise NotFound
    return row


def address_of(actor: Actor) -> str:
    """The address a person must write from."""
    return account_of(actor.person_id).email

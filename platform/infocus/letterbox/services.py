"""A person's address for a meeting, and what becomes of the files that came to it."""

from collections.abc import Mapping
from typing import Any

from infocus.core.actor import Actor
from infocus.core.db import after_commit, db
from infocus.core.permissions import Permission, require
from infocus.core.web.boxes import Box, box_address, mark
from infocus.letterbox.models import MailedFile, MeetingAddress
from infocus.library.uploads import Upload, discard
from infocus.meetings.models import Meeting, Output
from infocus.meetings.outputs import add_output

MEETING = "meeting"


def meeting_address(actor: Actor, meeting: Meeting, *, make: bool = False) -> str:
    """The address at which a person sends files to a meeting; empty until it is made, and without a letterbox."""
    key = mark(MEETING, actor.person, meeting.id)
    known = db.session.get(MeetingAddress, key)
    if known is None and make:
        require(actor, Permission.UPLOAD_OUTPUT, meeting)
        known = MeetingAddress(key=key, person_id=actor.person, meeting_id=meeting.id)
        db.session.add(known)
        db.session.flush()
    return box_address(Box.MEETING, key) if known is not None else ""


def drop(row: MailedFile) -> None:
    """Drop a file that waits, with what is stored of it."""
    upload = upload_of(row)
    db.session.delete(row)
    db.session.flush()
    after_commit(lambda: discard(upload))


def upload_of(row: MailedFile) -> Upload:
    """The stored file, as a view of uploads would have it."""
    return Upload(row.storage_key, row.file_name, row.media_type, row.size, row.sha256)


def confirm(actor: Actor, row: MailedFile, values: Mapping[str, Any]) -> Output:
    """Make an output of a file that waits. Raises as ``add_output``; then it still waits."""
    output, _document = add_output(actor, row.meeting, upload_of(row), values)
    db.session.delete(row)
    db.session.flush()
    return output

"""Take a mail in: whose address it came to, what it may do there, and what its sender is told."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO

from flask_babel import force_locale
from sqlalchemy import delete, func, select, update

from infocus.accounts import bouncing
from infocus.accounts.letters import post
from infocus.accounts.models import Account
from infocus.comments.models import TEXT_LIMIT
from infocus.comments.services import add_comment
from infocus.core import clock
from infocus.core.db import db, unit_of_work
from infocus.core.errors import AppError, Invalid
from infocus.core.i18n import locale_of
from infocus.core.ids import new_id
from infocus.core.permissions import Permission, require
from infocus.core.web.boxes import Box, box_of, mark, same
from infocus.letterbox.answers import answer_in
from infocus.letterbox.models import LetterCount, MailedFile, MeetingAddress, Outcome, ReceivedLetter
from infocus.letterbox.reading import Attached, Broken, Letter, read
from infocus.letterbox.services import MEETING, drop
from infocus.letterbox.words import REASONS
from infocus.library.uploads import Upload, discard, store_upload
from infocus.meetings.models import Meeting
from infocus.networks.actors import actor_of
from infocus.notifications.answering.services import whose
from infocus.records.models import Record
from infocus.records.queries import get_record

KEPT = timedelta(days=90)
"""How long the marks of seen letters are kept, and files that nobody confirmed."""
FILES_KEPT = timedelta(days=30)
ANSWERS_A_DAY = 3
"""Letters about refused mail that one person gets in a day: what answers itself ends there."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whom an address belongs to, and what it is for."""

    account: Account
    record_id: str
    comment_id: str = ""


def take(raw: bytes, recipient: str, limit: int, envelope_sender: str | None = None) -> Outcome:
    """Take one mail in for one address of ours; ``limit`` is that of a file, in bytes. What comes of it is counted.

    It opens its own units of work. Comment, mark of the letter and what its sender is told are one transaction, so a
    mail that is handed over again makes nothing twice.
    """
    box = box_of(recipient)
    if box is None:
        return count(Outcome.UNKNOWN)
    try:
        letter = read(raw, envelope_sender)
    except Broken:
        return count(Outcome.BROKEN)
    kind, key = box
    if kind == Box.BOUNCE:
        return _bounced(letter, key)
    owner = _owner(kind, key)
    if owner is None:
        return count(Outcome.UNKNOWN)
    if letter.automatic:
        return count(Outcome.AUTOMATIC)
    if letter.sender != owner.account.email or letter.doubtful:
        return count(Outcome.FORGED)
    return _comment(letter, owner, recipient) if kind == Box.REPLY else _files(letter, owner, recipient, limit)


def count(outcome: Outcome) -> Outcome:
    """Count what became of a mail, in a unit of work of its own or the present one."""
    with unit_of_work():
        more = update(LetterCount).where(LetterCount.outcome == outcome).values(count=LetterCount.count + 1)
        if db.session.scalar(more.returning(LetterCount.outcome)) is None:
            db.session.add(LetterCount(outcome=outcome, count=1))
            db.session.flush()
    return outcome


def purge() -> None:
    """Forget marks of old letters and drop files nobody confirmed in time."""
    now = clock.now()
    db.session.execute(delete(ReceivedLetter).where(ReceivedLetter.at < now - KEPT))
    for row in db.session.scalars(select(MailedFile).where(MailedFile.at < now - FILES_KEPT).limit(100)).unique():
        drop(row)


def _owner(kind: Box, key: str) -> Owner | None:
    """Whose address this is; the signature is made again, so that a row alone opens nothing."""
    if kind == Box.REPLY:
        reply = whose(key)
        account = db.session.get(Account, reply.person_id) if reply else None
        found = Owner(account, reply.record_id, reply.comment_id) if reply and account else None
    else:
        row = db.session.get(MeetingAddress, key)
        true = row is not None and same(mark(MEETING, row.person_id, row.meeting_id), key)
        account = db.session.get(Account, row.person_id) if row and true else None
        found = Owner(account, row.meeting_id) if row and account else None
    return found if found is not None and found.account.active else None


def _comment(letter: Letter, owner: Owner, recipient: str) -> Outcome:
    text = answer_in(letter.text(), recipient.rpartition("@")[2])
    try:
        with unit_of_work():
            if _seen(letter, recipient):
                return count(Outcome.TWICE)
            if not text or len(text) > TEXT_LIMIT:
                return _refuse(letter, owner, recipient, Outcome.TOO_LONG if text else Outcome.EMPTY)
            actor = actor_of(owner.account)
            record = get_record(actor, owner.record_id, Record)
            add_comment(actor, record, text, reply_to=owner.comment_id or None)
            _note(letter, owner, recipient, Outcome.COMMENT)
            return count(Outcome.COMMENT)
    except AppError:  # rights that went, a network that closed, a comment that is gone
        with unit_of_work():
            return _refuse(letter, owner, recipient, Outcome.NOT_ALLOWED)


def _files(letter: Letter, owner: Owner, recipient: str, limit: int) -> Outcome:
    try:
        actor = actor_of(owner.account)
        require(actor, Permission.UPLOAD_OUTPUT, get_record(actor, owner.record_id, Meeting))
    except AppError:
        with unit_of_work():
            return _refuse(letter, owner, recipient, Outcome.NOT_ALLOWED)
    if _seen(letter, recipient):
        return count(Outcome.TWICE)
    with ExitStack() as kept:
        uploads, refused = _stored(letter.files(), limit, owner, kept)
        with unit_of_work():
            if _seen(letter, recipient):
                return count(Outcome.TWICE)  # another process was first: what this one stored is dropped
            if not uploads:
                return _refuse(letter, owner, recipient, Outcome.NO_FILES, refused)
            for upload in uploads:
                db.session.add(_waiting(letter, owner, upload))
            if refused:
                _tell(letter, owner, Outcome.NO_FILES, refused)
            _note(letter, owner, recipient, Outcome.FILES)
            count(Outcome.FILES)
        kept.pop_all()  # they belong to rows now
    return Outcome.FILES


def _waiting(letter: Letter, owner: Owner, upload: Upload) -> MailedFile:
    return MailedFile(
        id=new_id(),
        person_id=owner.account.person_id,
        meeting_id=owner.record_id,
        subject=letter.subject,
        storage_key=upload.storage_key,
        file_name=upload.file_name,
        media_type=upload.media_type,
        size=upload.size,
        sha256=upload.sha256,
    )


def _stored(files: Sequence[Attached], limit: int, owner: Owner, kept: ExitStack) -> tuple[list[Upload], list[str]]:
    """The files that may stay, checked as every upload is, and a line for each that may not."""
    uploads, refused = [], []
    with force_locale(locale_of(owner.account.person.language)):
        for each in files:
            try:
                upload = store_upload(BytesIO(each.data), each.name, limit)
            except Invalid as error:
                refused.append(f"{each.name[:120]}: {error.message}")
            else:
                kept.callback(discard, upload)
                uploads.append(upload)
    return uploads, refused


def _bounced(letter: Letter, key: str) -> Outcome:
    """Count what came back; the address it came to is signed for the one the mail was sent to."""
    with unit_of_work():
        if _seen(letter, key):
            return count(Outcome.TWICE)
        found = False
        for failure in letter.failures():
            address = next((each for each in failure.addresses if bouncing.is_for(key, each)), None)
            if address is not None:
                bouncing.note_trouble(address, hard=failure.hard, status=failure.status)
                found = True
        _note(letter, None, key, Outcome.BOUNCE)
        return count(Outcome.BOUNCE if found else Outcome.UNKNOWN)


def _mark(letter: Letter, recipient: str) -> str:
    return mark("letter", letter.mark, recipient.lower())


def _seen(letter: Letter, recipient: str) -> bool:
    return db.session.get(ReceivedLetter, _mark(letter, recipient)) is not None


def _note(letter: Letter, owner: Owner | None, recipient: str, outcome: Outcome) -> None:
    person_id = owner.account.person_id if owner else None
    db.session.add(ReceivedLetter(mark=_mark(letter, recipient), person_id=person_id, outcome=outcome))
    db.session.flush()


def _refuse(letter: Letter, owner: Owner, recipient: str, outcome: Outcome, lines: Sequence[str] = ()) -> Outcome:
    """Count it, remember it, and tell its sender once why nothing came of it."""
    if _seen(letter, recipient):
        return count(Outcome.TWICE)
    _tell(letter, owner, outcome, lines)
    _note(letter, owner, recipient, outcome)
    return count(outcome)


def _tell(letter: Letter, owner: Owner, outcome: Outcome, lines: Sequence[str]) -> None:
    account = owner.account
    lately = select(func.count()).where(
        ReceivedLetter.person_id == account.person_id,
        ReceivedLetter.at > clock.now() - timedelta(days=1),
        ReceivedLetter.outcome.in_([each.value for each in REASONS]),
    )
    if (db.session.scalar(lately) or 0) >= ANSWERS_A_DAY:
        return
    with force_locale(locale_of(account.person.language)):
        reason = str(REASONS[outcome])
    headers = {"In-Reply-To": letter.message_id} if letter.message_id.isascii() and letter.message_id else {}
    post(
        account.email,
        account.person.language,
        "letter_refused",
        headers=headers,
        name=account.person.name,
        subject=letter.subject,
        reason=reason,
        lines=list(lines),
    )

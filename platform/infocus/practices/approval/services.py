"""Ask the city's manager whether a practice may be read beyond the network, and take the answer."""

from flask_babel import gettext as _
from sqlalchemy import func, select

from infocus.accounts import asked as asked_by_mail
from infocus.accounts import letters
from infocus.accounts.asked import Addressee, Verdict
from infocus.core.actor import ANONYMOUS, Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, NotFound
from infocus.core.events import emit
from infocus.core.permissions import Permission, allows, require
from infocus.networks.actors import actor_of_person
from infocus.networks.audit import note
from infocus.networks.policy import takes_updates
from infocus.practices.approval.events import ApprovalAnswered
from infocus.practices.approval.leaving import leaving
from infocus.practices.approval.models import PracticeApproval
from infocus.practices.approval.queries import approval_of, asked, may_leave
from infocus.practices.approval.words import READERS
from infocus.practices.models import Practice, PracticeRevision, PracticeState
from infocus.practices.services import WIDE_LEVELS
from infocus.practices.workflow import publish
from infocus.records import services as records

ASKABLE = (PracticeState.VALIDATED, PracticeState.PUBLISHED)


def ask(
    actor: Actor, practice: Practice, to: Addressee, visibility: str, *, expected: int | None = None
) -> PracticeApproval:
    """Send the manager a letter; an earlier question that waits is closed by it.

    Raises ``Invalid`` beside the fields, ``Conflict`` when there is nothing to approve or the same was asked already.
    """
    require(actor, Permission.PUBLISH_PRACTICE, practice)
    records.check_version(practice, expected)
    wrong = {} if visibility in WIDE_LEVELS else {"visibility": _("Choose who may read it from the list.")}
    to = asked_by_mail.checked(to, wrong)
    if practice.state not in ASKABLE:
        raise Conflict(_("The city is asked once an expert has validated the practice."))
    rows, mark = asked(practice), leaving(practice).fingerprint
    if approval_of(practice, visibility, rows) is not None:
        raise Conflict(_("The city has approved this version already; publish it."))
    for row in rows:
        if row.is_open and (row.email, row.visibility, row.fingerprint) == (to.email, visibility, mark):
            raise Conflict(_("%(name)s was asked already and has not answered yet.", name=row.name))
        if row.is_open:
            asked_by_mail.close(row)
    number = select(func.max(PracticeRevision.number)).where(PracticeRevision.practice_id == practice.id)
    row = PracticeApproval(
        practice_id=practice.id,
        practice=practice,
        visibility=visibility,
        fingerprint=mark,
        revision=db.session.scalar(number) or 1,
        name=to.name,
        email=to.email,
        language=to.language,
        asked_by=actor.person,
    )
    db.session.add(row)
    _mail(row, actor)
    db.session.flush()
    note(
        actor, "practices.ask-approval", "practice", practice.id, practice.network_id, name=to.name, audience=visibility
    )
    return row


def take_back(actor: Actor, practice: Practice) -> None:
    """Close the page of who was asked and has not answered."""
    require(actor, Permission.PUBLISH_PRACTICE, practice)
    for row in asked(practice):
        if row.is_open:
            asked_by_mail.close(row)
            note(actor, "practices.unask-approval", "practice", practice.id, practice.network_id, name=row.name)


def find(key: str) -> PracticeApproval:
    """What a manager was asked; looking approves nothing. Raises ``NotFound``, also when it is moot by now."""
    row = asked_by_mail.find(PracticeApproval, key)
    practice = row.practice
    if practice.removed_at or practice.state not in ASKABLE or not takes_updates(practice.network):
        raise NotFound
    return row


def is_changed(row: PracticeApproval) -> bool:
    """Whether what would leave is no longer what the manager was asked about."""
    return leaving(row.practice).fingerprint != row.fingerprint


def decide(key: str, verdict: str, words: str = "") -> PracticeApproval:
    """Take the manager's answer, once: approved, it is published as it was asked; sent back, the city is told why.

    Raises ``NotFound`` (also for a key that was used), ``Invalid``, and ``Conflict`` when the practice has changed.
    """
    row = find(key)
    if is_changed(row):
        raise Conflict(_("The practice was changed after you were asked, so nothing was approved."))
    if not asked_by_mail.use_up(PracticeApproval, key):
        raise NotFound
    asked_by_mail.answer(row, verdict, words)
    practice, agreed = row.practice, row.verdict == Verdict.AGREE
    for other in asked(practice):
        if other.is_open:
            asked_by_mail.close(other)
    detail = {"name": row.name, "audience": row.visibility, "revision": row.revision}
    action = "practices.approve" if agreed else "practices.send-back"
    note(ANONYMOUS, action, "practice", practice.id, practice.network_id, **detail)
    emit(ApprovalAnswered(row, agreed and _published(row)))
    return row


def _published(row: PracticeApproval) -> bool:
    """Publish in the name of who asked, if they still answer for the city; else its coordinator does with one press."""
    actor = actor_of_person(row.asked_by)
    if actor is None or not allows(actor, Permission.PUBLISH_PRACTICE, row.practice):
        return False
    publish(actor, row.practice, row.visibility)
    return True


def settle(practice: Practice) -> None:
    """Hold back from beyond the network what has not been approved as it is about to be; inside the unit of work."""
    with db.session.no_autoflush:
        practice.held = practice.published_at is not None and not may_leave(practice, practice.visibility)


def _mail(row: PracticeApproval, actor: Actor) -> None:
    practice = row.practice
    letters.post(
        row.email,
        row.language,
        "practice_approval",
        name=row.name,
        key=asked_by_mail.give_key(row),
        title=practice.title,
        city=practice.partner.label if practice.partner else practice.network.name,
        by=actor.name,
        who=READERS[row.visibility],
        days=asked_by_mail.OPEN_FOR.days,
    )

"""Ask for a package, take it, and let it go."""

from datetime import timedelta

from sqlalchemy import delete, select

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.i18n import LANGUAGES
from infocus.core.ids import new_id
from infocus.core.outbox import OutboxRow, enqueue, keep_lease
from infocus.core.permissions import Permission, require
from infocus.meetings.evidence.models import EvidenceFile, EvidencePackage, PackageState
from infocus.meetings.evidence.queries import packages_of
from infocus.meetings.models import Meeting
from infocus.networks import audit

PACK = "meetings.pack-evidence"
KEPT = timedelta(days=7)
"""How long a package can be taken: it names people, and what it holds may be narrowed."""
MOST = 3
"""Packages of one meeting that one person has at a time; the oldest gives way."""
UNDER_WAY = {PackageState.WAITING, PackageState.CHECKING}


def ask_for(actor: Actor, meeting: Meeting, language: str, *, every_version: bool) -> EvidencePackage:
    """Have the worker make a package; one of the same kind that is under way is the one that was asked for.

    Raises ``NotFound``, ``NotAllowed``.
    """
    require(actor, Permission.TAKE_EVIDENCE, meeting)
    wanted = language if language in LANGUAGES else actor.language
    own = packages_of(actor, meeting)
    for each in own:
        if each.state in UNDER_WAY and (each.language, each.every_version) == (wanted, every_version):
            return each
    for each in own[MOST - 1 :]:
        let_go(each.id)
    package = EvidencePackage(
        meeting_id=meeting.id, person_id=actor.person, language=wanted, every_version=every_version
    )
    db.session.add(package)
    db.session.flush()
    go_on(package)
    audit.note(actor, "meetings.ask-evidence", "meeting", meeting.id, meeting.network_id, package=package.id)
    return package


def go_on(package: EvidencePackage) -> None:
    """Have the next files looked at; other work of the worker has its turn in between."""
    enqueue(PACK, {"package": package.id}, key=f"{PACK}:{package.id}:{new_id()}")


def keep_going(package: EvidencePackage) -> None:
    """Say that the work is alive, inside the unit of work of each stretch of it."""
    row = db.session.scalar(
        select(OutboxRow.id).where(OutboxRow.kind == PACK, OutboxRow.key.startswith(f"{PACK}:{package.id}:"))
    )
    if row:
        keep_lease(row)


def taken(actor: Actor, package: EvidencePackage) -> None:
    """Write down who took it."""
    meeting = package.meeting
    detail = {"package": package.id, "bytes": package.size, "withheld": package.withheld}
    audit.note(actor, "meetings.take-evidence", "meeting", meeting.id, meeting.network_id, **detail)


def let_go(package_id: str) -> None:
    """Forget a package; the uploaded files it named stay."""
    db.session.execute(delete(EvidenceFile).where(EvidenceFile.package_id == package_id))
    db.session.execute(delete(EvidencePackage).where(EvidencePackage.id == package_id))


def let_old_go() -> int:
    """Forget what was kept long enough; returns how many."""
    old = list(db.session.scalars(select(EvidencePackage.id).where(EvidencePackage.asked_at < clock.now() - KEPT)))
    for package_id in old:
        let_go(package_id)
    return len(old)


def forget_person(person_id: str) -> None:
    """Who closes the account takes no package any more."""
    for package_id in list(
        db.session.scalars(select(EvidencePackage.id).where(EvidencePackage.person_id == person_id))
    ):
        let_go(package_id)

"""Approvals, marks and dates of verification of the demo's practices, after the practices themselves."""

from datetime import timedelta

from sqlalchemy import select

from infocus.accounts.asked import OPEN_FOR, Verdict
from infocus.core.actor import Role
from infocus.core.db import db
from infocus.core.secrets import digest, new_key
from infocus.demo.content import trusted
from infocus.demo.loading.book import Book, id_at
from infocus.networks.audit import AuditEntry
from infocus.networks.models import MembershipRow
from infocus.practices.approval.leaving import leaving
from infocus.practices.approval.models import PracticeApproval
from infocus.practices.models import Practice, PracticeOpinion, PracticeState
from infocus.practices.revisions.queries import latest_number

SENT = timedelta(days=3)
"""How long a manager took to answer, and how long ago one was asked who has not."""


def trust_practices(book: Book) -> None:
    """What makes the practices of one network trusted, as far as it is stated for them."""
    for key, days in trusted.VERIFIED_DAYS_AGO.items():
        practice = _practice(book, key)
        if practice is not None:
            practice.verified_at = book.now - timedelta(days=days)
            asked = trusted.REMINDED.get(key)
            practice.reminded_at = book.now - timedelta(days=asked) if asked else None
            _happened(practice)
    for key, manager in trusted.APPROVALS.items():
        practice = _practice(book, key)
        if practice is not None:
            _approve(book, practice, manager)
    _judge(book)
    db.session.flush()


def approve_files(record_id: str) -> None:
    """What the managers approved has the pictures that are made after them."""
    rows = db.session.scalars(select(PracticeApproval).where(PracticeApproval.practice_id == record_id))
    for row in rows:
        row.fingerprint = leaving(row.practice).fingerprint


def _practice(book: Book, key: str) -> Practice | None:
    found = book.records.get(f"practice:{key}")
    return found if isinstance(found, Practice) else None


def _approve(book: Book, practice: Practice, manager: trusted.Manager) -> None:
    published = practice.published_at or book.now
    asked_at = published - SENT if manager.answered else book.now - SENT
    row = PracticeApproval(
        id=id_at(asked_at),
        practice_id=practice.id,
        visibility=manager.visibility,
        fingerprint=leaving(practice).fingerprint,
        revision=latest_number(practice),
        name=manager.name,
        email=manager.mailbox,
        language=manager.language,
        key_hash=None if manager.answered else digest(new_key()),
        asked_by=_coordinator(practice),
        asked_at=asked_at,
        mailed_at=asked_at,
        expires_at=asked_at + OPEN_FOR,
        verdict=Verdict.AGREE if manager.answered else "",
        answered_at=published if manager.answered else None,
    )
    db.session.add(row)
    if manager.answered:
        detail = {"name": row.name, "audience": row.visibility, "revision": row.revision}
        act = AuditEntry(action="practices.approve", subject_type="practice", subject=practice.id, detail=detail)
        act.network_id, act.at = practice.network_id, published
        db.session.add(act)


def _happened(practice: Practice) -> None:
    """What its history tells: who validated, published and verified it."""
    opinions = select(PracticeOpinion).where(PracticeOpinion.practice_id == practice.id)
    acts = [
        (f"practices.{'validate' if each.verdict == 'valid' else 'ask-changes'}", each.by_id, each.at)
        for each in db.session.scalars(opinions).unique()
    ]
    coordinator = _coordinator(practice)
    acts += [("practices.publish", coordinator, practice.published_at)] if practice.published_at else []
    acts += [("practices.verify", coordinator, practice.verified_at)] if practice.verified_at else []
    for act, person_id, at in acts:
        entry = AuditEntry(action=act, subject_type="practice", subject=practice.id, detail={}, at=at)
        entry.network_id, entry.person_id = practice.network_id, person_id
        if act == "practices.publish":
            entry.detail = {"audience": practice.visibility}
        db.session.add(entry)


def _coordinator(practice: Practice) -> str:
    query = select(MembershipRow.person_id).where(
        MembershipRow.partner_id == practice.partner_id, MembershipRow.role == Role.COORDINATOR
    )
    return db.session.scalars(query.limit(1)).one()


def _judge(book: Book) -> None:
    """Marks by criterion on one validation, and words on sections where changes are asked."""
    marked = _practice(book, trusted.MARKED)
    if marked is not None:
        marks = {code: {"met": met, "why": why} for code, (met, why) in trusted.MARKS.items()}
        _opinion(marked, "valid").criteria = marks
    for key, sections in trusted.ASKED.items():
        practice = _practice(book, key)
        if practice is not None and practice.state == PracticeState.CHANGES_ASKED:
            opinion = _opinion(practice, "changes")
            opinion.sections, opinion.revision = dict(sections), latest_number(practice)


def _opinion(practice: Practice, verdict: str) -> PracticeOpinion:
    said = PracticeOpinion.practice_id == practice.id, PracticeOpinion.verdict == verdict
    return db.session.scalars(select(PracticeOpinion).where(*said).order_by(PracticeOpinion.id.desc()).limit(1)).one()

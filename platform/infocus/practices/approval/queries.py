"""Whether a city has approved what leaves its network; who was asked, and what they said."""

from collections.abc import Sequence

from sqlalchemy import select

from infocus.accounts.asked import Verdict
from infocus.core.db import db
from infocus.practices.approval.leaving import leaving
from infocus.practices.approval.models import PracticeApproval
from infocus.practices.models import Practice
from infocus.records.models import Visibility

COVERED_BY = {Visibility.ALL: (Visibility.ALL, Visibility.PUBLIC), Visibility.PUBLIC: (Visibility.PUBLIC,)}
"""For an audience beyond the network, the audiences an approval of which is enough."""


def asked(practice: Practice) -> Sequence[PracticeApproval]:
    """All questions about a practice, the latest first; the right is the caller's."""
    query = select(PracticeApproval).where(PracticeApproval.practice_id == practice.id)
    return db.session.scalars(query.order_by(PracticeApproval.id.desc())).all()


def open_question(rows: Sequence[PracticeApproval]) -> PracticeApproval | None:
    """The one that waits for an answer."""
    return next((row for row in rows if row.is_open), None)


def is_asked_for(practice: Practice, visibility: str, rows: Sequence[PracticeApproval]) -> bool:
    """Whether this audience needs the city's approval: the public always, all networks once the city has asked."""
    if visibility == Visibility.PUBLIC:
        return True
    return visibility == Visibility.ALL and any(
        row.visibility == Visibility.ALL and (row.verdict or row.is_open) for row in rows
    )


def approval_of(practice: Practice, visibility: str, rows: Sequence[PracticeApproval]) -> PracticeApproval | None:
    """The approval under which the practice may be read so far, as it is now."""
    enough = COVERED_BY.get(Visibility(visibility), ())
    agreed = [row for row in rows if row.verdict == Verdict.AGREE and row.visibility in enough]
    if not agreed:
        return None
    now = leaving(practice).fingerprint
    return next((row for row in agreed if row.fingerprint == now), None)


def needs_approval(practice: Practice) -> bool:
    """Whether what it says beyond the network is approved first, so that a change of it is held back."""
    return is_asked_for(practice, practice.visibility, asked(practice))


def may_leave(practice: Practice, visibility: str) -> bool:
    """Whether nothing stands between the practice, as it is now, and this audience."""
    if visibility not in COVERED_BY:
        return True
    rows = asked(practice)
    return not is_asked_for(practice, visibility, rows) or approval_of(practice, visibility, rows) is not None

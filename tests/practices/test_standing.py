"""How far a practice can be relied on, in words of the index, and how it ages there by itself."""

from datetime import timedelta

import pytest

from infocus.core import changes, clock
from infocus.core.db import db
from infocus.core.schedule import run_due
from infocus.engines.search.port import Standing
from infocus.practices.documents import practice_entries
from infocus.practices.jobs import age
from infocus.practices.models import PracticeState
from tests.practices.conftest import Office

S = PracticeState
DAY = timedelta(days=1)
STALE, USUAL, VALIDATED = Standing


def _standing(office: Office) -> set[Standing]:
    db.session.rollback()
    return {entry.standing for entry in practice_entries(office.practice_id) or ()}


@pytest.mark.parametrize(
    ("state", "validated", "verified", "expected"),
    [
        (S.DRAFT, None, None, USUAL),
        (S.SUBMITTED, None, None, USUAL),
        (S.VALIDATED, 1, 1, USUAL),  # not out yet
        (S.PUBLISHED, None, None, USUAL),
        (S.PUBLISHED, 1, None, VALIDATED),
        (S.PUBLISHED, 364, None, VALIDATED),
        (S.PUBLISHED, 366, None, USUAL),
        (S.PUBLISHED, 2_000, 10, VALIDATED),
        (S.PUBLISHED, 2_000, 729, USUAL),
        (S.PUBLISHED, 2_000, 731, STALE),
        (S.PUBLISHED, None, 10, USUAL),  # verified by the city, vouched for by nobody
        (S.SUBMITTED, 800, 800, STALE),
        (S.NEEDS_VERIFICATION, 1, 1, STALE),
        (S.WITHDRAWN, 1, 1, STALE),
    ],
)
def test_the_standing_follows_state_and_time(
    office: Office, state: PracticeState, validated: int | None, verified: int | None, expected: Standing
) -> None:
    now = clock.now()
    office.begin(section_visibility={"wrong": "partner"})
    office.put(
        state,
        validated_at=now - validated * DAY if validated else None,
        verified_at=now - verified * DAY if verified else None,
    )
    assert _standing(office) == {expected}


def _told(since: int) -> list[str]:
    db.session.rollback()
    return [row.subject for row in changes.since(since)]


def _age_after(office: Office, days: float) -> list[str]:
    """What is indexed again when the task runs so long after the practice was verified."""
    clock.shift(timedelta(0))
    verified = office.practice.verified_at
    assert verified is not None
    clock.shift(verified + days * DAY - clock.now())
    before = changes.last_seq()
    age()
    return _told(before)


def test_a_practice_is_indexed_again_when_it_crosses_a_year_and_two(office: Office) -> None:
    now = clock.now()
    office.begin().put(S.PUBLISHED, validated_at=now, verified_at=now)
    own = [office.practice_id]
    assert _age_after(office, 300) == []
    assert _age_after(office, 364.9) == []
    assert _age_after(office, 365.1) == own
    assert _standing(office) == {USUAL}
    assert _age_after(office, 365.2) == []
    assert _age_after(office, 700) == []
    assert _age_after(office, 900) == own, "a worker that was off for half a year makes good for it"
    assert _standing(office) == {STALE}
    assert _age_after(office, 2_000) == []


def test_what_is_removed_does_not_age(office: Office) -> None:
    now = clock.now()
    office.begin().put(S.PUBLISHED, validated_at=now, verified_at=now)
    _age_after(office, 364.9)
    office.put(S.PUBLISHED, removed_at=now)
    assert _age_after(office, 365.1) == []


def test_the_worker_looks_once_a_day(office: Office) -> None:
    office.begin()
    assert "practices.age" in run_due()
    assert "practices.age" not in run_due()
    clock.shift(DAY + timedelta(minutes=1))
    assert "practices.age" in run_due()

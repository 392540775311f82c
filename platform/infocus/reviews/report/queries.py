"""Reads of what is written about a review, always for an actor."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from infocus.accounts.models import Person
from infocus.core.actor import CITY_ROLES, Actor
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.permissions import Permission, allows
from infocus.networks.models import MembershipRow, Partner
from infocus.reviews.advice.models import Recommendation
from infocus.reviews.models import LogEntry, Review
from infocus.reviews.report.material import Advice, Material, gather
from infocus.reviews.report.models import Consent, ReviewSummary, SummaryVersion
from infocus.reviews.report.policy import reads_summary
from infocus.reviews.report.vocabulary import Matter
from infocus.reviews.room.entries import entry_data
from infocus.reviews.room.queries import transcript
from infocus.reviews.vocabulary import Seating

ASKED = frozenset({Seating.FACILITATOR, Seating.RAPPORTEUR, Seating.NOTE_TAKER, Seating.FRIEND, Seating.HOST})


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who is asked to agree; the host's city is one voice (``person`` is then who gave it, if anybody)."""

    role: str
    person: Person | None
    partner: Partner | None
    consent: Consent | None = None


def summary_of(actor: Actor, review: Review) -> ReviewSummary | None:
    """The summary, if this reader may have it in its present state."""
    found = stored_summary(review)
    return found if reads_summary(actor, review, found) else None


def stored_summary(review: Review) -> ReviewSummary | None:
    """The summary in whatever state, for rules that depend on it; no reader gets it from here."""
    return db.session.get(ReviewSummary, review.id)


def get_summary(actor: Actor, review: Review) -> ReviewSummary:
    """As ``summary_of``. Raises ``NotFound``."""
    found = summary_of(actor, review)
    if found is None:
        raise NotFound
    return found


def summary_versions(actor: Actor, review: Review) -> Sequence[SummaryVersion]:
    """The texts that were kept, newest first: for those who write it."""
    if not allows(actor, Permission.SUM_UP_REVIEW, review):
        return []
    kept = select(SummaryVersion).where(SummaryVersion.review_id == review.id)
    return list(db.session.scalars(kept.order_by(SummaryVersion.number.desc())).unique())


def voices(review: Review, matter: Matter, version: int | None = None) -> list[Voice]:
    """Who is asked: the host's city as one, then the named table without observers, each with the yes they gave.

    With ``version`` only a yes to that text counts. Who has left the network is not asked.
    """
    rows = db.session.scalars(select(Consent).where(Consent.review_id == review.id, Consent.matter == matter))
    given = [row for row in rows if version is None or row.version == version]
    hosts = _people_of(review)
    host = next((row for row in given if row.as_host), None)
    found = []
    if review.partner is not None:
        speaker = db.session.get(Person, host.person_id) if host else None
        found.append(Voice(Seating.HOST, speaker, review.partner, host))
    asked: set[str] = set()
    for seat in review.panel:
        if seat.role in ASKED and seat.person_id not in asked | hosts and _present(review, seat.person_id):
            asked.add(seat.person_id)
            own = next((row for row in given if row.person_id == seat.person_id), None)
            found.append(Voice(seat.role, seat.person, seat.partner, own))
    return found


def all_agree(review: Review, matter: Matter, version: int | None = None) -> bool:
    """Whether everybody who is asked has said yes."""
    asked = voices(review, matter, version)
    return bool(asked) and all(voice.consent for voice in asked)


def own_consent(actor: Actor, review: Review, matter: Matter) -> Consent | None:
    """What a person said yes to."""
    return db.session.get(Consent, (review.id, actor.person, matter))


def material_of(actor: Actor, review: Review) -> Material:
    """The log put together; recommendations come from their own rows, which know whose advice they are."""
    found = gather(transcript(actor, review.id))
    return replace(found, advice=tuple(advice_of(review.id)))


def log_of(review: Review) -> Material:
    """The log put together for the report, which decides itself how much of it is shown to whom."""
    rows = select(LogEntry).where(LogEntry.review_id == review.id).order_by(LogEntry.seq)
    return gather(entry_data(row) for row in db.session.scalars(rows).unique())


def advice_of(review_id: str) -> list[Advice]:
    """The recommendations that stand, in the order of their numbers."""
    return [
        Advice(row.number, row.text, row.source, row.partner.label if row.partner else "", row.section_title)
        for row in recommendations(review_id)
    ]


def recommendations(review_id: str) -> Sequence[Recommendation]:
    """The rows of the recommendations that stand; the caller has asked for the right to read the review."""
    rows = select(Recommendation).where(Recommendation.review_id == review_id, Recommendation.withdrawn_at.is_(None))
    return list(db.session.scalars(rows.order_by(Recommendation.number)).unique())


def _people_of(review: Review) -> set[str]:
    """The people of the host's city."""
    rows = select(MembershipRow.person_id).where(
        MembershipRow.network_id == review.network_id,
        MembershipRow.partner_id == review.partner_id,
        MembershipRow.role.in_(sorted(CITY_ROLES)),
        MembershipRow.ended_at.is_(None),
    )
    return set(db.session.scalars(rows)) if review.partner_id else set()


def _present(review: Review, person_id: str) -> bool:
    rows = select(MembershipRow.id).where(
        MembershipRow.network_id == review.network_id,
        MembershipRow.person_id == person_id,
        MembershipRow.ended_at.is_(None),
    )
    return db.session.scalar(rows.limit(1)) is not None

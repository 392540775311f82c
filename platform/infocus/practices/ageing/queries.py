"""Practices that were last verified long ago, and whose they are."""

from collections.abc import Sequence
from datetime import timedelta

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import lazyload

from infocus.core import clock
from infocus.core.actor import Actor, Role
from infocus.core.db import db
from infocus.core.paging import Page, keyset
from infocus.networks.models import MembershipRow, Network, NetworkState
from infocus.practices.models import FRESH, Practice, PracticeState
from infocus.records.models import Record

ANSWER_WITHIN = timedelta(days=60)
"""How long after the reminder a practice still counts as verified."""
VERIFIED = func.coalesce(Practice.verified_at, Practice.validated_at, Practice.published_at)


def due() -> ColumnElement[bool]:
    """That it was last verified a year ago or longer, or needs it already; in a network that takes updates."""
    old = (Record.state == PracticeState.PUBLISHED) & (clock.now() - FRESH > VERIFIED)
    live = Record.network.has(Network.state.in_((NetworkState.ACTIVE, NetworkState.AFTERCARE)))
    return Record.removed_at.is_(None) & live & or_(old, Record.state == PracticeState.NEEDS_VERIFICATION)


def of_person(person_id: str) -> ColumnElement[bool]:
    """That a practice is a person's to vouch for: their city's as its coordinator, or their own as its officer."""
    return select(MembershipRow.id).where(*_vouching(), MembershipRow.person_id == person_id).exists()


def _vouching() -> tuple[ColumnElement[bool], ...]:
    """That a membership is of somebody who vouches for the record."""
    own = (MembershipRow.role == Role.OFFICER) & (Record.author_id == MembershipRow.person_id)
    ours = MembershipRow.partner_id == Record.partner_id
    return ours, MembershipRow.ended_at.is_(None), or_(MembershipRow.role == Role.COORDINATOR, own)


def due_for(actor: Actor, *, cursor: str | None = None, limit: int = 20) -> Page[Practice]:
    """What waits for this person's word, in an order that does not move while it is gone through."""
    mine = select(Practice).where(due(), of_person(actor.person)).options(lazyload(Practice.audience))
    return keyset(mine, [Record.id], lambda row: [row.id], cursor=cursor, limit=limit, ascending=True)


def people_to_remind() -> Sequence[str]:
    """Whose practices are due and nobody has been asked about."""
    query = (
        select(MembershipRow.person_id)
        .select_from(Practice)
        .join(MembershipRow, MembershipRow.partner_id == Practice.partner_id)
        .where(due(), Practice.reminded_at.is_(None), *_vouching())
    )
    return db.session.scalars(query.distinct().order_by(MembershipRow.person_id)).all()


def unanswered() -> Sequence[str]:
    """Ids of published practices about which nobody has answered in time."""
    late = select(Practice.id).where(
        due(), Record.state == PracticeState.PUBLISHED, Practice.reminded_at < clock.now() - ANSWER_WITHIN
    )
    return db.session.scalars(late.order_by(Practice.id)).all()

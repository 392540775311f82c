"""What waits for experts, and what they asked the city to change."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import lazyload

from infocus.core.actor import EXPERTS, Actor
from infocus.core.db import db
from infocus.core.errors import NotAllowed
from infocus.core.paging import Page, instant, keyset
from infocus.networks.models import Network, NetworkState
from infocus.practices.models import Practice, PracticeOpinion, PracticeState
from infocus.records.models import Record
from infocus.records.queries import visible

ASKED_IN = (PracticeState.CHANGES_ASKED, PracticeState.SUBMITTED)


def queue(actor: Actor, *, cursor: str | None = None, limit: int = 20) -> Page[Practice]:
    """Submitted practices of the expert's networks, the longest waiting first. Raises ``NotAllowed`` for others."""
    networks = {member.network_id for member in actor.memberships if member.role in EXPERTS}
    if not networks:
        raise NotAllowed
    waiting = (
        visible(actor, Practice)
        .where(Record.state == PracticeState.SUBMITTED, Record.network_id.in_(networks))
        .where(Practice.submitted_at.is_not(None), Record.author_id.is_distinct_from(actor.person))
        .where(Record.network.has(Network.state != NetworkState.CLOSED))
    )
    return keyset(
        waiting.options(lazyload(Practice.audience)),
        [Practice.submitted_at, Record.id],
        lambda row: [row.submitted_at.isoformat() if row.submitted_at else "", row.id],
        cursor=cursor,
        limit=limit,
        parse=lambda values: (instant(values[0]), values[1]),
        ascending=True,
    )


def last_asked(practice: Practice) -> PracticeOpinion | None:
    """What an expert asked to change last; ``None`` when it was validated since, or nothing was asked."""
    own = select(PracticeOpinion).where(PracticeOpinion.practice_id == practice.id)
    last = db.session.scalar(own.order_by(PracticeOpinion.id.desc()).limit(1))
    return last if last is not None and last.verdict == "changes" else None


def asked_of(actor: Actor, practice: Practice) -> Mapping[str, str]:
    """By section, what the city is asked to change there now; for the city and the experts, nothing for others."""
    among = practice.own_keys() | {f"experts:{practice.network_id}"}
    if practice.state not in ASKED_IN or actor.keys.isdisjoint(among):
        return {}
    last = last_asked(practice)
    return {name: str(text) for name, text in last.sections.items()} if last else {}

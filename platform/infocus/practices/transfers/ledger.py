"""The adoption ledger: which cities use a practice, and how far they are. Whoever reads the practice reads it."""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, or_, select
from sqlalchemy.orm import lazyload, selectinload

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.paging import Page, keyset
from infocus.networks.models import Network, Partner
from infocus.practices.models import Practice
from infocus.practices.policy import adopting_for
from infocus.practices.transfers.checkpoints import open_checkpoints
from infocus.practices.transfers.models import IN_USE, Checkpoint, Stage, Step, Transfer, Used
from infocus.records.models import Record
from infocus.records.policy import readable
from infocus.records.queries import visible

STANDING = Record.removed_at.is_(None)
MOST_WAITING = 50
USED = or_(
    Record.state.in_(IN_USE) & Transfer.stopped_at.is_(None),
    (Record.state == Stage.BORROWED) & Transfer.used.in_((Used.YES, Used.PARTLY)),
)
"""Taken over: adapted or re-used and not given up; or borrowed, and used at least partly."""


def transfer_of(practice_id: str, partner_id: str | None) -> Transfer | None:
    """What a city said of a practice."""
    mine = select(Transfer).where(Transfer.practice_id == practice_id, Transfer.receiver_id == partner_id)
    return db.session.scalars(mine).unique().one_or_none()


def ledger(practice: Practice) -> Sequence[Transfer]:
    """Every city that said how far it is, by the alphabet: it is no ranking."""
    rows = db.session.scalars(select(Transfer).where(Transfer.practice_id == practice.id, STANDING)).unique()
    return sorted(rows, key=lambda row: (row.partner.label.casefold() if row.partner else "", row.id))


def list_transfers(practice: Practice, *, cursor: str | None, limit: int) -> Page[Transfer]:
    """One page of the ledger, the newest city first."""
    rows = select(Transfer).where(Transfer.practice_id == practice.id, STANDING)
    return keyset(rows, [Transfer.id], lambda row: [row.id], cursor=cursor, limit=limit)


def names_people(actor: Actor, practice: Practice) -> bool:
    """Whether this reader is told who marked a stage: members of the network are."""
    return bool(actor.roles(practice.network_id))


def own_cities(actor: Actor, practice: Practice) -> Sequence[Partner]:
    """The cities the actor speaks for here, by the alphabet."""
    ids = [member.partner_id for member in adopting_for(actor, practice)]
    if not ids:
        return []
    return list(db.session.scalars(select(Partner).where(Partner.id.in_(ids)).order_by(Partner.label)))


def cities_using(practice_ids: Sequence[str]) -> dict[str, int]:
    """How many cities took over each of these practices, in one query; those that nobody uses are left out."""
    if not practice_ids:
        return {}
    used = select(Transfer.practice_id, func.count()).where(Transfer.practice_id.in_(practice_ids), STANDING, USED)
    rows = db.session.execute(used.group_by(Transfer.practice_id))
    return {str(practice_id): int(count) for practice_id, count in rows}


def marked_by(person_id: str) -> Sequence[Transfer]:
    """What a person marked, oldest first."""
    own = select(Transfer).where(Transfer.marked_by == person_id, STANDING)
    return list(db.session.scalars(own.order_by(Transfer.id)).unique())


def steps_of(transfer: Transfer) -> Sequence[Step]:
    """How it went, the first step first."""
    return db.session.scalars(select(Step).where(Step.transfer_id == transfer.id).order_by(Step.id)).all()


def travelled(
    actor: Actor, network: Network, stages: Iterable[str] = (), *, cursor: str | None, limit: int
) -> Page[Transfer]:
    """One page of a network's transfers that the actor reads, the newest first; of some stages only, if named."""
    rows = visible(actor, Transfer).where(Record.network_id == network.id)
    wanted = [stage for stage in stages if stage in set(Stage)]
    if wanted:
        rows = rows.where(Record.state.in_(wanted))
    return keyset(rows, [Record.id], lambda row: [row.id], cursor=cursor, limit=limit)


def every(actor: Actor, network: Network) -> Sequence[Transfer]:
    """All of a network's transfers that the actor reads, the oldest first; for the file."""
    rows = visible(actor, Transfer).where(Record.network_id == network.id).order_by(Record.id)
    return list(
        db.session.scalars(
            rows.options(lazyload(Transfer.audience), selectinload(Transfer.practice).lazyload(Practice.audience))
        ).unique()
    )


def by_stage(actor: Actor, network: Network) -> dict[str, int]:
    """How many transfers the actor reads at each stage."""
    mine = select(Record.state, func.count()).where(Record.type == "transfer", Record.network_id == network.id)
    rows = db.session.execute(mine.where(readable(actor)).group_by(Record.state))
    return {str(stage): int(count) for stage, count in rows}


def ways(actor: Actor, network: Network) -> list[tuple[str, str]]:
    """From which city to which something travelled: partner ids, each pair once."""
    source = Practice.__table__.alias("source")
    origin = Record.__table__.alias("origin")
    pairs = (
        select(origin.c.partner_id, Record.partner_id)
        .select_from(Transfer)
        .join(source, source.c.id == Transfer.practice_id)
        .join(origin, origin.c.id == source.c.id)
        .where(Record.network_id == network.id, readable(actor))
        .distinct()
    )
    return [(str(giver), str(taker)) for giver, taker in db.session.execute(pairs) if giver and taker]


def waiting(actor: Actor, *, network: Network | None = None) -> list[tuple[Checkpoint, Transfer]]:
    """Open checkpoints, the first due first: of a network, or of the cities the actor speaks for."""
    rows = open_checkpoints().add_columns(Transfer).where(readable(actor))
    if network is not None:
        rows = rows.where(Record.network_id == network.id)
    else:
        rows = rows.where(Record.partner_id.in_([m.partner_id for m in actor.memberships if m.partner_id]))
    return [(row[0], row[1]) for row in db.session.execute(rows.limit(MOST_WAITING)).unique()]

"""Reads of one's own history, and of what a network's people did not find."""

from sqlalchemy import select

from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.ids import is_id
from infocus.core.permissions import Permission, require
from infocus.library.searched.models import HistoryOff, MissedSearch, PastSearch
from infocus.networks.models import Network

LISTED = 200
_SEEN = 60
"""Rows that are looked through for a completion: the same words stand in several."""


def own_history(actor: Actor) -> list[PastSearch]:
    """The person's searches, the newest first."""
    mine = select(PastSearch).where(PastSearch.person_id == actor.person)
    return list(db.session.scalars(mine.order_by(PastSearch.at.desc(), PastSearch.id).limit(LISTED)))


def keeps_history(actor: Actor) -> bool:
    """Whether the person's searches are kept."""
    return db.session.get(HistoryOff, actor.person) is None


def past_beginning(actor: Actor, folded: str) -> list[tuple[str, str]]:
    """Words and query strings of the person's searches that begin like this (folded), the newest first."""
    mine = select(PastSearch.words, PastSearch.search).where(PastSearch.person_id == actor.person)
    alike = mine.where(PastSearch.folded.startswith(folded, autoescape=True)) if folded else mine
    return [(words, search) for words, search in db.session.execute(alike.order_by(PastSearch.at.desc()).limit(_SEEN))]


def missed_searches(actor: Actor, network: Network, *, hidden: bool = False) -> list[MissedSearch]:
    """What at least two people of the network looked for in vain, most often first. Raises ``NotAllowed``."""
    require(actor, Permission.READ_MISSED_SEARCHES, network)
    known = select(MissedSearch).where(MissedSearch.network_id == network.id, MissedSearch.mark.is_(None))
    listed = known.where(MissedSearch.hidden_at.is_not(None) if hidden else MissedSearch.hidden_at.is_(None))
    order = (MissedSearch.count.desc(), MissedSearch.last_at.desc(), MissedSearch.id)
    return list(db.session.scalars(listed.order_by(*order).limit(LISTED)))


def get_missed(actor: Actor, network: Network, missed_id: str) -> MissedSearch:
    """One of them. Raises ``NotAllowed``, ``NotFound``."""
    require(actor, Permission.READ_MISSED_SEARCHES, network)
    row = db.session.get(MissedSearch, missed_id) if is_id(missed_id) else None
    if row is None or row.network_id != network.id or row.mark is not None:
        raise NotFound
    return row

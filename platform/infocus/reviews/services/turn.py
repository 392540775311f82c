"""One turn in a room: under its lock, after the key was looked up. Every write of the log goes through here."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import lazyload

from infocus.core import clock
from infocus.core.actor import CITY_ROLES, Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, NetworkClosed, NotAllowed, NotFound
from infocus.core.events import emit
from infocus.core.permissions import Permission, allows, require
from infocus.networks.models import Partner
from infocus.networks.policy import takes_updates
from infocus.reviews.entries import entry_data
from infocus.reviews.errors import PhaseClosed
from infocus.reviews.events import EntryStored
from infocus.reviews.models import LogEntry, Review, Room
from infocus.reviews.policy import Act, Attempt, Verdict, judge, seatings
from infocus.reviews.vocabulary import Kind, Phase, Seating


@dataclass(frozen=True, slots=True)
class Stored:
    """What is in the log under a key: its ``seq``, and whether this call put it there."""

    seq: int
    new: bool


@dataclass(frozen=True, slots=True)
class Turn:
    """Somebody's turn: the room is locked until the unit of work ends."""

    actor: Actor
    review: Review
    room: Room
    key: str
    fingerprint: str

    @property
    def phase(self) -> Phase | None:
        """The phase in force."""
        return Phase(self.room.phase) if self.room.phase else None

    def check(self, act: Act) -> None:
        """Pass, or raise ``NetworkClosed``, ``PhaseClosed`` or ``NotAllowed``."""
        attempt = Attempt(self.review, act, self.phase)
        if allows(self.actor, Permission.WRITE_IN_ROOM, attempt):
            return
        if not takes_updates(self.review.network):
            raise NetworkClosed(_("The network is closed: its reviews can be read, not changed."))
        if self.actor.may_write() and judge(self.actor, attempt) is Verdict.PHASE_CLOSED:
            raise PhaseClosed(_("Not in this phase."))
        raise NotAllowed(_("Your seat at this table does not include that."))

    def line(self, seq: int) -> LogEntry:
        """A message or spoken line of this room. Raises ``NotFound``."""
        found = db.session.get(LogEntry, (self.review.id, seq))
        if found is None or found.kind not in {Kind.MESSAGE, Kind.SPOKEN}:
            raise NotFound(_("There is no such line in this room."))
        return found

    def append(self, kind: Kind, *, at: datetime | None = None, **values: Any) -> Stored:
        """Add the next entry: its ``seq`` is given here, inside the transaction that stores it."""
        self.room.last_seq += 1
        partner_id = partner_at_table(self.actor, self.review)
        row = LogEntry(
            review_id=self.review.id,
            seq=self.room.last_seq,
            kind=kind,
            key=self.key,
            person_id=self.actor.person,
            partner_id=partner_id,
            role=shown_role(self.actor, self.review),
            at=at or clock.now(),
            fingerprint=self.fingerprint,
            **values,
        )
        db.session.add(row)
        db.session.flush()
        partner = db.session.get(Partner, partner_id) if partner_id else None
        emit(EntryStored(self.review.id, entry_data(row, self.actor.name, partner)))
        return Stored(row.seq, new=True)


def begin(actor: Actor, review_id: str, key: str, **content: Any) -> Turn | Stored:
    """Lock the room, look the key up, and only then ask for rights: a retry of what was stored always gets its seq.

    Raises:
        NotFound: no such review for this person.
        NotAllowed: its page may be read, its room not.
        Conflict: the key was used with another content.
    """
    room = db.session.get(Room, review_id, with_for_update=True, populate_existing=True)
    if room is None:
        raise NotFound
    fingerprint = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
    mine = (LogEntry.review_id == review_id, LogEntry.person_id == actor.person, LogEntry.key == key)
    stored = db.session.execute(select(LogEntry.seq, LogEntry.fingerprint).where(*mine)).first()
    if stored is not None:
        if stored.fingerprint not in {None, fingerprint}:
            raise Conflict(_("This key was used before, with another content."))
        return Stored(stored.seq, new=False)
    review = db.session.get(Review, review_id, options=LEAN)
    if review is None:
        raise NotFound
    require(actor, Permission.ENTER_ROOM, review)
    return Turn(actor, review, room, key, fingerprint)


LEAN = (lazyload(Review.plan), lazyload(Review.audience))
"""A line in the room needs neither the plan nor the page's audience; both are read when somebody asks for them."""
_ORDER = (
    Seating.FACILITATOR,
    Seating.RAPPORTEUR,
    Seating.NOTE_TAKER,
    Seating.HOST,
    Seating.FRIEND,
    Seating.EXPERT,
    Seating.LEAD,
    Seating.OBSERVER,
)


def partner_at_table(actor: Actor, review: Review) -> str | None:
    """The partner somebody speaks for: the host's, when they are of it."""
    if actor.has_for(review.network_id, review.partner_id, *CITY_ROLES):
        return review.partner_id
    return actor.partner_in(review.network_id)


def shown_role(actor: Actor, review: Review) -> str:
    """The seating that is shown beside the name: the first in the order of the table."""
    held = seatings(actor, review)
    return next((seat.value for seat in _ORDER if seat in held), Seating.OBSERVER.value)

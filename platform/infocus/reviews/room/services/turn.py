"""One turn in a room: under its lock, after the key was looked up. Every write of the log goes through here."""

import hashlib
import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, cast

from flask_babel import gettext as _
from sqlalchemy import Table, bindparam, insert, select, update
from sqlalchemy.orm import defer, joinedload, lazyload
from sqlalchemy.orm.attributes import set_committed_value

from infocus.accounts.models import Person
from infocus.core import clock
from infocus.core.actor import CITY_ROLES, Actor
from infocus.core.db import db, directly
from infocus.core.errors import Conflict, NetworkClosed, NotAllowed, NotFound
from infocus.core.events import emit
from infocus.core.permissions import Permission, allows, require
from infocus.networks.models import Network, Partner
from infocus.networks.policy import takes_updates
from infocus.reviews.models import LogEntry, Review, Room
from infocus.reviews.policy import seatings
from infocus.reviews.room.entries import entry_data
from infocus.reviews.room.errors import PhaseClosed
from infocus.reviews.room.events import EntryStored
from infocus.reviews.room.policy import Act, Attempt, Verdict, judge
from infocus.reviews.vocabulary import LINES, Kind, Phase, Seating

GRACE = timedelta(seconds=2)
IN_GRACE = frozenset({Act.SAY, Act.EDIT, Act.NOTE, Act.VOTE})
ON_RECORD = frozenset({Act.SAY, Act.SPOKEN, Act.EDIT, Act.REACT, Act.NOTE, Act.RECOMMEND})
"""What would be kept, and therefore waits while the room is off the record."""


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

    def check(self, act: Act) -> Phase | None:
        """Pass with the phase whose right it is, or raise ``NetworkClosed``, ``PhaseClosed`` or ``NotAllowed``.

        What was on its way when its phase ended is judged by that phase for two seconds more.
        """
        for phase in self._phases(act):
            if allows(self.actor, Permission.WRITE_IN_ROOM, Attempt(self.review, act, phase)):
                if self.room.off_record and act in ON_RECORD:
                    raise PhaseClosed(_("The room is off the record: nothing is kept now."))
                return phase
        if not takes_updates(self.review.network):
            raise NetworkClosed(_("The network is closed: its reviews can be read, not changed."))
        if self.actor.may_write() and judge(self.actor, Attempt(self.review, act, self.phase)) is Verdict.PHASE_CLOSED:
            raise PhaseClosed(_("Not in this phase."))
        raise NotAllowed(_("Your seat at this table does not include that."))

    def _phases(self, act: Act) -> list[Phase | None]:
        room = self.room
        if act in IN_GRACE and room.previous_phase and room.moved_at and abs(clock.now() - room.moved_at) <= GRACE:
            return [self.phase, Phase(room.previous_phase)]
        return [self.phase]

    def line(self, seq: int, kinds: frozenset[Kind] = LINES) -> LogEntry:
        """A message or spoken line of this room (or an entry of these ``kinds``). Raises ``NotFound``."""
        found = db.session.get(LogEntry, (self.review.id, seq))
        if found is None or found.kind not in kinds:
            raise NotFound(_("There is no such line in this room."))
        return found

    def check_standing(self, seq: int) -> None:
        """Raise ``Conflict`` when this line was removed."""
        gone = (LogEntry.review_id == self.review.id, LogEntry.target == seq, LogEntry.kind == Kind.REMOVED)
        if db.session.scalar(select(LogEntry.seq).where(*gone).limit(1)):
            raise Conflict(_("This line has been removed."))

    def append(self, kind: Kind, *, at: datetime | None = None, key: str = "", **values: Any) -> Stored:
        """Add the next entry in the name of whose turn it is.

        A turn has one entry under its own key; what else it brings about needs a ``key`` of its own (`fresh_key`).
        """
        partner_id = partner_at_table(self.actor, self.review)
        row = LogEntry(
            kind=kind,
            key=key or self.key,
            person_id=self.actor.person,
            partner_id=partner_id,
            role=shown_role(self.actor, self.review),
            at=at or clock.now(),
            fingerprint=self.fingerprint,
            **values,
        )
        partner = db.session.get(Partner, partner_id) if partner_id else None
        return Stored(append_entry(self.room, row, self.actor.name, partner), new=True)


def append_entry(room: Room, row: LogEntry, name: str | None = None, partner: Partner | None = None) -> int:
    """Add ``row`` to the locked room: its ``seq`` is given here, inside the transaction that stores it.

    ``name`` and ``partner`` are those of the author, where the caller has them. A review that was held on paper says so
    in every entry (``afterwards``).
    """
    _store(room, [row])
    emit(EntryStored(room.review_id, _told(row, name, partner)))
    return row.seq


def append_entries(room: Room, rows: Sequence[LogEntry]) -> None:
    """Add several at once, in this order: stored together, told one by one."""
    _store(room, rows)
    for row in rows:
        emit(EntryStored(room.review_id, _told(row), more_follow=row is not rows[-1]))


def _told(row: LogEntry, name: str | None = None, partner: Partner | None = None) -> dict[str, Any]:
    """The entry as clients get it; the row itself is in no session that could load who wrote it."""
    if name is None and row.person_id is not None:
        name = db.session.get_one(Person, row.person_id).shown_name
    if partner is None and row.partner_id is not None:
        partner = db.session.get_one(Partner, row.partner_id)
    return entry_data(row, name, partner)


def _store(room: Room, rows: Sequence[LogEntry]) -> None:
    """Number and insert: by plain statements; a session's flush cost a quarter of what a line takes."""
    last = room.last_seq
    for number, row in enumerate(rows, last + 1):
        row.review_id, row.seq, row.data = room.review_id, number, row.data or {}
        if room.review.entered_afterwards:
            row.data = {**row.data, "afterwards": True}
    directly(_INSERT, [{name: getattr(row, name) for name in _COLUMNS} for row in rows])
    directly(_COUNT, {"room": room.review_id, "last": last + len(rows)})
    set_committed_value(room, "last_seq", last + len(rows))


def fresh_key() -> str:
    """A key that no client knows."""
    return str(uuid.uuid4())


def fingerprint_of(content: dict[str, Any]) -> str:
    """What tells one content from another under the same key."""
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def lock_room(review_id: str) -> Room:
    """The room with its review, locked until the unit of work ends. Raises ``NotFound``."""
    room: Room | None = db.session.scalars(_ROOM, {"review": review_id}).one_or_none()
    if room is None:
        raise NotFound
    set_committed_value(room.review, "room", room)
    return room


def begin(actor: Actor, review_id: str, key: str, **content: Any) -> Turn | Stored:
    """Lock the room, look the key up, and only then ask for rights: a retry of what was stored always gets its seq.

    Raises:
        NotFound: no such review for this person.
        NotAllowed: its page may be read, its room not.
        Conflict: the key was used with another content.
    """
    room = lock_room(review_id)
    fingerprint = fingerprint_of(content)
    stored = directly(_KNOWN, {"review": review_id, "person": actor.person, "key": key}).first()
    if stored is not None:
        if stored.fingerprint not in {None, fingerprint}:
            raise Conflict(_("This key was used before, with another content."))
        return Stored(stored.seq, new=False)
    return take_turn(actor, room, key, fingerprint)


def take_turn(actor: Actor, room: Room, key: str, fingerprint: str) -> Turn:
    """A turn in a room that is locked, whose key was looked up. Raises ``NotFound`` and ``NotAllowed`` as ``begin``."""
    require(actor, Permission.ENTER_ROOM, room.review)
    return Turn(actor, room.review, room, key, fingerprint)


LEAN = (
    *(lazyload(part) for part in (Review.plan, Review.audience, Review.author, Review.room)),
    *(defer(words) for words in (Review.summary, Review.brief, Review.questions)),
    joinedload(Review.network, innerjoin=True).load_only(Network.slug, Network.state),
    joinedload(Review.partner).load_only(*(getattr(Partner, name) for name in ("slug", "label", "mark", "hue"))),
)
"""A line in the room needs little of its review; the rest is read when somebody asks for it."""
# Asked at every event that is stored, so they are put together once: that is half of what such a query costs.
_ROOM = (
    select(Room)
    .where(Room.review_id == bindparam("review"))
    .options(joinedload(Room.review, innerjoin=True).options(*LEAN))
    .with_for_update(of=Room)
    .execution_options(populate_existing=True)
)
_KNOWN = select(LogEntry.seq, LogEntry.fingerprint).where(
    LogEntry.review_id == bindparam("review"),
    LogEntry.person_id == bindparam("person"),
    LogEntry.key == bindparam("key"),
)
_LOG, _ROOMS = cast("Table", LogEntry.__table__), cast("Table", Room.__table__)
_COLUMNS = tuple(_LOG.columns.keys())
_INSERT = insert(_LOG)
_COUNT = update(_ROOMS).where(_ROOMS.c.review_id == bindparam("room")).values(last_seq=bindparam("last"))
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

"""Off the record: what is said between two entries of the log is heard by who is there and kept by nobody."""

from flask_babel import gettext as _

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import NetworkClosed, NotAllowed
from infocus.core.permissions import Permission, allows
from infocus.engines.bound import engines
from infocus.networks.models import Partner
from infocus.networks.policy import takes_updates
from infocus.reviews.room.entries import partner_data, stamp
from infocus.reviews.room.errors import PhaseClosed
from infocus.reviews.room.policy import Act, Attempt, Verdict, judge
from infocus.reviews.room.queries import get_room
from infocus.reviews.room.services.places import worded
from infocus.reviews.room.services.turn import Stored, Turn, begin, fresh_key, partner_at_table, shown_role
from infocus.reviews.vocabulary import NAMESPACE, TEXT_LIMIT, Kind, Phase, room_name


def set_off_record(actor: Actor, review_id: str, key: str, *, on: bool) -> Stored:
    """Leave the record, or come back to it. Who finds it done is answered with the newest entry."""
    turn = begin(actor, review_id, key, act=Act.OFF_RECORD, on=on)
    if isinstance(turn, Stored):
        return turn
    turn.check(Act.OFF_RECORD)
    if turn.room.off_record is on:
        return Stored(turn.room.last_seq, new=False)
    turn.room.off_record = on
    return turn.append(Kind.OFF_RECORD, data={"on": on})


def back_on_record(turn: Turn) -> None:
    """A review that ends is on the record again: the gap has its second edge."""
    if turn.room.off_record:
        turn.room.off_record = False
        turn.append(Kind.OFF_RECORD, key=fresh_key(), data={"on": False})


def say_aside(actor: Actor, review_id: str, text: str) -> None:
    """Let who is in the room hear it, while it is off the record. It is pushed, and neither stored nor logged.

    Raises ``PhaseClosed`` on the record and where no message could be written either, ``NotAllowed``, ``Invalid``,
    ``TooLarge``.
    """
    words = worded("text", text, TEXT_LIMIT)
    review = get_room(actor, review_id)
    room = review.room
    attempt = Attempt(review, Act.ASIDE, Phase(room.phase) if room.phase else None)
    if not takes_updates(review.network):
        raise NetworkClosed(_("The network is closed: its reviews can be read, not changed."))
    if judge(actor, attempt) is Verdict.PHASE_CLOSED:
        raise PhaseClosed(_("Not in this phase."))
    if not allows(actor, Permission.WRITE_IN_ROOM, attempt):
        raise NotAllowed(_("Your seat at this table does not include that."))
    if not room.off_record:
        raise PhaseClosed(_("The room is on the record again."))
    partner_id = partner_at_table(actor, review)
    heard = {
        "review": review.id,
        "author": {"id": actor.person, "name": actor.name, "role": shown_role(actor, review)},
        "partner": partner_data(db.session.get(Partner, partner_id) if partner_id else None),
        "at": stamp(clock.now()),
        "text": words,
    }
    engines().realtime.push(NAMESPACE, room_name(review.id), "ephemeral", heard)

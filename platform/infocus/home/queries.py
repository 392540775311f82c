"""What home shows: what waits for the person, what is new, what is live, what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from flask_babel import gettext as _
from sqlalchemy import select, union_all
from sqlalchemy.orm import lazyload

from infocus.core import clock
from infocus.core.actor import Actor, Role
from infocus.core.db import db
from infocus.home.waiting import Waiting, waiting_for
from infocus.meetings.agreed.queries import OpenAction, open_actions
from infocus.meetings.models import Meeting, Output
from infocus.meetings.queries import next_meeting
from infocus.networks.models import Network
from infocus.notifications.queries import Told, own_notifications
from infocus.plans.models import Plan
from infocus.practices.models import Practice
from infocus.records.models import Record
from infocus.records.queries import visible
from infocus.reviews.models import Review
from infocus.reviews.queries import live_reviews

NEW_LIMIT = 7
WAITING_LIMIT = 8


@dataclass(frozen=True, slots=True)
class Overview:
    """Everything on home."""

    waiting: Sequence[Waiting]
    more: int
    told: Sequence[Told]
    new: Sequence[Record]
    live: Sequence[Review]
    meeting: Meeting | None
    actions: Sequence[OpenAction]
    greeting: str
    networks: Sequence[Network] = field(default_factory=tuple)


def overview(actor: Actor) -> Overview:
    """Home of a person."""
    mine = [m.partner_id for m in actor.memberships if m.partner_id and m.role in {Role.COORDINATOR, Role.OFFICER}]
    actions = open_actions(actor, partners=mine) if mine else []
    told = own_notifications(actor, limit=6, unread=True).items
    waiting = waiting_for(actor, actions)
    return Overview(
        waiting=waiting[:WAITING_LIMIT],
        more=max(0, len(waiting) - WAITING_LIMIT),
        told=told,
        new=newest(actor),
        live=live_reviews(actor),
        meeting=next_meeting(actor),
        actions=open_actions(actor, limit=100),
        greeting=greeting(actor),
    )


def public_overview(actor: Actor) -> Overview:
    """Home of a visitor: what is public."""
    networks = list(db.session.scalars(select(Network).order_by(Network.name)))
    return Overview((), 0, (), newest(actor), (), None, (), "", networks)


def newest(actor: Actor) -> Sequence[Record]:
    """The newest practices, outputs and plans this reader may read: of each kind the newest ids, then the newest."""
    newest_first = (Record.created_at.desc(), Record.id.desc())
    ids = [
        select(
            visible(actor, kind)
            .with_only_columns(Record.id)
            .where(Record.state != "draft")
            .order_by(*newest_first)
            .limit(NEW_LIMIT)
            .subquery()
        )
        for kind in (Practice, Output, Plan)
    ]
    found = select(Record).where(Record.id.in_(union_all(*ids))).order_by(*newest_first).limit(NEW_LIMIT)
    return list(db.session.scalars(found.options(lazyload(Record.audience), lazyload(Record.author))).unique())


def greeting(actor: Actor) -> str:
    """Good morning, afternoon or evening in the person's own time zone."""
    hour = clock.now().astimezone(ZoneInfo(actor.time_zone)).hour
    name = actor.name.split(" ")[0]
    if hour < 12:
        return str(_("Good morning, %(name)s.", name=name))
    return str(_("Good afternoon, %(name)s.", name=name) if hour < 18 else _("Good evening, %(name)s.", name=name))

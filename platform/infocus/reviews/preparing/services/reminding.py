"""One reminder a person for all of their reviews: three days before and the day before; and by hand."""

from collections import defaultdict
from datetime import datetime
from zoneinfo import ZoneInfo

from flask_babel import force_locale
from flask_babel import gettext as _

from infocus.accounts.letters import post
from infocus.accounts.models import Account
from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import Conflict, NotFound
from infocus.core.i18n import locale_of
from infocus.core.permissions import Permission, allows, require
from infocus.networks.actors import actor_of
from infocus.networks.models import Network
from infocus.notifications.services import notify
from infocus.records.urls import record_path
from infocus.reviews.models import PanelMember, Review
from infocus.reviews.preparing.left import notes_left
from infocus.reviews.preparing.models import Reminder
from infocus.reviews.preparing.queries import seats_ahead, span_of
from infocus.reviews.preparing.services.answering import mark_of
from infocus.reviews.vocabulary import Coming, Seating
from infocus.reviews.words import SEATINGS

BEFORE = frozenset({3, 1})
"""Days before a review on which its people hear of it."""
HOUR = 7
NEVER = "never"


def due(now: datetime) -> list[str]:
    """Who gets a reminder now: a review in three days or tomorrow, seven o'clock passed at home, none sent today.

    Who turned the daily mail off gets none.
    """
    people = {seat.person_id for seat in seats_ahead() if span_of(seat.review).days_from(now) in BEFORE}
    found = []
    for account in _accounts(people):
        local = now.astimezone(ZoneInfo(account.person.time_zone))
        if local.hour >= HOUR and db.session.get(Reminder, (account.person_id, _day(account, now), False)) is None:
            found.append(account.person_id)
    return found


def remind(person_id: str, now: datetime, by: Actor | None = None) -> bool:
    """Send the one mail with all reviews before a person; the mark makes it one a day. Returns whether one went out."""
    account = db.session.get(Account, person_id)
    if account is None or not account.active:
        return False
    key = (person_id, _day(account, now), by is not None)
    if db.session.get(Reminder, key) is not None:
        return False
    db.session.add(Reminder(person_id=key[0], day=key[1], by_hand=key[2], sent_by=by.person if by else None))
    db.session.flush()
    items = _items(account, now)
    if not items or account.digest == NEVER:
        return False
    person, who = account.person, by.name if by else ""
    post(account.email, person.language, "review_reminder", name=person.name, who=who, items=items)
    return True


def nudge(actor: Actor, network: Network, person_id: str) -> bool:
    """The lead or an expert reminds somebody of what they have before them; returns whether a mail went out.

    Raises:
        NotFound: nothing of this network is before them.
        Conflict: they were reminded by hand today already.
    """
    require(actor, Permission.PREPARE_REVIEWS, network)
    seats = [seat for seat in seats_ahead(person_id) if seat.review.network_id == network.id]
    account = db.session.get(Account, person_id)
    if not seats or account is None:
        raise NotFound
    now = clock.now()
    if db.session.get(Reminder, (person_id, _day(account, now), True)) is not None:
        raise Conflict(_("They were reminded today already."))
    review = seats[0].review
    notify(person_id, "review-nudge", review, path=record_path(review), by=actor.person, by_mail=False)
    return remind(person_id, now, actor)


def _items(account: Account, now: datetime) -> list[dict[str, object]]:
    """What a person has before them, in their language: one item a review."""
    by_review: dict[str, list[PanelMember]] = defaultdict(list)
    for seat in seats_ahead(account.person_id):
        by_review[seat.review_id].append(seat)
    left, actor, items = notes_left(list(by_review)), actor_of(account), []
    with force_locale(locale_of(account.person.language)):
        for review_id, seats in by_review.items():
            review = seats[0].review
            if span_of(review).days_from(now) >= 0 and allows(actor, Permission.READ_RECORD, review):
                items.append(_item(review, seats, account, wrote=account.person_id in left.get(review_id, {})))
    return items


def _item(review: Review, seats: list[PanelMember], account: Account, *, wrote: bool) -> dict[str, object]:
    span = span_of(review)
    answered = all(seat.coming == Coming.YES or not seat.asked_at for seat in seats)
    tasks = [] if answered else [_("Say whether you come.")]
    sections = sum(len(seat.sections) for seat in seats)
    if not wrote and any(seat.role == Seating.FRIEND for seat in seats):
        told = _("Read your %(num)s sections and leave notes, if you can.", num=sections)
        tasks.append(told if sections else _("Read the plan and leave notes, if you can."))
    return {
        "title": review.title,
        "when": span.words(),
        "own_when": span.words_in(account.person.time_zone),
        "roles": ", ".join(str(SEATINGS[seat.role]) for seat in seats),
        "tasks": tasks,
        "path": record_path(review),
        "mark": "" if answered else mark_of(review.id, account.person_id),
        "review": review.id,
        "person": account.person_id,
    }


def _accounts(people: set[str]) -> list[Account]:
    found = (db.session.get(Account, person_id) for person_id in sorted(people))
    return [account for account in found if account is not None and account.active and account.digest != NEVER]


def _day(account: Account, now: datetime) -> str:
    return now.astimezone(ZoneInfo(account.person.time_zone)).date().isoformat()

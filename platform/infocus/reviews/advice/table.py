"""The response table as a reader sees it: each recommendation with its answer and the change that answered it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from infocus.accounts.models import Account, Person
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.permissions import Permission, allows
from infocus.networks.models import Partner
from infocus.reviews.advice import queries
from infocus.reviews.advice.changed import ShownChange, change_of, offered_change
from infocus.reviews.advice.models import ChangeOffer, Recommendation
from infocus.reviews.advice.services.telling import reviewers
from infocus.reviews.advice.words import gist
from infocus.reviews.models import Review
from infocus.reviews.vocabulary import Answer


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. ``offer``: a change that may answer it, for the host to look at."""

    advice: Recommendation
    change: ShownChange | None
    offer: ShownChange | None
    offered_section: str


@dataclass(frozen=True, slots=True)
class ToldPerson:
    """Somebody in the list of who was told: the day of the last letter, and what it said in a few words."""

    person: Person
    partner: Partner | None
    sent: datetime
    gist: Sequence[str]
    has_own: bool


@dataclass(frozen=True, slots=True)
class ToldList:
    """Who was told; how many have no address here, and who is told of nothing yet."""

    people: Sequence[ToldPerson]
    without_account: int


def rows_of(actor: Actor, review: Review) -> list[Row]:
    """The table in the order of the conversation."""
    found = queries.recommendations(actor, review)
    offers = queries.offers(review) if allows(actor, Permission.ANSWER_REVIEW, review) else {}
    plan_is_read = allows(actor, Permission.READ_RECORD, review.plan)
    return [_row(review, row, offers.get(row.id), shown=plan_is_read) for row in found]


def _row(review: Review, row: Recommendation, offer: ChangeOffer | None, *, shown: bool) -> Row:
    possible = offered_change(review, row, offer) if offer else None
    return Row(row, change_of(review, row, shown=shown), possible, offer.section if offer else "")


def counts(rows: Sequence[Recommendation]) -> list[tuple[str, int]]:
    """How many of each answer, in the order of the answers; the unanswered last; never a share, never a rank."""
    by_answer = Counter(row.answer for row in rows)
    return [(answer, by_answer[answer]) for answer in (*Answer, "") if by_answer[answer] or answer]


def told_list(review: Review) -> ToldList:
    """What the reviewers were told, by name; nobody is here for advice without a name."""
    letters = queries.letters(review.id)
    seats = {seat.person_id: seat.partner for seat in review.panel}
    shown = []
    without = 0
    for each in reviewers(review):
        sent = letters.get(each.person.id)
        if not sent:
            account = db.session.get(Account, each.person.id)
            without += account is None or not account.active
            continue
        place = seats.get(each.person.id) or next((row.partner for row in each.own if row.partner), None)
        last = sent[-1]
        shown.append(ToldPerson(each.person, place, last.sent_at, gist(last.told), bool(last.told)))
    return ToldList(shown, without)

"""The closed loop: every reviewer gets one letter that says what became of their advice."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from infocus.accounts import letters
from infocus.accounts.models import Account, Person
from infocus.core.actor import CITY_ROLES
from infocus.core.db import db
from infocus.core.permissions import Permission, allows
from infocus.networks.actors import actor_of
from infocus.networks.models import MembershipRow
from infocus.notifications.services import notify
from infocus.records.urls import record_path
from infocus.reviews.advice import queries
from infocus.reviews.advice.models import AdviceLetter, Recommendation
from infocus.reviews.models import Review
from infocus.reviews.vocabulary import Answer, Seating

THANKED = frozenset({Seating.FRIEND, Seating.FACILITATOR, Seating.RAPPORTEUR, Seating.NOTE_TAKER})
"""Seats whose people are thanked with the whole when no recommendation carries their name."""


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Somebody who is told: their own recommendations, none for a member of the panel who is thanked."""

    person: Person
    own: Sequence[Recommendation]


def reviewers(review: Review) -> list[Reviewer]:
    """Whose advice it was, in the order of the conversation; then the panel without one. Nobody of the host's city.

    What was written without a name has no person here, so nobody is told of it by name.
    """
    own: dict[str, list[Recommendation]] = {}
    people: dict[str, Person] = {}
    for each in queries.of_review(review.id):
        if each.person is not None:
            own.setdefault(each.person.id, []).append(each)
            people[each.person.id] = each.person
    for seat in review.panel:
        if seat.role in THANKED:
            people.setdefault(seat.person_id, seat.person)
    hosts = _hosts(review)
    return [Reviewer(person, own.get(key, [])) for key, person in people.items() if key not in hosts]


def tell(review: Review, person_id: str) -> AdviceLetter | None:
    """Write one person's letter if there is something they have not been told; ``None`` when there is not.

    The first letter of a round has everything; later ones what is new since: a parked one decided, a change in the
    plan. Once in the outbox it is not written again: the letter's row and the mail are one transaction.
    """
    standing = queries.standing_of(review)
    reviewer = next((each for each in reviewers(review) if each.person.id == person_id), None)
    account = db.session.get(Account, person_id)
    if reviewer is None or not standing.is_agreed or account is None or not reaches(account, review):
        return None
    before = queries.letters(review.id).get(person_id, [])
    last = before[-1] if before else None
    first = last is None or last.round < standing.round
    now = {each.id: state_of(each) for each in reviewer.own}
    new = [each for each in reviewer.own if first or last is None or is_news(last.told.get(each.id), now[each.id])]
    if not first and not new:
        return None
    letter = AdviceLetter(
        review_id=review.id, person_id=person_id, number=len(before) + 1, round=standing.round, told=now
    )
    letter.person = reviewer.person
    db.session.add(letter)
    db.session.flush()
    path = f"{record_path(review)}/response"
    letters.post(
        account.email,
        reviewer.person.language,
        "advice",
        name=reviewer.person.name,
        review=review,
        city=review.partner.label if review.partner else review.network.name,
        items=new,
        again=not first,
        path=path,
    )
    notify(person_id, "advice-told" if first else "advice-news", review, path=path, by_mail=False)
    return letter


def reaches(account: Account, review: Review) -> bool:
    """Whether a letter can go to this account: it is active and may read what it is told."""
    return account.active and allows(actor_of(account), Permission.READ_ADVICE, review)


def state_of(recommendation: Recommendation) -> list[Any]:
    """What a letter says of a recommendation, short enough to compare with a later day."""
    return [recommendation.number, recommendation.answer, recommendation.changed_in]


def is_news(told: list[Any] | None, now: list[Any]) -> bool:
    """Whether a reviewer waits for this: not told at all, a parked one decided, a change that was not there."""
    if told is None:
        return True
    decided = told[1] in {"", Answer.PARK} and now[1] not in {"", Answer.PARK}
    return decided or (now[2] is not None and now[2] != told[2])


def _hosts(review: Review) -> frozenset[str]:
    """The people of the host: they wrote the answers."""
    seated = {seat.person_id for seat in review.panel if seat.role == Seating.HOST}
    rows = select(MembershipRow.person_id).where(
        MembershipRow.network_id == review.network_id,
        MembershipRow.partner_id == review.partner_id,
        MembershipRow.role.in_(CITY_ROLES),
        MembershipRow.ended_at.is_(None),
    )
    return frozenset(seated | set(db.session.scalars(rows)))

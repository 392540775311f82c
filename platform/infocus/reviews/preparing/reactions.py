"""What follows before a review: invitations, new times, cancellations, who cannot come."""

from infocus.core import clock
from infocus.core.db import db
from infocus.core.events import reacts_to
from infocus.notifications.services import notify
from infocus.records.urls import record_path
from infocus.reviews.events import CalledOff, Rescheduled, SeatGiven, SeatTaken, VersionReplaced
from infocus.reviews.models import Review
from infocus.reviews.preparing import letters
from infocus.reviews.preparing.events import DayAsked, Declined
from infocus.reviews.vocabulary import Coming, ReviewState, Seating


@reacts_to(SeatGiven)
def ask(event: SeatGiven) -> None:
    """Who is named for the table is asked by mail at once, with a calendar file; nobody asks themselves."""
    review = db.session.get(Review, event.review_id)
    if review is None or event.person_id == event.by:
        return
    notify(event.person_id, "review-invited", review, path=record_path(review), by=event.by, by_mail=False)
    if review.state == ReviewState.PREPARING:
        letters.invite([review], event.person_id, event.by)


@reacts_to(DayAsked)
def ask_for_a_day(event: DayAsked) -> None:
    """All of a day's reviews to which a person is asked go into one mail."""
    reviews = [db.session.get_one(Review, review_id) for review_id in event.review_ids]
    for review in reviews:
        notify(event.person_id, "review-invited", review, path=record_path(review), by=event.by, by_mail=False)
    letters.invite(reviews, event.person_id, event.by)


@reacts_to(Rescheduled)
def ask_again(event: Rescheduled) -> None:
    """Another time: whoever was asked gets the new one into their calendar, and is asked again."""
    review = db.session.get(Review, event.review_id)
    if review is None:
        return
    for person_id in _asked(review):
        own = [seat for seat in review.seated if seat.person_id == person_id]
        if person_id == event.by:
            continue
        for seat in own:
            seat.coming, seat.word, seat.answered_at, seat.asked_at = Coming.OPEN, "", None, clock.now()
        notify(person_id, "review-moved", review, path=record_path(review), by=event.by, by_mail=False)
        letters.invite([review], person_id, event.by, moved=True)


@reacts_to(CalledOff)
def call_off(event: CalledOff) -> None:
    """A cancelled review leaves everybody's calendar, and they hear of it."""
    review = db.session.get(Review, event.review_id)
    for person_id in _asked(review) if review is not None else ():
        if review is not None and person_id != event.by:
            notify(person_id, "review-cancelled", review, path=record_path(review), by=event.by, by_mail=False)
            letters.call_off(review, person_id, event.by, whole=True)


@reacts_to(SeatTaken)
def expect_no_more(event: SeatTaken) -> None:
    """Whose seat was taken back is not expected any more: the appointment leaves their calendar."""
    review = db.session.get(Review, event.review_id)
    if review is not None and event.expected and review.state == ReviewState.PREPARING:
        letters.call_off(review, event.person_id, event.by, whole=False)


@reacts_to(Declined)
def tell_who_leads(event: Declined) -> None:
    """The facilitator and who set the review up hear who cannot come."""
    review = db.session.get(Review, event.review_id)
    if review is None:
        return
    leading = [seat.person_id for seat in review.seated if seat.role == Seating.FACILITATOR]
    for person_id in dict.fromkeys([*leading, *filter(None, [review.author_id])]):
        notify(person_id, "review-declined", review, path=f"{record_path(review)}#table", by=event.person_id)


@reacts_to(VersionReplaced)
def tell_the_table(event: VersionReplaced) -> None:
    """Another version of the plan is under review: everybody at the table hears of it."""
    review = db.session.get(Review, event.review_id)
    if review is not None:
        for person_id in dict.fromkeys(seat.person_id for seat in review.seated):
            notify(person_id, "review-version", review, path=record_path(review), by=event.by)


def _asked(review: Review) -> list[str]:
    """Who was asked and did not decline, or named themselves, once each."""
    return list(dict.fromkeys(seat.person_id for seat in review.seated if seat.asked_at or seat.coming == Coming.YES))

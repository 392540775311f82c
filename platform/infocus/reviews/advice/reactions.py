"""What follows when a response is answered or agreed, and when reviewers have waited for news."""

from infocus.accounts.asked import Verdict
from infocus.core.changes import changed
from infocus.core.db import db
from infocus.core.events import reacts_to
from infocus.notifications.services import notify
from infocus.plans.events import VersionRead
from infocus.plans.models import Plan
from infocus.records.urls import record_path
from infocus.reviews.advice.events import AdviceNews, ResponseAgreed, ResponseAnswered
from infocus.reviews.advice.jobs import tell_now, tell_soon
from infocus.reviews.advice.services.linking import offer_changes
from infocus.reviews.advice.services.reminding import coordinators
from infocus.reviews.models import Review
from infocus.reviews.room.events import EntryStored
from infocus.reviews.vocabulary import Kind


@reacts_to(EntryStored)
def index_at_once(event: EntryStored) -> None:
    """Words of a recommendation that were replaced or taken back leave the index at once."""
    if event.entry["kind"] == Kind.RECOMMENDATION:
        changed("review", event.review_id)


@reacts_to(ResponseAnswered)
def tell_coordinator(event: ResponseAnswered) -> None:
    """Who asked hears what was answered."""
    review = db.session.get(Review, event.review_id)
    if review is not None:
        kind = "response-back" if event.verdict == Verdict.BACK else "response-agreed"
        path = f"{record_path(review)}/response"
        notify(event.asked_by, kind, review, path=path, quote=event.words, words={"name": event.name})


@reacts_to(ResponseAgreed)
def close_the_loop(event: ResponseAgreed) -> None:
    """Every reviewer is told; who reads the review's page reads the table now, and finds it."""
    review = db.session.get(Review, event.review_id)
    if review is not None:
        changed("review", review.id)
        tell_now(review.id)


@reacts_to(VersionRead)
def offer_the_changes(event: VersionRead) -> None:
    """The host's coordinators hear that a new version may answer recommendations; they say whether it does."""
    plan = db.session.get(Plan, event.plan_id)
    if plan is None or plan.removed_at is not None:
        return
    for review in offer_changes(plan, event.version_number):
        for person_id in coordinators(review):
            notify(person_id, "advice-offered", review, path=f"{record_path(review)}/response")


@reacts_to(AdviceNews)
def tell_the_news(event: AdviceNews) -> None:
    """One letter for all that is new."""
    tell_soon(event.review_id)

"""Who hears that a summary waits for their yes, and that it is agreed."""

from infocus.core.db import db
from infocus.core.events import reacts_to
from infocus.notifications.services import notify
from infocus.records.urls import record_path
from infocus.reviews.models import Review
from infocus.reviews.report import queries
from infocus.reviews.report.events import SummaryAgreed, SummarySent
from infocus.reviews.report.vocabulary import Matter
from infocus.reviews.services.seats import voices
from infocus.reviews.vocabulary import Seating


@reacts_to(SummarySent)
def ask_the_table(event: SummarySent) -> None:
    """The named table and the host's people; experts and the lead see it on the page."""
    _tell(event.review_id, "summary-sent", event.by)


@reacts_to(SummaryAgreed)
def tell_the_table(event: SummaryAgreed) -> None:
    """The same people."""
    _tell(event.review_id, "summary-agreed", event.by)


def _tell(review_id: str, kind: str, by: str) -> None:
    review = db.session.get(Review, review_id)
    if review is None:
        return
    hosts = {voice.id for voice in voices(review).values() if voice.role == Seating.HOST}
    asked = {voice.person.id for voice in queries.voices(review, Matter.SUMMARY) if voice.person}
    for person_id in sorted(hosts | asked):
        notify(person_id, kind, review, path=f"{record_path(review)}/summary", by=by)

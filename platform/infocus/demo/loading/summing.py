"""The agreed summary of a review that is over, and why its transcript is still there."""

import re
from datetime import timedelta

from infocus.core.db import db
from infocus.demo.loading.room import Talk
from infocus.reviews.keeping.models import TranscriptKeeping
from infocus.reviews.report.models import Consent, ReviewSummary, SummaryVersion
from infocus.reviews.report.queries import material_of, voices
from infocus.reviews.report.sources import source_link
from infocus.reviews.report.vocabulary import Matter, SummaryState
from infocus.reviews.vocabulary import Seating

_LINE = re.compile(r"\[(\d+)\]")
WRITTEN, AGREED = timedelta(days=2), timedelta(days=6)
"""How long after the review."""


def sum_up(talk: Talk) -> None:
    """The summary with links to the lines it rests on, everybody's yes to it, and the hold."""
    review, begins = talk.review, talk.begins
    rapporteur, lead = (talk.book.actor(talk.first(role)) for role in (Seating.RAPPORTEUR, Seating.FACILITATOR))
    text = _LINE.sub(lambda found: source_link(review, talk.seqs[int(found[1])]), talk.each.report)
    summary = ReviewSummary(
        review_id=review.id,
        text=text,
        version=1,
        state=SummaryState.AGREED,
        written_by=rapporteur.person,
        written_at=begins + WRITTEN,
        takeaways=[line.words for line in material_of(lead, review).takeaways],
        sent_at=begins + WRITTEN,
        agreed_at=begins + AGREED,
    )
    db.session.add(summary)
    kept = {"number": 1, "text": text, "person_id": rapporteur.person, "at": begins + WRITTEN}
    db.session.add(SummaryVersion(review_id=review.id, **kept))
    coordinator = talk.book.actor(talk.first(Seating.HOST)).person
    for number, voice in enumerate(voices(review, Matter.SUMMARY)):
        as_host = voice.role == Seating.HOST
        person = voice.person.id if voice.person else coordinator
        given = begins + AGREED - timedelta(hours=number)
        row = Consent(
            review_id=review.id, person_id=person, matter=Matter.SUMMARY, version=1, as_host=as_host, at=given
        )
        db.session.add(row)
    summary.agreed_by = coordinator
    db.session.add(
        TranscriptKeeping(
            review_id=review.id, hold_reason=talk.each.hold, held_by=lead.person, held_at=begins + AGREED, counts={}
        )
    )
    db.session.flush()

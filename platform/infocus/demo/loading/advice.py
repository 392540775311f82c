"""What became of the advice in the demo's reviews: answers, agreement, letters. Illustrative, as the reviews are."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from infocus.accounts.asked import Verdict
from infocus.core.db import db
from infocus.demo.content import reviewed as shapes
from infocus.demo.loading.book import Book, id_at
from infocus.demo.loading.room import Move, Talk
from infocus.records.services import refresh_audience
from infocus.reviews.advice.models import AdviceLetter, Approval, Recommendation, ReviewResponse
from infocus.reviews.advice.queries import of_review
from infocus.reviews.advice.services.recommending import entry_of
from infocus.reviews.advice.services.telling import reviewers, state_of
from infocus.reviews.advice.vocabulary import ApproverRole, ResponseState
from infocus.reviews.models import LogEntry, Review
from infocus.reviews.vocabulary import Answer, Kind, Progress, Seating

ANSWERED, GROUP, MANAGER, TOLD, CHECKED = (timedelta(days=days) for days in (19, 26, 28, 29, 70))
"""How long after the review each step is taken."""
ASKED = ((ApproverRole.LOCAL_GROUP, "Ewa Wilk", "local.group"), (ApproverRole.MANAGER, "Adam Sikora", "manager"))


def recommending(talk: Talk) -> Iterator[Move]:
    """Each recommendation with its entry, written down by the rapporteur."""
    for said in talk.each.recommendations:
        yield Move(said.after, partial(_recommend, talk, said))


def answer_all(talk: Talk) -> None:
    """What the host answered to the recommendations, who agreed, and the letters."""
    rows = of_review(talk.review.id)
    for row, said in zip(rows, sorted(talk.each.recommendations, key=lambda each: each.after), strict=True):
        _answer(talk.book, talk.review, said, row, talk.begins)
    db.session.flush()
    _agree(talk.review, talk.begins)
    _tell(talk.review, talk.begins + TOLD)


def _recommend(talk: Talk, said: shapes.Recommendation) -> None:
    line = db.session.get_one(LogEntry, (talk.review.id, talk.seqs[said.sources[0]]))
    speaker, at = line.data.get("speaker") or {}, talk.at(said.after)
    turn = talk.turn(talk.first(Seating.RAPPORTEUR))
    row = Recommendation(
        id=id_at(at),
        review_id=talk.review.id,
        review=talk.review,
        number=len(of_review(talk.review.id)) + 1,
        version=1,
        text=said.text,
        section=talk.headings[said.section],
        section_title=said.section,
        source=line.seq,
        source_kind=line.kind,
        person_id=speaker.get("id") or line.person_id,
        partner_id=talk.book.partners[said.by].id,
        created_by=turn.actor.person,
        created_at=at,
    )
    db.session.add(row)
    db.session.flush()
    turn.append(Kind.RECOMMENDATION, at=at, text=row.text, data=entry_of(turn, row))


def _answer(book: Book, review: Review, said: shapes.Recommendation, row: Recommendation, begins: datetime) -> None:
    coordinator = next(seat.person_id for seat in review.panel if seat.role == "host")
    row.answer, row.reason, row.due = said.response, said.reason, said.due
    row.owner = book.people[said.owner].name if said.owner else ""
    row.answered_by, row.answered_at = coordinator, begins + ANSWERED
    row.progress = said.status or Progress.OPEN
    row.version = 2
    if row.progress == Progress.DONE:
        row.checked_at = begins + CHECKED - timedelta(days=row.number)
        if row.answer in {Answer.ACCEPT, Answer.ADAPT}:
            row.changed_in, row.changed_section = review.plan.versions[-1].number, row.section


def _agree(review: Review, begins: datetime) -> None:
    coordinator = next(seat.person_id for seat in review.panel if seat.role == "host")
    for (role, name, mailbox), at in zip(ASKED, (begins + GROUP, begins + MANAGER), strict=True):
        approval = Approval(
            id=id_at(begins + ANSWERED + timedelta(seconds=len(mailbox))),
            review_id=review.id,
            round=1,
            role=role,
            name=name,
            email=f"{mailbox}@bielsko-biala.example",
            language="pl",
            asked_by=coordinator,
            asked_at=begins + ANSWERED,
            mailed_at=begins + ANSWERED,
            verdict=Verdict.AGREE,
            answered_at=at,
        )
        db.session.add(approval)
    response = ReviewResponse(review_id=review.id, state=ResponseState.AGREED, round=1)
    response.local_group_at, response.manager_at = begins + GROUP, begins + MANAGER
    response.agreed_at = begins + MANAGER
    db.session.add(response)
    db.session.flush()
    refresh_audience(review)


def _tell(review: Review, at: datetime) -> None:
    for each in reviewers(review):
        told = {row.id: state_of(row) for row in each.own}
        db.session.add(
            AdviceLetter(review_id=review.id, person_id=each.person.id, number=1, round=1, told=told, sent_at=at)
        )
    db.session.flush()

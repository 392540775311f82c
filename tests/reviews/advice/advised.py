"""A review that is over, with recommendations from the table; helpers of the tests of what comes after it."""

import re

from werkzeug.test import TestResponse

from infocus.core.db import db, unit_of_work
from infocus.records.urls import record_path
from infocus.reviews.advice.models import Recommendation
from infocus.reviews.advice.services import agreeing, answering, recommending
from infocus.reviews.advice.services.answering import AnswerValues
from infocus.reviews.models import Review
from infocus.reviews.room.services import phases, talk
from infocus.reviews.vocabulary import Mode, Seating
from tests.reviews.tables import Table, new_key

ADVICE = ("Open the plan with the land you own.", "Count leases, not companies.", "Give two members a veto.")
KEY = re.compile(r"/agree/(\S+)")


def advise(table: Table) -> list[str]:
    """A review that is over: a friend's, an expert's and the panel's own recommendation. Their ids in order."""
    table.start(Mode.OPEN)
    with unit_of_work():
        for who, text in zip((Seating.FRIEND, Seating.EXPERT), ADVICE, strict=False):
            said = talk.say(table.actor(who), table.review_id, new_key(), text)
            recommending.recommend(table.actor(Seating.RAPPORTEUR), table.review_id, new_key(), text, source=said.seq)
        recommending.recommend(table.actor(Seating.RAPPORTEUR), table.review_id, new_key(), ADVICE[2])
        phases.finish(table.actor(Seating.FACILITATOR), table.review_id, new_key())
    return [row.id for row in rows(table)]


def rows(table: Table) -> list[Recommendation]:
    """The recommendations as stored now."""
    db.session.rollback()
    return list(db.session.query(Recommendation).filter_by(review_id=table.review_id).order_by(Recommendation.number))


def answer_all(table: Table, ids: list[str], answers: tuple[str, ...] = ("accept", "adapt", "park")) -> None:
    """The host answers each."""
    with unit_of_work():
        for id_, answer in zip(ids, answers, strict=True):
            values = AnswerValues(answer=answer, reason="Because.", owner="City secretary", due="2018-06-15")
            answering.answer(table.actor(Seating.HOST), id_, values)


def ask(table: Table, role: str, email: str, name: str = "Ewa Nowak", language: str = "en") -> None:
    """The coordinator asks somebody to agree."""
    with unit_of_work():
        review = db.session.get_one(Review, table.review_id)
        asked = agreeing.Asked(name=name, email=email, role=role, language=language)
        agreeing.ask(table.actor(Seating.HOST), review, asked)


def get(table: Table, who: str, tail: str = "") -> TestResponse:
    """The page of the response, or one under it."""
    return table.world.client(table.people[who]).get(f"{record_path(table.review)}/response{tail}")


def post(table: Table, who: str, tail: str, **form: str) -> TestResponse:
    """A form of the page of the response."""
    return table.world.client(table.people[who]).post(f"{record_path(table.review)}/response{tail}", data=form)

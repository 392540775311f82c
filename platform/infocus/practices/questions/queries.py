"""Reads of questions, always for an actor, and of the FAQ, which everybody reads who reads the practice."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import or_, select

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.errors import NotFound
from infocus.core.ids import is_id
from infocus.core.paging import Page, keyset
from infocus.practices.models import Practice
from infocus.practices.questions.models import Question
from infocus.practices.questions.policy import may_read_questions

TWICE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Entry:
    """One of the FAQ."""

    question: str
    answer: str


def faq(practice_id: str) -> Sequence[Question]:
    """What stands in a practice's FAQ, in the order it was taken in."""
    kept = select(Question).where(Question.practice_id == practice_id, Question.kept_at.is_not(None))
    return db.session.scalars(kept.order_by(Question.kept_at, Question.id)).unique().all()


def faq_texts(practice_id: str) -> list[Entry]:
    """The words of the FAQ in one query, for the search index."""
    columns = select(Question.faq_question, Question.faq_answer).where(Question.practice_id == practice_id)
    rows = db.session.execute(columns.where(Question.kept_at.is_not(None)).order_by(Question.kept_at, Question.id))
    return [Entry(question, answer) for question, answer in rows]


def list_questions(actor: Actor, practice: Practice, *, cursor: str | None = None, limit: int = 20) -> Page[Question]:
    """One page of the questions this reader finds on a practice, the newest first."""
    rows = select(Question).where(Question.practice_id == practice.id)
    rows = rows.where(or_(Question.removed_at.is_(None), Question.answers.any()))
    if not may_read_questions(actor, practice):
        rows = rows.where(Question.by_id == actor.person)
    return keyset(rows, [Question.id], lambda row: [row.id], cursor=cursor, limit=limit)


def get_question(actor: Actor, practice: Practice, question_id: str) -> Question:
    """One of a practice's questions. Raises ``NotFound`` when there is none, or the actor may not read it."""
    question = db.session.get(Question, question_id) if is_id(question_id) else None
    if question is None or question.practice_id != practice.id:
        raise NotFound
    if question.by_id != actor.person and not may_read_questions(actor, practice):
        raise NotFound
    return question


def asked_just_now(actor: Actor, practice: Practice, text: str) -> Question | None:
    """The same question of the same person within the last minute: a form that was sent twice."""
    own = select(Question).where(Question.practice_id == practice.id, Question.by_id == actor.person)
    same = own.where(Question.asked_at > clock.now() - TWICE, Question.text == text, Question.removed_at.is_(None))
    return db.session.scalars(same.limit(1)).unique().first()

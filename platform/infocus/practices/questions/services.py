"""Ask, answer, take into the FAQ, take away."""

from flask_babel import gettext as _

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.changes import changed
from infocus.core.db import db
from infocus.core.errors import Conflict, Invalid
from infocus.core.events import emit
from infocus.core.limits import limits
from infocus.core.permissions import Permission, allows, require
from infocus.networks import audit
from infocus.practices.content import Checker
from infocus.practices.models import Practice
from infocus.practices.questions.events import QuestionAnswered, QuestionAsked, QuestionKept, QuestionRemoved
from infocus.practices.questions.models import ANSWER_LIMIT, ASK_LIMIT, FAQ_LIMIT, Answer, Question
from infocus.practices.questions.queries import asked_just_now

PER_PERSON = "30/hour"


def ask(actor: Actor, practice: Practice, text: str) -> Question:
    """Ask the owner; who answers for the practice is told, and its functional mailbox by mail.

    Raises ``NotFound``, ``NotAllowed``, ``Invalid``; ``RateLimited`` beyond 30 an hour. The same words within a minute
    are one question.
    """
    require(actor, Permission.ASK_OWNER, practice)
    words = _words({"text": (text, ASK_LIMIT)})["text"]
    known = asked_just_now(actor, practice, words)
    if known is not None:
        return known
    limits().hit(PER_PERSON, "ask-owner", actor.person)
    own = [m for m in actor.memberships if m.partner_id]
    here = [m for m in own if m.network_id == practice.network_id] or own
    question = Question(
        practice=practice,
        practice_id=practice.id,
        by_id=actor.person,
        partner_id=here[0].partner_id if here else None,
        text=words,
        asked_at=clock.now(),
    )
    db.session.add(question)
    db.session.flush()
    emit(QuestionAsked(question))
    return question


def answer(actor: Actor, question: Question, text: str) -> Answer:
    """The city answers, or who asked asks further. Raises ``NotAllowed`` for others, ``Invalid``."""
    of_owner = allows(actor, Permission.ANSWER_QUESTION, question.practice)
    if question.by_id != actor.person or not allows(actor, Permission.ASK_OWNER, question.practice):
        require(actor, Permission.ANSWER_QUESTION, question.practice)
    if question.removed_at is not None:
        raise Conflict(_("This question was taken away."))
    words = _words({"text": (text, ANSWER_LIMIT)})["text"]
    if question.answers and (question.answers[-1].by_id, question.answers[-1].text) == (actor.person, words):
        return question.answers[-1]  # a form that was sent twice
    made = Answer(question_id=question.id, by_id=actor.person, of_owner=of_owner, text=words, at=clock.now())
    question.answers.append(made)
    db.session.flush()
    emit(QuestionAnswered(question, made))
    return made


def keep(actor: Actor, question: Question, asked: str, answered: str) -> None:
    """Take it into the practice's FAQ in these words, or change them; it is shown and found as the practice is."""
    require(actor, Permission.EDIT_PRACTICE, question.practice)
    words = _words({"faq_question": (asked, FAQ_LIMIT), "faq_answer": (answered, ANSWER_LIMIT)})
    first = question.kept_at is None
    question.faq_question, question.faq_answer = words["faq_question"], words["faq_answer"]
    question.kept_at, question.kept_by = question.kept_at or clock.now(), actor.person
    _changed(actor, question, "questions.keep")
    if first:
        emit(QuestionKept(question))


def drop(actor: Actor, question: Question) -> None:
    """Take it out of the FAQ again; question and answers stay."""
    require(actor, Permission.EDIT_PRACTICE, question.practice)
    if question.kept_at is not None:
        question.kept_at = question.kept_by = None
        question.faq_question = question.faq_answer = ""
        _changed(actor, question, "questions.drop")


def remove(actor: Actor, question: Question) -> None:
    """Take the words away and leave the trace. What stands in the FAQ are the owner's words: they stay."""
    require(actor, Permission.REMOVE_QUESTION, question)
    question.text, question.removed_at = "", clock.now()
    for each in question.answers:
        if each.by_id == question.by_id:
            each.text = ""
    db.session.flush()
    audit.note(actor, "questions.remove", "practice", question.practice_id, question.practice.network_id)
    emit(QuestionRemoved(question))


def _changed(actor: Actor, question: Question, action: str) -> None:
    db.session.flush()
    audit.note(actor, action, "practice", question.practice_id, question.practice.network_id, question=question.id)
    changed("practice", question.practice_id)


def _words(given: dict[str, tuple[str, int]]) -> dict[str, str]:
    checker = Checker()
    found = {name: checker.text(name, text, limit) for name, (text, limit) in given.items()}
    for name, words in found.items():
        if not words:
            checker.errors.setdefault(name, _("Write something first."))
    if checker.errors:
        raise Invalid(checker.errors)
    return found

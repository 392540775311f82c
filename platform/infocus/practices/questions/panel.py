"""The FAQ and the questions on a practice's page; what one asked and answered, in the export of one's own data."""

from flask import request
from flask_babel import gettext as _
from sqlalchemy import select

from infocus.accounts.own_data import contributes_own_data
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.permissions import Permission, allows
from infocus.practices.models import IN_WORK, Practice
from infocus.practices.questions.models import Answer, Question
from infocus.practices.questions.queries import faq, list_questions
from infocus.records.panels import Panel, record_panel
from infocus.records.urls import record_path


@record_panel(Practice, 5)
def frequent(actor: Actor, practice: Practice) -> Panel | None:
    """What the owner took into the FAQ."""
    kept = faq(practice.id)
    if not kept:
        return None
    return Panel("practices/questions/faq.html", {"kept": kept}, toc=("faq", _("Often asked")))


@record_panel(Practice, 20)
def questions(actor: Actor, practice: Practice) -> Panel | None:
    """The questions this reader finds, and the form to ask."""
    if practice.state in IN_WORK or not actor.signed_in:
        return None
    may_ask = allows(actor, Permission.ASK_OWNER, practice)
    page = list_questions(actor, practice, cursor=request.args.get("questions"))
    if not page.items and not may_ask:
        return None
    context = {
        "page": page,
        "may_ask": may_ask,
        "may_answer": allows(actor, Permission.ANSWER_QUESTION, practice),
        "may_keep": allows(actor, Permission.EDIT_PRACTICE, practice),
        "removable": {row.id for row in page.items if allows(actor, Permission.REMOVE_QUESTION, row)},
        "own": actor.person,
        "older": f"{record_path(practice)}?questions={page.next}#questions" if page.next else None,
    }
    return Panel("practices/questions/panel.html", context, toc=("questions", _("Ask the owner")))


@contributes_own_data("questions")
def questions_as_data(person_id: str) -> list[dict[str, str]]:
    """Every question the person asked."""
    rows = db.session.scalars(select(Question).where(Question.by_id == person_id).order_by(Question.id)).unique()
    return [{"practice": row.practice_id, "at": row.asked_at.isoformat(), "text": row.text} for row in rows]


@contributes_own_data("answers")
def answers_as_data(person_id: str) -> list[dict[str, str]]:
    """Every answer the person gave to a question."""
    rows = db.session.scalars(select(Answer).where(Answer.by_id == person_id).order_by(Answer.id)).unique()
    return [{"question": row.question_id, "at": row.at.isoformat(), "text": row.text} for row in rows]

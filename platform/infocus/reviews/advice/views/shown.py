"""The page of the response table, with whichever form is open."""

from dataclasses import dataclass

from flask import render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from infocus.core import clock
from infocus.core.actor import Actor
from infocus.core.forms import options
from infocus.core.permissions import Permission, allows
from infocus.core.web.actor import current_actor
from infocus.plans.queries import sections_of
from infocus.records.urls import record_path
from infocus.reviews.advice import queries
from infocus.reviews.advice.drawing import drawn
from infocus.reviews.advice.forms import AnswerForm, AskForm, ProgressForm, TextForm
from infocus.reviews.advice.models import Recommendation
from infocus.reviews.advice.services.agenda import next_local_meeting, not_on
from infocus.reviews.advice.services.agreeing import said_back
from infocus.reviews.advice.table import counts, rows_of, told_list
from infocus.reviews.advice.words import ANSWER_HINTS, ANSWERS, COUNTED, ROLES, STATES, state_word
from infocus.reviews.models import Review
from infocus.reviews.room.policy import Act, Attempt


@dataclass(frozen=True, slots=True)
class Open:
    """What is open on the page: the form of one row, or one of the forms below; ``lost``: others stored it first."""

    row: str = ""
    answer: AnswerForm | None = None
    progress: ProgressForm | None = None
    text: TextForm | None = None
    ask: AskForm | None = None
    lost: bool = False


def may_recommend(actor: Actor, review: Review) -> bool:
    """Whether the scribes may still make, rewrite and take back recommendations."""
    return allows(actor, Permission.WRITE_IN_ROOM, Attempt(review, Act.RECOMMEND, None))


def response_page(review: Review, opened: Open, status: int = 200) -> ResponseReturnValue:
    """The whole page for the present reader."""
    actor, standing = current_actor(), queries.standing_of(review)
    rows = rows_of(actor, review)
    may_answer = allows(actor, Permission.ANSWER_REVIEW, review)
    may_ask = allows(actor, Permission.SEEK_AGREEMENT, review)
    meeting = next_local_meeting(actor, review) if may_ask else None
    advice = [row.advice for row in rows]
    page = render_template(
        "reviews/advice/response.html",
        review=review,
        path=record_path(review),
        rows=rows,
        opened=opened,
        standing=standing,
        counted=[(number, COUNTED[answer]) for answer, number in counts(advice)],
        drawing=drawn(advice),
        told=told_list(review),
        asked=queries.approvals(review, standing.round) if may_answer else [],
        sent_back=said_back(review)[:3] if may_answer and standing.is_open else [],
        may_answer=may_answer,
        may_ask=may_ask,
        may_enter=allows(actor, Permission.ENTER_ROOM, review),
        may_recommend=may_recommend(actor, review),
        meeting=meeting,
        meeting_path=record_path(meeting) if meeting else "",
        to_agenda=len(not_on(meeting, advice)) if meeting else 0,
        can_change=can_change,
        is_due=queries.is_due,
        today=clock.now().date(),
        state_word=state_word,
        words={"answers": ANSWERS, "hints": ANSWER_HINTS, "states": STATES, "roles": ROLES},
        later_versions=[each.number for each in review.plan.versions if each.number > (review.plan_version or 0)],
        sections=sections_of(review.plan) if opened.progress else [],
        new_text=text_form(review, opened if not opened.row else Open()),
        ask_form=opened.ask or ask_form(review),
    )
    return page, status


def can_change(standing: queries.Standing, row: Recommendation) -> bool:
    """Whether the answer to this row may be changed now."""
    return standing.is_open or (standing.is_agreed and row.answer in {"", "park"})


def text_form(review: Review, opened: Open) -> TextForm:
    """The form for a recommendation, with the sections of the version under review."""
    form = opened.text or TextForm(formdata=None)
    found = sections_of(review.plan, review.plan_version)
    form.section.choices = options([("", _("None")), *((each.key, each.heading) for each in found)])
    return form


def ask_form(review: Review) -> AskForm:
    """Whom to ask, in the language of the plan."""
    form = AskForm(formdata=None)
    form.language.data = review.plan.language
    return form

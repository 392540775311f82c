"""Recommendations of a review: the panel's words, the host's answers."""

import uuid

from flask import Response

from infocus.api.answers import answer, next_url
from infocus.api.operations import operation
from infocus.api.requests import check_match
from infocus.api.schemas.recommendations import (
    NewRecommendation,
    RecommendationChanges,
    RecommendationShape,
    recommendation_shapes,
)
from infocus.api.schemas.records import Listed, Paged
from infocus.core.db import db, unit_of_work
from infocus.core.errors import NotFound
from infocus.core.paging import keyset
from infocus.core.permissions import Permission, allows, require
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.reviews import queries
from infocus.reviews.advice.models import Recommendation
from infocus.reviews.advice.queries import get_recommendation, selected
from infocus.reviews.advice.services import answering, recommending
from infocus.reviews.advice.services.answering import AnswerValues

SAID = ("answer", "reason", "owner", "due")


@operation("GET", "/reviews/<record_id:review_id>/recommendations", query=Paged, shape=Listed[RecommendationShape])
@requires(Permission.READ_ADVICE)
def list_recommendations(review_id: str, query: Paged) -> Response:
    """The recommendations of a review in the order of the conversation."""
    actor = current_actor()
    review = queries.get_review(actor, review_id)
    require(actor, Permission.READ_ADVICE, review)
    page = keyset(
        selected(review_id),
        [-Recommendation.number],  # the first one first
        lambda row: [str(-row.number)],
        cursor=query.cursor,
        limit=query.limit,
        parse=lambda values: [max(int(values[0]), -2_000_000_000)],
    )
    shapes = recommendation_shapes(page.items, sources=allows(actor, Permission.ENTER_ROOM, review))
    return answer(Listed[RecommendationShape](items=shapes, next=next_url(page.next)))


@operation(
    "POST",
    "/reviews/<record_id:review_id>/recommendations",
    body=NewRecommendation,
    shape=RecommendationShape,
    status=201,
)
@requires(Permission.WRITE_IN_ROOM)
def make_recommendation(review_id: str, body: NewRecommendation) -> Response:
    """Make a recommendation, of an entry of the room where ``source`` names it; for the panel, by the room's rules."""
    with unit_of_work():
        review = queries.get_review(current_actor(), review_id)
        key = body.key or str(uuid.uuid4())
        made = recommending.recommend(
            current_actor(), review.id, key, body.text, source=body.source, section=body.section
        )
        return _answer(get_recommendation(current_actor(), made.id), 201)


@operation("GET", "/recommendations/<record_id:recommendation_id>", shape=RecommendationShape)
@requires(Permission.READ_ADVICE)
def show_recommendation(recommendation_id: str) -> Response:
    """One recommendation with its answer."""
    row = get_recommendation(current_actor(), recommendation_id)
    if row.withdrawn_at is not None:
        raise NotFound
    return _answer(row)


@operation(
    "PATCH",
    "/recommendations/<record_id:recommendation_id>",
    body=RecommendationChanges,
    shape=RecommendationShape,
    matches=True,
)
@requires(Permission.READ_ADVICE)
def change_recommendation(recommendation_id: str, body: RecommendationChanges) -> Response:
    """Change its words (the panel's scribes), its answer or how far it is (the host): only what is sent is changed."""
    sent, actor = body.model_dump(exclude_unset=True), current_actor()
    with unit_of_work():
        row = get_recommendation(actor, recommendation_id)
        check_match(row.version)
        if "text" in sent:
            recommending.rewrite(actor, row.review_id, str(uuid.uuid4()), row.id, sent["text"])
        if "section" in sent:
            recommending.move(actor, row.review_id, str(uuid.uuid4()), row.id, sent["section"])
        if any(name in sent for name in SAID):
            kept = {name: getattr(row, name) for name in SAID}
            answering.answer(actor, row.id, AnswerValues(**(kept | {n: sent[n] for n in SAID if n in sent})))
        if "progress" in sent or "progress_note" in sent:
            note = sent.get("progress_note", row.progress_note)
            answering.check(actor, row.id, sent.get("progress", row.progress), note)
        return _answer(row)


def _answer(row: Recommendation, status: int = 200) -> Response:
    db.session.flush()
    sources = allows(current_actor(), Permission.ENTER_ROOM, row.review)
    return answer(recommendation_shapes([row], sources=sources)[0], status, version=row.version)

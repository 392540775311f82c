"""Peer reviews: their table, their clock, the log of their rooms."""

import uuid

from flask import Response
from flask_babel import gettext as _
from sqlalchemy.orm import selectinload

from infocus.api.answers import answer, next_url
from infocus.api.lists import records
from infocus.api.operations import operation
from infocus.api.requests import check_match
from infocus.api.schemas.records import Listed, RecordQuery
from infocus.api.schemas.reviews import (
    ClockShape,
    EntriesShape,
    EntryQuery,
    NewReview,
    PhaseMove,
    ReviewChanges,
    ReviewShape,
    review_shapes,
    review_values,
)
from infocus.core.db import db, unit_of_work
from infocus.core.errors import Invalid
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.plans.models import Plan
from infocus.records.queries import get_record
from infocus.reviews import queries
from infocus.reviews.models import Review
from infocus.reviews.room import queries as rooms
from infocus.reviews.room.services import phases
from infocus.reviews.room.services.turn import Stored
from infocus.reviews.services import planning


@operation("GET", "/reviews", query=RecordQuery, shape=Listed[ReviewShape])
@requires(Permission.READ_RECORD)
def list_reviews(query: RecordQuery) -> Response:
    """Reviews you may read, the newest change first; ``year`` is that of the day they are held on."""
    page = records(current_actor(), Review, query, load=[selectinload(Review.panel)])
    return answer(Listed[ReviewShape](items=review_shapes(page.items), next=next_url(page.next)))


@operation("POST", "/reviews", body=NewReview, shape=ReviewShape, status=201)
@requires(Permission.CREATE_REVIEW)
def prepare_review(body: NewReview) -> Response:
    """Prepare a review of a plan, with its facilitator seated."""
    actor = current_actor()
    with unit_of_work():
        plan = get_record(actor, body.plan, Plan)
        values = review_values(body.model_dump(exclude_unset=True))
        return _answer(planning.create_review(actor, plan, values, body.facilitator), 201)


@operation("GET", "/reviews/<record_id:review_id>", shape=ReviewShape)
@requires(Permission.READ_RECORD)
def get_review(review_id: str) -> Response:
    """One review with its table."""
    return _answer(queries.get_review(current_actor(), review_id))


@operation("PATCH", "/reviews/<record_id:review_id>", body=ReviewChanges, shape=ReviewShape, matches=True)
@requires(Permission.EDIT_REVIEW)
def change_review(review_id: str, body: ReviewChanges) -> Response:
    """Change what is said about a review: only what is sent is changed."""
    with unit_of_work():
        review = queries.get_review(current_actor(), review_id)
        check_match(review.version)
        values = review_values(body.model_dump(exclude_unset=True), review)
        return _answer(planning.edit_review(current_actor(), review, values))


@operation("POST", "/reviews/<record_id:review_id>/phase", body=PhaseMove, shape=ClockShape)
@requires(Permission.FACILITATE_ROOM)
def move_phase(review_id: str, body: PhaseMove) -> Response:
    """Set the clock of a review; for its facilitator. ``key`` is a UUID, the same on every retry, as in the room."""
    with unit_of_work():
        stored = _move(review_id, body)
        db.session.flush()
        review = rooms.get_room(current_actor(), review_id)
        return answer(ClockShape(seq=stored.seq, **phases.clock_data(review, review.room)))


@operation("GET", "/reviews/<record_id:review_id>/entries", query=EntryQuery, shape=EntriesShape)
@requires(Permission.ENTER_ROOM)
def list_entries(review_id: str, query: EntryQuery) -> Response:
    """What was said in the room, in order, for those who may enter it."""
    page = rooms.sync(current_actor(), review_id, query.after, query.limit)
    return answer(EntriesShape(items=page.items, more=page.more, last_seq=page.last_seq))


def _move(review_id: str, body: PhaseMove) -> Stored:
    actor, key = current_actor(), body.key or str(uuid.uuid4())
    asked = [name for name in ("to", "pause", "extend", "start", "finish") if getattr(body, name) is not None]
    if len(asked) != 1:
        raise Invalid(_("Ask for one thing: to, pause, extend, start or finish."))
    if body.start:
        return phases.start(actor, review_id, key)
    if body.finish:
        return phases.finish(actor, review_id, key)
    return phases.move(actor, review_id, key, to=body.to, pause=body.pause, extend=body.extend)


def _answer(review: Review, status: int = 200) -> Response:
    db.session.flush()
    return answer(review_shapes([review])[0], status, version=review.version)

"""Practices and their workflow."""

from collections.abc import Callable
from typing import Any

from flask import Response

from infocus.api.answers import answer, next_url
from infocus.api.lists import records
from infocus.api.operations import operation
from infocus.api.own import own_network
from infocus.api.requests import check_match
from infocus.api.schemas.finding import PracticeQuery
from infocus.api.schemas.practices import (
    AskedChanges,
    NewPractice,
    Opinion,
    PracticeChanges,
    PracticeShape,
    Publication,
    RevisionShape,
    Withdrawal,
    practice_shape,
    practice_shapes,
    revision_shape,
)
from infocus.api.schemas.records import Listed, Paged
from infocus.core.db import db, unit_of_work
from infocus.core.permissions import Permission
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import requires
from infocus.practices import services, workflow
from infocus.practices.finding.alike import alike
from infocus.practices.finding.queries import OWN
from infocus.practices.models import Practice
from infocus.practices.policy import WRITERS
from infocus.practices.revisions.queries import history
from infocus.records.models import Record
from infocus.records.queries import get_record


@operation("GET", "/practices", query=PracticeQuery, shape=Listed[PracticeShape])
@requires(Permission.READ_RECORD)
def list_practices(query: PracticeQuery) -> Response:
    """Practices you may read, the newest change first."""
    actor = current_actor()
    like = {"like": lambda _mine: Record.partner_id.in_(alike(actor).ids)}
    page = records(actor, Practice, query, own={**OWN, **like})
    shapes = practice_shapes(current_actor(), page.items)
    return answer(Listed[PracticeShape](items=shapes, next=next_url(page.next)))


@operation("POST", "/practices", body=NewPractice, shape=PracticeShape, status=201)
@requires(Permission.WRITE_PRACTICE)
def begin_practice(body: NewPractice) -> Response:
    """Begin a practice, as a draft of your city."""
    actor, values = current_actor(), body.model_dump(exclude_unset=True)
    with unit_of_work():
        network = own_network(actor, values.pop("network", None), WRITERS)
        practice = services.begin_practice(actor, network, values, partner=values.pop("partner", None))
        return _answer(practice, 201)


@operation("GET", "/practices/<record_id:practice_id>", shape=PracticeShape)
@requires(Permission.READ_RECORD)
def get_practice(practice_id: str) -> Response:
    """One practice."""
    return _answer(_practice(practice_id))


@operation("PATCH", "/practices/<record_id:practice_id>", body=PracticeChanges, shape=PracticeShape, matches=True)
@requires(Permission.EDIT_PRACTICE)
def change_practice(practice_id: str, body: PracticeChanges) -> Response:
    """Change a practice: only what is sent is changed."""
    values = body.model_dump(exclude_unset=True)
    return _do(practice_id, lambda practice: services.save_practice(current_actor(), practice, values))


@operation("DELETE", "/practices/<record_id:practice_id>", status=204, matches=True)
@requires(Permission.EDIT_PRACTICE)
def remove_practice(practice_id: str) -> Response:
    """Remove a practice that was never published; one that was is withdrawn instead."""
    with unit_of_work():
        practice = _practice(practice_id)
        check_match(practice.version)
        services.remove_practice(current_actor(), practice)
        return answer(None)


@operation("GET", "/practices/<record_id:practice_id>/revisions", query=Paged, shape=Listed[RevisionShape])
@requires(Permission.READ_RECORD)
def list_revisions(practice_id: str, query: Paged) -> Response:
    """What a practice said before, the newest first; for those who may change it, and its experts."""
    practice = _practice(practice_id)
    page = history(current_actor(), practice, cursor=query.cursor, limit=query.limit)
    shapes = [revision_shape(current_actor(), practice, row) for row in page.items]
    return answer(Listed[RevisionShape](items=shapes, next=next_url(page.next)))


@operation("POST", "/practices/<record_id:practice_id>/submit", shape=PracticeShape, matches=True)
@requires(Permission.SUBMIT_PRACTICE)
def submit_practice(practice_id: str) -> Response:
    """Ask the experts of the network to validate it."""
    return _do(practice_id, lambda practice: workflow.submit(current_actor(), practice))


@operation(
    "POST", "/practices/<record_id:practice_id>/ask-changes", body=AskedChanges, shape=PracticeShape, matches=True
)
@requires(Permission.JUDGE_PRACTICE)
def ask_changes(practice_id: str, body: AskedChanges) -> Response:
    """Say what should change; for experts."""
    return _do(practice_id, lambda practice: workflow.ask_changes(current_actor(), practice, body.said()))


@operation("POST", "/practices/<record_id:practice_id>/validate", body=Opinion, shape=PracticeShape, matches=True)
@requires(Permission.JUDGE_PRACTICE)
def validate_practice(practice_id: str, body: Opinion) -> Response:
    """Validate it, with an opinion that is shown beside it; for experts."""
    return _do(practice_id, lambda practice: workflow.validate(current_actor(), practice, body.said()))


@operation("POST", "/practices/<record_id:practice_id>/publish", body=Publication, shape=PracticeShape, matches=True)
@requires(Permission.SHARE_PRACTICE)
def publish_practice(practice_id: str, body: Publication) -> Response:
    """Share a validated practice; beyond the network only the coordinator does, in the city's name."""
    return _do(practice_id, lambda practice: workflow.publish(current_actor(), practice, body.visibility))


@operation("POST", "/practices/<record_id:practice_id>/verify", shape=PracticeShape, matches=True)
@requires(Permission.SHARE_PRACTICE)
def verify_practice(practice_id: str) -> Response:
    """Say that it is still so; for its city."""
    return _do(practice_id, lambda practice: workflow.verify(current_actor(), practice))


@operation("POST", "/practices/<record_id:practice_id>/withdraw", body=Withdrawal, shape=PracticeShape, matches=True)
@requires(Permission.WITHDRAW_PRACTICE)
def withdraw_practice(practice_id: str, body: Withdrawal) -> Response:
    """Take a practice back; the reason stays with it."""
    return _do(practice_id, lambda practice: workflow.withdraw(current_actor(), practice, body.reason))


def _practice(practice_id: str) -> Practice:
    return get_record(current_actor(), practice_id, Practice)


def _do(practice_id: str, act: Callable[[Practice], Any]) -> Response:
    with unit_of_work():
        practice = _practice(practice_id)
        check_match(practice.version)
        act(practice)
        return _answer(practice)


def _answer(practice: Practice, status: int = 200) -> Response:
    db.session.flush()
    return answer(practice_shape(current_actor(), practice), status, version=practice.version)

"""Schemathesis: made-up requests, right and wrong ones, are answered as the OpenAPI document says.

Bounded, and the same in every run. Every operation is asked about records that there are, so that what is made up gets
as far as it can.
"""

from contextvars import Context
from functools import cache
from io import BytesIO

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_schema_conformance,
    status_code_conformance,
)

from infocus.api.openapi import shown_path
from infocus.api.operations import OPERATIONS, PREFIX
from infocus.core import limits
from infocus.core.db import db
from tests.api.programs import begin, call, made

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    negative_data_rejection,
]
BOUNDED = settings(
    max_examples=6, derandomize=True, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)


@pytest.fixture
def known(office):
    """One record of each kind, by the names they have in paths."""
    author = office.program("officer")
    practice, meeting, plan = begin(author), call(office), made(author.post("/plans", {"title": "Plan"}))
    output = made(
        author.post(
            f"/meetings/{meeting['id']}/outputs", data={"title": "Paper", "file": (BytesIO(b"Words."), "a.txt")}
        )
    )
    comment = made(author.post("/comments", {"on": f"output:{output['id']}", "text": "First."}))
    table = {"plan": plan["id"], "title": "Table", "held_on": "2018-01-24", "facilitator": office.people["lead"].id}
    review = made(office.program("lead").post("/reviews", table))
    return {
        "network": "in-focus",
        "practice_id": practice["id"],
        "meeting_id": meeting["id"],
        "output_id": output["id"],
        "document_id": output["document"]["id"],
        "comment_id": comment["id"],
        "plan_id": plan["id"],
        "review_id": review["id"],
    }


@cache
def _described(app):
    """The document and the words of the program's text that Schemathesis tries: read once for each application."""
    return Context().run(schemathesis.openapi.from_wsgi, f"{PREFIX}/openapi.json", app)


def _modes(operation):
    """Wrong requests are made up where there is something to be wrong; in a multipart body every value is text."""
    takes = operation.query or operation.body
    return [GenerationMode.POSITIVE, GenerationMode.NEGATIVE] if takes else [GenerationMode.POSITIVE]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda each: each.name)
def test_answers_are_as_described(office, known, operation):
    app = office.world.app
    limits.limits().enabled = False
    wanted = _described(app)[shown_path(operation)][operation.method]
    head = office.program("coordinator").head
    path = {name: value for name, value in known.items() if f":{name}>" in operation.path}

    def answered(case):
        db.session.rollback()
        answer = Context().run(case.call, headers=head)
        case.validate_response(answer, checks=CHECKS, headers=head)

    for mode in _modes(operation):
        cases = wanted.as_strategy(generation_mode=mode, path_parameters=path)
        BOUNDED(given(case=cases)(answered))()

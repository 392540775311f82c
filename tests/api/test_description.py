"""What the interface says about itself, and that it keeps to it."""

import re

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from infocus.api.openapi import document, shown_path
from infocus.api.operations import OPERATIONS, PREFIX
from infocus.api.schemas.practices import LIMITS, PracticeContent, PracticeShape
from infocus.library.models import ReadingState
from infocus.meetings.models import OutputKind
from infocus.plans.models import Stage
from infocus.practices.sections import SECTIONS
from infocus.reviews.vocabulary import Phase
from tests.support.house import DOCS


@pytest.fixture
def described(any_app):
    return any_app.test_client().get(f"{PREFIX}/openapi.json").json


def test_the_document_is_open_and_valid(described):
    assert described["openapi"].startswith("3.1")
    assert list(OpenAPIV31SpecValidator(described).iter_errors()) == []


def test_every_route_is_described_and_nothing_else(any_app, described):
    routes = {
        (method, re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule.removeprefix(PREFIX)))
        for rule in any_app.url_map.iter_rules()
        if rule.endpoint.startswith("api.")
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    written = {(method.upper(), path) for path, methods in described["paths"].items() for method in methods}
    assert written == routes


def test_every_operation_is_in_the_docs():
    text = (DOCS / "api.md").read_text("utf-8")
    rows = re.findall(r"^\| `([A-Z]+)` \| `(/[^`]*)`", text, re.MULTILINE)
    assert set(rows) == {(each.method, shown_path(each)) for each in OPERATIONS}


def test_every_operation_is_named_once_and_says_what_it_does():
    assert len({each.name for each in OPERATIONS}) == len(OPERATIONS)
    assert [each.name for each in OPERATIONS if not each.words.endswith(".")] == []


def test_the_page_names_every_operation(any_app):
    page = any_app.test_client().get(f"{PREFIX}/")
    assert page.status_code == 200
    assert [each.name for each in OPERATIONS if f'id="{each.name}"' not in page.text] == []


def test_the_shapes_know_every_section_of_a_practice():
    names = {section.name for section in SECTIONS}
    assert set(LIMITS) == names
    assert names <= set(PracticeContent.model_fields)
    assert names <= set(PracticeShape.model_fields)


def _choices(shape, field):
    return set(document()["components"]["schemas"][shape]["properties"][field]["enum"])


def test_the_words_are_those_of_the_records(any_app):
    assert _choices("OutputChanges", "kind") == set(OutputKind)
    assert _choices("NewPlan", "state") == set(Stage)
    assert set(document()["components"]["schemas"]["PhaseMove"]["properties"]["to"]["anyOf"][0]["enum"]) == set(Phase)
    assert all(f"`{state}`" in (DOCS / "api.md").read_text("utf-8") for state in ReadingState)

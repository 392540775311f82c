"""The OpenAPI 3.1 document, made of the table of operations and the shapes; nothing in it is written by hand."""

import re
from functools import lru_cache
from http import HTTPStatus
from typing import Any

from pydantic import BaseModel, Field
from pydantic.json_schema import JsonSchemaMode, models_json_schema

from infocus.api.operations import OPERATIONS, PREFIX, Operation, Shape
from infocus.api.schemas.base import ID_PATTERN

Json = dict[str, Any]
_PART = re.compile(r"<(?:(\w+):)?(\w+)>")
_PATTERNS = {"record_id": ID_PATTERN, "slug": r"^[a-z0-9-]{1,60}$"}
Refs = dict[tuple[Any, JsonSchemaMode], Json]
PROBLEM = "application/problem+json"
EVERYWHERE = (401, 403, 404, 429)
TAGS = {
    "me": "Whose token it is.",
    "networks": "Networks and their partners.",
    "practices": "Good practices: written, judged, published.",
    "collections": "Practices that somebody chose and put in order.",
    "meetings": "Meetings, and what came out of them.",
    "outputs": "One output of a meeting.",
    "documents": "Files of records: how far they are read, the file, its text.",
    "comments": "Comments on records.",
    "search": "The library's search.",
    "plans": "Action plans and their versions.",
    "reviews": "Peer reviews and their rooms.",
    "recommendations": "What a panel advised, and what becomes of it.",
    "exports": "Data to take away.",
}


class FieldProblem(BaseModel):
    """What is wrong with one field."""

    field: str
    message: str


class Problem(BaseModel):
    """What went wrong (RFC 9457). ``errors`` comes with 422."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str = ""
    errors: list[FieldProblem] = Field(default_factory=list)


def shown_path(operation: Operation) -> str:
    """The path as the document has it: ``/practices/{practice_id}``."""
    return _PART.sub(r"{\2}", operation.path)


@lru_cache(maxsize=1)
def document() -> Json:
    """The whole document; the operations are registered when the app is made, so it never changes."""
    refs, components = _components()
    paths: Json = {}
    for operation in OPERATIONS:
        paths.setdefault(shown_path(operation), {})[operation.method.lower()] = _operation(operation, refs)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "In Focus Exchange",
            "version": "1",
            "description": "Practices, meetings, outputs, plans and peer reviews of city networks, for programs.",
        },
        "servers": [{"url": PREFIX}],
        "security": [{"bearer": []}],
        "tags": [{"name": name, "description": words} for name, words in TAGS.items()],
        "paths": paths,
        "components": components,
    }


def _components() -> tuple[Refs, Json]:
    """Every shape's reference, and what they refer to."""
    wanted: dict[tuple[Shape, JsonSchemaMode], None] = {(Problem, "serialization"): None}
    for each in OPERATIONS:
        wanted |= {(shape, "validation"): None for shape in (each.body,) if shape is not None}
        wanted |= {(shape, "serialization"): None for shape in (each.shape,) if shape is not None}
    refs, definitions = models_json_schema(list(wanted), ref_template="#/components/schemas/{model}")
    responses = {str(status): _problem(status) for status in (400, 401, 403, 404, 409, 412, 413, 415, 422, 429, 503)}
    bearer = {
        "type": "http",
        "scheme": "bearer",
        "description": "An API token: made on the page Me, or by `infocus token`.",
    }
    return refs, {
        "schemas": definitions["$defs"],
        "responses": responses,
        "securitySchemes": {"bearer": bearer},
    }


def _problem(status: int) -> Json:
    schema = {"$ref": "#/components/schemas/Problem"}
    return {"description": HTTPStatus(status).phrase, "content": {PROBLEM: {"schema": schema}}}


def _operation(operation: Operation, refs: Refs) -> Json:
    summary, _gap, rest = operation.words.partition("\n\n")
    found: Json = {
        "operationId": operation.name,
        "tags": [operation.path.split("/")[1]],
        "summary": summary,
        "parameters": [*_path_parts(operation), *_query_parts(operation), *_headers(operation)],
        "responses": _responses(operation, refs),
    }
    if rest:
        found["description"] = rest
    if operation.body is not None:
        found["requestBody"] = _content("application/json", refs[operation.body, "validation"])
    if operation.form is not None:
        found["requestBody"] = _content("multipart/form-data", _with_file(operation.form))
    return found


def _content(media: str, schema: Json) -> Json:
    return {"required": True, "content": {media: {"schema": schema}}}


def _with_file(form: Shape) -> Json:
    """The fields of a multipart body with its file; one schema, because a shape allows no further fields."""
    schema = form.model_json_schema()
    file = {"type": "string", "contentMediaType": "application/octet-stream"}
    return schema | {"properties": {"file": file, **schema["properties"]}}


def _path_parts(operation: Operation) -> list[Json]:
    return [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string", "pattern": _PATTERNS[kind]}}
        for kind, name in _PART.findall(operation.path)
    ]


def _query_parts(operation: Operation) -> list[Json]:
    if operation.query is None:
        return []
    schema = operation.query.model_json_schema()
    needed, named = schema.get("required", []), schema.get("$defs", {})
    return [
        {"name": name, "in": "query", "required": name in needed, "schema": _spelt_out(_given(part), named)}
        for name, part in schema["properties"].items()
    ]


def _spelt_out(schema: Json, named: Json) -> Json:
    """A list of choices as its values: a parameter has no place of its own for what pydantic gives a name."""
    items = schema.get("items", {})
    name = items.get("$ref", "").removeprefix("#/$defs/")
    return schema | {"items": {"type": named[name]["type"], "enum": named[name]["enum"]}} if name else schema


def _given(schema: Json) -> Json:
    """A query parameter that may be missing, when it is there."""
    choices = [part for part in schema.get("anyOf", []) if part.get("type") != "null"]
    return choices[0] if choices else schema


def _headers(operation: Operation) -> list[Json]:
    found = []
    if operation.matches:
        found.append(_header("If-Match", "The ETag that the change is based on; another version is answered with 412."))
    if operation.repeatable:
        found.append(
            _header("Idempotency-Key", "Your own key: sent again within a day, the request is not done twice.")
        )
    return found


def _header(name: str, words: str) -> Json:
    return {"name": name, "in": "header", "required": False, "description": words, "schema": {"type": "string"}}


def _responses(operation: Operation, refs: Refs) -> Json:
    answer: Json = {"description": HTTPStatus(operation.status).phrase}
    if operation.shape is not None:
        answer["content"] = {operation.media: {"schema": refs[operation.shape, "serialization"]}}
    elif operation.status != HTTPStatus.NO_CONTENT:
        answer["content"] = {operation.media: {"schema": {}}}
    problems = {status: {"$ref": f"#/components/responses/{status}"} for status in _problems(operation)}
    return {str(operation.status): answer} | {str(status): problems[status] for status in sorted(problems)}


def _problems(operation: Operation) -> set[int]:
    found = set(EVERYWHERE)
    if operation.query or operation.body or operation.form or operation.repeatable:
        found.add(422)
    if operation.body or operation.form:
        found |= {400, 413, 415}
    if operation.writes:
        found.add(409)
    if operation.matches:
        found.add(412)
    if operation.path.startswith("/search"):
        found.add(503)
    return found

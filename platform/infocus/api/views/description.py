"""What the interface says about itself: the OpenAPI document, and the same as a page to read."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from flask import Blueprint, Response, jsonify, render_template
from flask.typing import ResponseReturnValue

from infocus.api.openapi import Json, document
from infocus.api.operations import PREFIX
from infocus.core.permissions import Permission
from infocus.core.web.guard import requires

blueprint = Blueprint("api_description", __name__, url_prefix=PREFIX)
_REF = "#/components/schemas/"


@dataclass(frozen=True, slots=True)
class Line:
    """One parameter or field: its name, what it takes, whether it is needed, its words."""

    name: str
    takes: str
    needed: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """An operation as the page shows it."""

    id: str
    method: str
    path: str
    summary: str
    words: str
    parameters: list[Line]
    sent: list[Line]
    media: str
    answered: list[Line]
    listed: bool = False
    statuses: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Group:
    """The operations of one kind."""

    name: str
    words: str
    operations: list[Shown] = field(default_factory=list)


@blueprint.get("/openapi.json")
@requires(Permission.OPEN_PAGE)
def openapi() -> Response:
    """The OpenAPI 3.1 document."""
    return jsonify(document())


@blueprint.get("/")
@requires(Permission.OPEN_PAGE)
def index() -> ResponseReturnValue:
    """The document as a page."""
    groups = {tag["name"]: Group(tag["name"], tag["description"]) for tag in document()["tags"]}
    for path, operations in document()["paths"].items():
        for method, operation in operations.items():
            groups[operation["tags"][0]].operations.append(_shown(path, method, operation))
    contents = [(group.name, f"/{group.name}") for group in groups.values()]
    return render_template("api/index.html", groups=groups.values(), contents=contents, prefix=PREFIX)


def _shown(path: str, method: str, operation: Json) -> Shown:
    body = operation.get("requestBody", {}).get("content", {})
    media = next(iter(body), "")
    success = next(iter(operation["responses"].values()))
    content: dict[str, Json] = success.get("content", {})
    answer: Json = next((part["schema"] for part in content.values()), {})
    return Shown(
        id=operation["operationId"],
        method=method.upper(),
        path=path,
        summary=operation["summary"],
        words=operation.get("description", ""),
        parameters=[
            Line(part["name"], _takes(part["schema"]), part["required"], part.get("description", ""))
            for part in operation["parameters"]
        ],
        sent=sorted(_lines(body[media]["schema"]), key=lambda line: not line.needed) if media else [],
        media=media,
        answered=list(_lines(_each(answer))),
        listed=_each(answer) is not answer,
        statuses=list(operation["responses"]),
    )


def _lines(schema: Json) -> Iterator[Line]:
    """The fields of a shape."""
    for part in schema.get("allOf", []):
        yield from _lines(part)
    resolved = _resolved(schema)
    for name, part in resolved.get("properties", {}).items():
        yield Line(name, _takes(part), name in resolved.get("required", []), part.get("description", ""))


def _each(schema: Json) -> Json:
    """The shape of one item of a list; the shape itself where it is no list."""
    parts: dict[str, Json] = _resolved(schema).get("properties", {})
    return parts["items"]["items"] if {"items", "next"} == set(parts) else schema


def _resolved(schema: Json) -> Json:
    name = schema.get("$ref", "").removeprefix(_REF)
    found: Json = document()["components"]["schemas"][name] if name else schema
    return found


def _takes(schema: Json) -> str:
    """What a field takes, in a few words: ``text (≤ 100)``, ``list of text``, ``one of a, b``."""
    if "anyOf" in schema:
        return " / ".join(dict.fromkeys(_takes(part) for part in schema["anyOf"]))
    if "$ref" in schema:
        return str(schema["$ref"].removeprefix(_REF).removesuffix("Shape"))
    if "enum" in schema or "const" in schema:
        return " · ".join(str(value) for value in schema.get("enum", [schema.get("const")]))
    if schema.get("type") == "array":
        return f"[ {_takes(schema['items'])} ]"
    return _plain(schema)


def _plain(schema: Json) -> str:
    kind = str(schema.get("format") or schema.get("type", "any"))
    least, most = _bounds(schema)
    if most is None:
        return kind
    return f"{kind} ≤ {most}" if least in (None, 0) else f"{kind} {least} to {most}"


def _bounds(schema: Json) -> tuple[Any, Any]:
    return schema.get("minLength", schema.get("minimum")), schema.get("maxLength", schema.get("maximum"))

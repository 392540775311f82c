"""What goes out. An answer that is made inside a unit of work is kept with it for a request that is sent again."""

from collections.abc import Sequence
from urllib.parse import urlencode

from flask import Response, g, request
from pydantic import BaseModel

from infocus.api import services
from infocus.api.services import Kept
from infocus.core.web.links import base_url


def answer(shape: BaseModel | None, status: int = 200, *, version: int | None = None) -> Response:
    """A shape as JSON, with its version as ``ETag``; no content for ``None``."""
    kept = Kept(
        204 if shape is None else status,
        "" if shape is None else shape.model_dump_json(),
        "" if version is None else str(version),
    )
    if g.get("claim"):
        services.keep(g.claim, kept)
    return response_of(kept)


def response_of(kept: Kept) -> Response:
    """The answer over HTTP."""
    response = Response(kept.body, kept.status, mimetype="application/json")
    if kept.status == 204:
        del response.headers["Content-Type"]
    if kept.etag:
        response.set_etag(kept.etag)
    return response


def repeated(kept: Kept) -> Response:
    """The answer that was given the first time, marked as such."""
    response = response_of(kept)
    response.headers["Idempotency-Replayed"] = "true"
    return response


def next_url(cursor: str | None) -> str | None:
    """The address of the list's next page: this one's, with the cursor."""
    if cursor is None:
        return None
    asked: Sequence[tuple[str, str]] = [pair for pair in request.args.items(multi=True) if pair[0] != "cursor"]
    return f"{base_url()}{request.path}?{urlencode([*asked, ('cursor', cursor)])}"

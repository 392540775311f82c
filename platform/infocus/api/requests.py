"""What comes in: who asks, the body within its limit, the query string, the version a change was based on."""

import hashlib
import json
from typing import Any, TypeVar

from flask import Response, current_app, request
from flask_babel import gettext as _
from pydantic import BaseModel, ValidationError
from pydantic_core import from_json
from werkzeug.datastructures import FileStorage
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from infocus.api.models import KEY_LIMIT
from infocus.api.schemas.base import invalid_of
from infocus.core.errors import Invalid, Stale, TooLarge, Unauthenticated
from infocus.core.limits import limits
from infocus.core.web.actor import set_current_actor
from infocus.networks.gate import actor_from_bearer

MOST_JSON = 1_000_000
RATE = "600/minute"
M = TypeVar("M", bound=BaseModel)


def sign_in() -> None:
    """Let the bearer of the token act, whatever cookies say. Raises ``Unauthenticated``, ``RateLimited``."""
    actor = actor_from_bearer(request.headers.get("Authorization", ""))
    if actor is None:
        raise Unauthenticated(_("Send a valid token: Authorization: Bearer ife_…"))
    set_current_actor(actor)
    limits().hit(RATE, "api", actor.person)


def vary(response: Response) -> Response:
    """Tell caches that the token decides."""
    response.vary.add("Authorization")
    return response


def json_body(shape: type[M]) -> tuple[M, str]:
    """The JSON body as ``shape``, and its fingerprint.

    Raises:
        UnsupportedMediaType, BadRequest: it is no JSON.
        TooLarge: it is over a megabyte.
        Invalid: it is not of that shape.
    """
    if request.mimetype != "application/json":
        raise UnsupportedMediaType
    if (request.content_length or 0) > MOST_JSON:
        raise TooLarge(_("A JSON body has at most %(most)s bytes.", most=MOST_JSON))
    request.max_content_length = MOST_JSON + 1  # a body sent in chunks says no length: one byte more is read of it
    data = request.get_data()
    if len(data) > MOST_JSON:
        raise TooLarge(_("A JSON body has at most %(most)s bytes.", most=MOST_JSON))
    try:
        value = from_json(data, allow_inf_nan=False)
    except ValueError as error:
        raise BadRequest(str(error)) from None
    return _shaped(shape, value), _fingerprint(value)


def form_body(shape: type[M]) -> tuple[M, str]:
    """The fields of a multipart body as ``shape``; its ``file`` is in the request. Raises as ``json_body``."""
    if request.mimetype != "multipart/form-data":
        raise UnsupportedMediaType
    unknown = set(request.files) - {"file"}
    if unknown:
        raise Invalid(dict.fromkeys(sorted(unknown), _("There is no such field.")))
    sent = request.files.get("file")
    values = {name: texts[0] for name, texts in request.form.lists()}
    body = _shaped(shape, values)
    digests = [] if sent is None else [sent.filename, *_weighed(sent)]
    return body, _fingerprint([values, digests])


def query(shape: type[M]) -> M:
    """The query string as ``shape``; names with several values may stand several times. Raises ``Invalid``."""
    values: dict[str, Any] = {}
    for name, texts in request.args.lists():
        field = shape.model_fields.get(name)
        several = field is not None and field.default_factory is list
        values[name] = texts if several else texts[-1]
    return _shaped(shape, values)


def check_match(version: int) -> None:
    """Raise ``Stale`` unless ``If-Match`` is missing, ``*``, or names this version."""
    given = request.if_match
    if "If-Match" in request.headers and not given.star_tag and not given.contains(str(version)):
        raise Stale(_("The record has changed meanwhile: its version is %(version)s.", version=version))


def idempotency_key() -> str | None:
    """The ``Idempotency-Key`` of the request, if there is one. Raises ``Invalid``."""
    key = request.headers.get("Idempotency-Key")
    if key is not None and not (0 < len(key) <= KEY_LIMIT and key.isascii() and key.isprintable()):
        raise Invalid({"Idempotency-Key": _("1 to %(most)s plain characters.", most=KEY_LIMIT)})
    return key


def max_upload() -> int:
    """The largest file taken, in bytes."""
    return int(current_app.extensions["infocus.settings"].max_upload_bytes)


def _shaped(shape: type[M], value: object) -> M:
    try:
        return shape.model_validate(value)
    except ValidationError as error:
        raise invalid_of(error) from None


def _fingerprint(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


def _weighed(sent: FileStorage) -> tuple[int, str]:
    """Size and digest of a file, which is read once and put back to its beginning. Raises ``TooLarge``."""
    digest, size = hashlib.sha256(), 0
    while chunk := sent.stream.read(1 << 20):
        size += len(chunk)
        digest.update(chunk)
    sent.stream.seek(0)
    if size > max_upload():
        raise TooLarge(_("A file has at most %(most)s bytes.", most=max_upload()))
    return size, digest.hexdigest()

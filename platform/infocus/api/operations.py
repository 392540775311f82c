"""One decorator for every operation: it checks what comes in and is the table that the OpenAPI document is made of.

APIFlask's own decorators are not used: they hand on one of several values of a query parameter, read a body as JSON
whatever it says it is, and leave no place for `Idempotency-Key` between reading a request and carrying it out.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from inspect import getdoc
from typing import Any

from flask import Blueprint, Response, g, request
from pydantic import BaseModel

from infocus.api import requests, services
from infocus.api.answers import repeated
from infocus.api.services import Repeatable
from infocus.core.errors import NotAllowed
from infocus.core.web.actor import current_actor
from infocus.core.web.guard import permission_of

View = Callable[..., Response]
PREFIX = "/api/v1"
api = Blueprint("api", __name__, url_prefix=PREFIX)
api.before_request(requests.sign_in)
api.after_request(requests.vary)
Shape = type[BaseModel]


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One method of one path. ``shape`` is what is answered with ``status``, as ``media``; a file has none.

    ``body`` is JSON, ``form`` the fields beside a file; ``matches``: it takes ``If-Match``; ``writes``: a token
    needs the scope for it.
    """

    name: str
    method: str
    path: str
    words: str
    shape: Shape | None = None
    status: int = 200
    media: str = "application/json"
    query: Shape | None = None
    body: Shape | None = None
    form: Shape | None = None
    matches: bool = False
    writes: bool = False

    @property
    def repeatable(self) -> bool:
        """Whether it takes an ``Idempotency-Key``."""
        return self.method == "POST" and self.writes


OPERATIONS: list[Operation] = []


def operation(method: str, path: str, **details: Any) -> Callable[[View], View]:
    """Register a view that carries its permission as one operation; ``details`` are those of ``Operation``.

    The view gets the parts of the path, and ``query`` and ``body`` where these are asked for.
    """
    details.setdefault("writes", method != "GET")

    def register(view: View) -> View:
        if permission_of(view) is None:
            raise RuntimeError(f"{view.__name__} carries no permission")
        found = Operation(name=view.__name__, method=method, path=path, words=getdoc(view) or "", **details)
        OPERATIONS.append(found)
        guarded = _guarded(found, view)
        api.add_url_rule(path, found.name, guarded, methods=[method])
        return guarded

    return register


def _guarded(operation: Operation, view: View) -> View:
    @wraps(view)
    def carry_out(**values: Any) -> Response:
        if operation.writes and not current_actor().may_write():
            raise NotAllowed
        fingerprint = ""
        if operation.query is not None:
            values["query"] = requests.query(operation.query)
        if operation.body is not None:
            values["body"], fingerprint = requests.json_body(operation.body)
        if operation.form is not None:
            values["body"], fingerprint = requests.form_body(operation.form)
        key = requests.idempotency_key() if operation.repeatable else None
        if key is None:
            return view(**values)
        return _once(key, fingerprint, lambda: view(**values))

    return carry_out


def _once(key: str, fingerprint: str, act: Callable[[], Response]) -> Response:
    """Carry a request out, or give the answer of the first one with its key."""
    begun = services.begin(Repeatable(current_actor().person, request.method, request.path, key, fingerprint))
    if isinstance(begun, services.Kept):
        return repeated(begun)
    g.claim = begun
    try:
        return act()
    except BaseException:
        services.release(begun)
        raise

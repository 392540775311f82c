"""Alive, ready, measured: what a load balancer and an operator ask."""

import hmac
import time
from collections.abc import Callable

from flask import Blueprint, Flask, Response, abort, current_app, g, jsonify, request
from flask.typing import ResponseReturnValue
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from infocus.core import clock, outbox
from infocus.core.actor import Actor
from infocus.core.db import db
from infocus.core.permissions import Permission, grants
from infocus.core.web.guard import requires
from infocus.settings import Settings

Check = Callable[[], str | None]


class Notice(str):
    """An answer of a check that is no reason to leave service: told, and left to people."""

    __slots__ = ()


blueprint = Blueprint("health", __name__)
QUEUE_PATIENCE = 900.0
"""Seconds a due piece of work may wait before the installation counts as not ready."""
registry = CollectorRegistry()
_requests = Counter("infocus_requests", "Requests answered", ["endpoint", "method", "status"], registry=registry)
_seconds = Histogram("infocus_request_seconds", "Time to answer, in seconds", ["endpoint"], registry=registry)
_waiting = Gauge("infocus_outbox_rows", "Outbox rows by state", ["state"], registry=registry)
_lag = Gauge("infocus_outbox_lag_seconds", "Age of the oldest due outbox row, in seconds", registry=registry)


def checks(app: Flask) -> dict[str, Check]:
    """What /readyz asks, by name; a check answers ``None`` when well, else what is wrong. Wiring adds to it."""
    found: dict[str, Check] = app.extensions.setdefault("infocus.checks", {})
    return found


def database_answers() -> str | None:
    """Whether the database answers."""
    db.session.execute(text("SELECT 1"))
    return None


def outbox_lag() -> float:
    """Seconds since the oldest waiting row became due."""
    oldest = outbox.oldest_due()
    return 0.0 if oldest is None else (clock.now() - oldest).total_seconds()


def queue_moves() -> str | None:
    """Whether due work is taken up; a long file may hold it up for minutes, a dead worker for good."""
    lag = outbox_lag()
    return f"the oldest piece of work has waited {lag / 60:.0f} minutes" if lag > QUEUE_PATIENCE else None


def begins(app: Flask) -> list[Callable[[], None]]:
    """What every serving process does once when it starts, in an application context. Wiring adds to it."""
    found: list[Callable[[], None]] = app.extensions.setdefault("infocus.begins", [])
    return found


def run_checks() -> dict[str, str]:
    """Every check's answer: ``ok`` or what is wrong."""
    answers: dict[str, str] = {}
    for name, check in checks(current_app).items():
        try:
            answers[name] = check() or "ok"
        except (SQLAlchemyError, OSError, RuntimeError, ValueError) as error:  # a check that breaks is an answer, too
            answers[name] = f"{type(error).__name__}: {error}"[:200]
    return answers


@grants(Permission.READ_METRICS)
def _may_read_metrics(actor: Actor, subject: object) -> bool:
    settings: Settings = current_app.extensions["infocus.settings"]
    if settings.metrics_token:
        return hmac.compare_digest(request.headers.get("Authorization", ""), f"Bearer {settings.metrics_token}")
    return request.remote_addr in {"127.0.0.1", "::1"} and "X-Forwarded-For" not in request.headers


@blueprint.get("/healthz")
@requires(Permission.OPEN_PAGE)
def alive() -> ResponseReturnValue:
    """The process answers."""
    return {"status": "ok"}


@blueprint.get("/readyz")
@requires(Permission.OPEN_PAGE)
def ready() -> ResponseReturnValue:
    """200 when everything named answers and what was loaded is read and indexed; else 503.

    What hinders nobody (the index behind on a full disk: searches still answer) is ``degraded``, with 200.
    """
    answers = run_checks()
    trouble = [answer for answer in answers.values() if answer != "ok"]
    if any(not isinstance(answer, Notice) for answer in trouble):
        return jsonify(status="waiting", checks=answers), 503
    return jsonify(status="degraded" if trouble else "ok", checks=answers), 200


@blueprint.get("/metrics")
@requires(Permission.READ_METRICS)
def metrics() -> ResponseReturnValue:
    """Prometheus text; closed to outsiders, who learn not even that it is here."""
    if not _may_read_metrics(Actor(), None):
        abort(404)
    for state, count in ({"waiting": 0, "failed": 0} | outbox.backlog()).items():
        _waiting.labels(state).set(count)
    _lag.set(outbox_lag())
    return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)


def init_app(app: Flask) -> None:
    """Register the routes and time every request."""
    app.register_blueprint(blueprint)
    checks(app).update(database=database_answers, queue=queue_moves)

    @app.before_request
    def start() -> None:
        g.started = time.perf_counter()

    @app.after_request
    def measure(response: Response) -> Response:
        endpoint = request.endpoint or "none"
        _requests.labels(endpoint, request.method, response.status_code).inc()
        if "started" in g:
            _seconds.labels(endpoint).observe(time.perf_counter() - g.started)
        return response

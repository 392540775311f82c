"""Errors as pages for people and as problem documents (RFC 9457) for programs; never a bare 500."""

from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

import structlog
from flask import Flask, Response, g, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from markupsafe import Markup
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException, SecurityError

from infocus.core.actor import ANONYMOUS
from infocus.core.db import db, is_unavailable
from infocus.core.errors import AppError, Conflict, Invalid, RateLimited, TooLarge, Unauthenticated
from infocus.core.web.actor import set_current_actor

log = structlog.get_logger()


def wants_json() -> bool:
    """Whether the caller is a program: the API, or a script of ours that asks for JSON."""
    return request.path.startswith("/api/") or request.accept_mimetypes.best == "application/json"


def problem(
    status: int, title: str, detail: str = "", errors: list[dict[str, str]] | None = None, **more: Any
) -> Response:
    """A problem document. ``errors`` lists ``{field, message}``."""
    body: dict[str, Any] = {"type": "about:blank", "title": title, "status": status}
    if detail:
        body["detail"] = detail
    if errors is not None:
        body["errors"] = errors
    response = jsonify(body | more)
    response.status_code = status
    response.mimetype = "application/problem+json"
    response.headers["Cache-Control"] = "private, no-store"
    return response


def sentence(status: int) -> tuple[str, str]:
    """What happened and what to do, for the page of a status."""
    return {
        400: (_("That request could not be read"), _("Go back and try again; nothing was changed.")),
        401: (_("Please sign in"), _("This page needs you to be signed in.")),
        403: (
            _("You may read this, but not do that"),
            _("Ask your local coordinator if you think you should be able to."),
        ),
        404: (
            _("There is nothing here"),
            _("The address may be mistyped, the record removed, or shared with fewer people than you think."),
        ),
        405: (_("That does not work here"), _("Go back and use the buttons of the page.")),
        409: (_("Somebody else was faster"), _("Nothing was overwritten. Open the record again and compare.")),
        412: (_("The record has changed meanwhile"), _("Nothing was overwritten. Open the record again and compare.")),
        413: (_("That file is too large"), _("Nothing was stored. Make it smaller, or split it.")),
        422: (_("Something in the form needs another look"), _("Nothing was lost; go back and correct it.")),
        429: (_("That was a lot in a short time"), _("Wait a little and try again.")),
    }.get(
        status,
        (
            _("Something went wrong on our side"),
            _("It has been noted. What you saved before is safe; please try again."),
        ),
    )


def init_app(app: Flask) -> None:
    """Register the handlers."""
    app.register_error_handler(AppError, _app_error)
    app.register_error_handler(HTTPException, _http_error)
    app.register_error_handler(SecurityError, _foreign_host)
    app.register_error_handler(CSRFError, _csrf_error)
    app.register_error_handler(StaleDataError, lambda error: _app_error(Conflict()))
    app.register_error_handler(Exception, _unexpected)


def _app_error(error: AppError) -> ResponseReturnValue:
    if isinstance(error, Unauthenticated) and not wants_json():
        back = (
            request.full_path.rstrip("?") if request.method == "GET" else urlsplit(request.referrer or "").path or "/"
        )
        return redirect(url_for("accounts.sign_in", next=back))
    errors = (
        [{"field": name, "message": str(text)} for name, text in error.fields.items()]
        if isinstance(error, Invalid)
        else None
    )
    response = _answer(error.status, error.message, errors)
    if isinstance(error, RateLimited):
        response.headers["Retry-After"] = str(error.retry_after)
    if isinstance(error, Unauthenticated):
        response.headers["WWW-Authenticate"] = "Bearer"
    if isinstance(error, TooLarge):
        response.headers["Connection"] = "close"
    return response


def _http_error(error: HTTPException) -> ResponseReturnValue:
    if error.code is None or error.code < 400:
        return error.get_response()
    response = _answer(error.code)
    for name in ("Allow", "Retry-After"):
        value = error.get_response().headers.get(name)
        if value:
            response.headers[name] = value
    return response


def _foreign_host(error: SecurityError) -> ResponseReturnValue:
    """A Host name that is not ours: a bare page, since no address of ours can be built for it."""
    title, advice = sentence(400)
    page = Markup("<!doctype html><title>{0}</title><h1>{0}</h1><p>{1}</p>").format(title, advice)
    return Response(page, 400, mimetype="text/html")


def _csrf_error(error: CSRFError) -> ResponseReturnValue:
    return _answer(400, _("The page had been open for too long. Reload it; what you typed is kept on this computer."))


def _unexpected(error: Exception) -> ResponseReturnValue:
    db.session.rollback()
    if is_unavailable(error):
        set_current_actor(ANONYMOUS)  # so that the page itself asks the database nothing
        g.network = None
    log.error("unexpected_error", path=request.path, method=request.method, exc_info=error)
    return _answer(500)


def _answer(status: int, detail: str = "", errors: list[dict[str, str]] | None = None) -> Response:
    if wants_json():
        return problem(status, HTTPStatus(status).phrase, detail, errors)
    title, advice = sentence(status)
    page = render_template(
        "layout/error.html", status=status, title=title, advice=advice, detail=detail, errors=errors or []
    )
    return Response(page, status, mimetype="text/html")

"""Headers of every answer, the request id, and which Host names are answered."""

import re
from urllib.parse import urlsplit

import structlog
from flask import Flask, Response, abort, g, request

from infocus.core.ids import new_id
from infocus.settings import Settings

LOOPBACK = ("localhost", "127.0.0.1", "[::1]")
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; media-src 'self'; manifest-src 'self'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'; object-src 'none'"
)
_REQUEST_ID = re.compile(r"^[A-Za-z0-9._-]{8,64}$")


def _host_name(host: str) -> str:
    """The name in a Host header, without its port; an IPv6 address keeps its brackets."""
    return host[: host.index("]") + 1] if host.startswith("[") and "]" in host else host.rsplit(":", 1)[0]


def trusted_hosts(settings: Settings) -> list[str]:
    """The Host names that are answered: those named, that of the public address, and loopback."""
    public = urlsplit(settings.public_url).hostname
    return [*settings.trusted_hosts, *([public] if public else []), *LOOPBACK]


def init_app(app: Flask, settings: Settings) -> None:
    """Register the hooks."""
    app.config["TRUSTED_HOSTS"] = trusted_hosts(settings)

    @app.before_request
    def name_request() -> None:
        given = request.headers.get("X-Request-ID", "")
        g.request_id = given if _REQUEST_ID.match(given) else new_id()
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=g.request_id)

    @app.before_request
    def refuse_nul() -> None:
        """No address, and no database, has a use for NUL."""
        if "\0" in request.path or b"%00" in request.query_string or b"\0" in request.query_string:
            request.view_args = {}  # the page that says so looks for nothing
            abort(404)

    @app.before_request
    def keep_demo_at_home() -> None:
        if settings.demo_public or not (settings.instance / "demo").exists():
            return
        forwarded = any(name in request.headers for name in ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host"))
        if forwarded or _host_name(request.host) not in LOOPBACK:
            abort(403, "the demo answers this machine only (INFOCUS_DEMO_PUBLIC=1 opens it)")

    @app.after_request
    def add_headers(response: Response) -> Response:
        headers = response.headers
        headers.setdefault("Content-Security-Policy", CSP)
        headers.setdefault("X-Content-Type-Options", "nosniff")
        headers.setdefault("Referrer-Policy", "same-origin")
        headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
        headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
        headers.setdefault("Cache-Control", "private, no-cache")
        headers.add("Vary", "Cookie")
        if "request_id" in g:
            headers["X-Request-ID"] = g.request_id
        if request.is_secure:
            headers.setdefault("Strict-Transport-Security", "max-age=31536000")
        return response

"""The edge of the program: headers, hosts, errors as pages and as problem documents."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from infocus.core.web import headers
from infocus.core.web.guard import permission_of, unregistered

NEEDED = {
    "Content-Security-Policy": "script-src 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cache-Control": "private",
    "Vary": "Cookie",
}


@pytest.mark.parametrize("path", ["/", "/practices", "/sign-in", "/nothing-here", "/healthz", "/library"])
def test_every_answer_carries_its_headers(session, client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    for name, part in NEEDED.items():
        assert part in answer.headers[name], (path, name)
    policy = answer.headers["Content-Security-Policy"]
    assert all(word not in policy for word in ("unsafe", "strict-dynamic", "http:", "*"))
    assert "<script>" not in answer.text
    assert " style=" not in answer.text


@pytest.mark.parametrize(
    ("sent", "kept"), [("abcdefgh-1", True), ("short", False), ("x" * 65, False), ("a b c d e f", False)]
)
def test_a_request_id_is_taken_when_it_is_one(client: FlaskClient, sent: str, kept: bool) -> None:
    assert (client.get("/healthz", headers={"X-Request-ID": sent}).headers["X-Request-ID"] == sent) is kept


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "", "a b"])
def test_a_foreign_host_is_not_answered(session, client: FlaskClient, host: str) -> None:
    answer = client.get("/forgot", headers={"Host": host})
    assert answer.status_code == 400
    assert "evil.example" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8000"])
def test_the_machine_itself_is_answered(session, client: FlaskClient, host: str) -> None:
    assert client.get("/healthz", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/nothing/at/all", 404),
        ("POST", "/practices", 405),
        ("GET", "/me", 401),
        ("GET", "/practices?cursor=x", 422),
    ],
)
def test_errors_are_pages_for_people_and_problems_for_programs(
    session, client: FlaskClient, method: str, path: str, status: int
) -> None:
    page = client.open(path, method=method, headers={"Accept": "text/html"})
    assert page.status_code == (302 if status == 401 else status)
    assert page.mimetype == "text/html"
    problem = client.open(path, method=method, headers={"Accept": "application/json"})
    body = problem.get_json()
    assert (problem.status_code, problem.mimetype) == (status, "application/problem+json")
    assert (body["status"], body["type"]) == (status, "about:blank")
    assert body["title"]


def test_a_fault_of_ours_is_noted_and_told_without_its_insides(
    app: Flask, session, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def break_down(**_values: object) -> str:
        raise ZeroDivisionError("the secret of the house")

    monkeypatch.setitem(app.view_functions, "home.privacy", break_down)
    for accept, kind in (("text/html", "text/html"), ("application/json", "application/problem+json")):
        answer = client.get("/privacy", headers={"Accept": accept})
        assert (answer.status_code, answer.mimetype) == (500, kind)
        assert "secret" not in answer.text
        assert "Traceback" not in answer.text


def test_every_route_carries_a_permission_and_every_permission_a_rule(any_app: Flask) -> None:
    assert unregistered() == set()
    bare = [name for name, view in any_app.view_functions.items() if permission_of(view) is None and name != "static"]
    assert [name for name in bare if not name.startswith("openapi")] == []


@pytest.mark.parametrize(
    ("host", "more", "answered"),
    [
        ("localhost", {}, True), ("127.0.0.1:8000", {}, True),
        ("localhost", {"X-Forwarded-For": "192.0.2.1"}, False), ("localhost", {"Forwarded": "for=192.0.2.1"}, False),
    ],
)  # fmt: skip
def test_the_demo_stays_at_home(settings, host: str, more: dict[str, str], answered: bool) -> None:
    chosen = settings()
    chosen.instance.mkdir(parents=True)
    (chosen.instance / "demo").touch()
    small = Flask("small")
    headers.init_app(small, chosen)
    answer = small.test_client().get("/", headers={"Host": host} | more)
    assert answer.status_code == (404 if answered else 403)
